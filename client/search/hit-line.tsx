// One thing that was found, in a line.
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { type Hit, titleOf } from './hits.ts';
import { searchWords } from './words.ts';

/** Its name, what tells it from others, and the words that match. What comes from sources is Dutch. */
export function HitLine({ hit }: { hit: Hit }) {
  const say = useWords(searchWords);
  const { language } = useLanguage();
  const own = hit.note === 'UNSENT' ? say('unsent') : hit.note === 'MINE' ? say('mine') : '';
  return (
    <>
      <span class="wb-hit__title" lang={hit.kind === 'INDICATOR' ? 'nl' : undefined}>
        {titleOf(hit, language)}
      </span>
      {hit.detail ? (
        <span class="wb-hit__detail" lang="nl">
          {hit.detail}
        </span>
      ) : null}
      {own ? <span class="wb-hit__detail">{own}</span> : null}
      {hit.snippet.length > 0 ? (
        <span class="wb-hit__words" lang="nl">
          {hit.snippet.map(({ text, isHit }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order.
            isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </span>
      ) : null}
    </>
  );
}
