// Names of people: behind a title, a relation or a word like "heet"; initials with a surname; known
// first names and surnames on their own. Always soft (rule S2, domain.md, chapter 15): a rule on names
// is never sure, and blocking a note over the word "Roos" would teach people to write around it.
import { bareName, nameBehindCue } from './bare-names.ts';
import type { Hit } from './findings.ts';
import { blockedWords } from './name-context.ts';
import { bareInitials, nameBehindTitle, nameWithInitials } from './titled-names.ts';
import type { Word } from './words.ts';

/** Every name the rules see, in the order of the text; titles and relations stay outside the hit. */
export function findPersons(words: readonly Word[]): Hit[] {
  const blocked = blockedWords(words);
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (blocked.has(at)) continue;
    const end = nameEnd(words, at);
    const first = words[at];
    const last = words[(end ?? 0) - 1];
    if (end === undefined || !first || !last) continue;
    hits.push({ type: 'PERSON', start: first.start, end: last.end, hard: false });
    at = end - 1;
  }
  return hits;
}

/** Index after the last word of the name that starts here, if one does. */
function nameEnd(words: readonly Word[], at: number): number | undefined {
  return (
    nameBehindTitle(words, at) ??
    nameWithInitials(words, at) ??
    bareInitials(words, at) ??
    nameBehindCue(words, at) ??
    bareName(words, at)
  );
}
