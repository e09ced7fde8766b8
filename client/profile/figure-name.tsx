// What a figure is about, as its source words it, with the part of the population.
import { useLanguage } from '../words/language.tsx';
import { segmentText } from '../words/values.ts';
import type { Figure } from './types.ts';

/** Titles are Dutch, whatever the language of the page: the source's own words. */
export function FigureName({ figure }: { figure: Pick<Figure, 'indicator' | 'segment'> }) {
  const { language } = useLanguage();
  const { indicator, segment } = figure;
  return (
    <>
      <span lang="nl">{indicator.title}</span>
      {segment === '' ? null : ` (${segmentText(segment, language)})`}
    </>
  );
}
