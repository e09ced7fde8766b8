// Dutch word forms, by the stemmer of lunr-languages. Pure: the browser searches with the same code.
import lunr from 'lunr';
import addDutch from 'lunr-languages/lunr.nl.js';
import addStemmers from 'lunr-languages/lunr.stemmer.support.js';

type Stemmer = (token: lunr.Token) => lunr.Token;

addStemmers(lunr);
addDutch(lunr);
const { stemmer } = (lunr as unknown as { nl: { stemmer: Stemmer } }).nl;

const known = new Map<string, string>();
/** Words of texts that were erased stay in memory no longer than this. */
const forgottenAfterMs = 60_000;
let isToForget = false;

/** How many words are kept just now. */
export const keptStems = (): number => known.size;

/** The stem of a folded word: eenzame, eenzaamheid and eenzaam meet. */
export function stemOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const stem = stemmer(new lunr.Token(word, {})).toString();
  if (known.size > 50_000) known.clear();
  known.set(word, stem);
  forgetSoon();
  return stem;
}

function forgetSoon() {
  if (isToForget) return;
  isToForget = true;
  const timer: unknown = setTimeout(() => {
    known.clear();
    isToForget = false;
  }, forgottenAfterMs);
  // A process of Node should not wait for it; a browser has no such thing.
  (timer as { unref?: () => void }).unref?.();
}
