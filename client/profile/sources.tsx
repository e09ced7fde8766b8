// Where the numbers of a profile come from; every number links here.
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Source } from './types.ts';
import { profileWords } from './words.ts';

/** The place on the page that a figure points at. */
export const sourceAnchor = ({
  table,
  divisionYear,
  scope,
}: Pick<Source, 'table' | 'divisionYear' | 'scope'>) =>
  `bron-${table}-${divisionYear}-${scope}`.replace(/[^\w-]/g, '_');

/** Every source with the words it asks to be named by. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const say = useWords(profileWords);
  const { formats } = useLanguage();
  return (
    <section aria-labelledby="bronnen">
      <h2 class="utrecht-heading-2" id="bronnen">
        {say('sources')}
      </h2>
      <ul class="wb-sources">
        {sources.map((source) => (
          <li key={sourceAnchor(source)} id={sourceAnchor(source)} tabIndex={-1}>
            <span lang="nl">
              <strong>{source.title}</strong> ({source.table}). {source.attribution}.
            </span>{' '}
            {say('retrieved', {
              day: formats.day(source.retrievedAt),
              year: String(source.divisionYear),
              licence: source.licence,
            })}{' '}
            {source.address ? (
              <a class="utrecht-link" href={source.address} rel="noreferrer">
                {say('toSource')}
                <span class="wb-only-read" lang="nl">
                  : {source.title}
                </span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
