// Names of people: behind a title, a relation or a word like "heet"; initials with a surname; known
// first names and surnames on their own. Always soft (rule S2, domain.md, chapter 15): a rule on names
// is never sure, and blocking a note over the word "Roos" would teach people to write around it.
import { bareName, nameBehindCue } from './bare-names.ts';
import type { Hit } from './findings.ts';
import { blockedWords, safeNameEnd } from './name-context.ts';
import { isStopWord } from './name-parts.ts';
import { isRelation, things, titles } from './name-words.ts';
import { initialsBehind, standingName } from './standing-names.ts';
import { isNamedAfterPerson } from './streets.ts';
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
    const listed = initialsBehind(words, end);
    const until = words[(listed ?? end) - 1] ?? last;
    hits.push({ type: 'PERSON', start: first.start, end: until.end, hard: false });
    at = (listed ?? end) - 1;
    if (listed !== undefined) continue;
    const partner = first.isCapital ? partnerBehind(words, end) : undefined;
    if (partner === undefined || blocked.has(end + 1)) continue;
    const from = words[end + 1];
    const beside = words[partner - 1];
    if (from && beside)
      hits.push({ type: 'PERSON', start: from.start, end: beside.end, hard: false });
    at = partner - 1;
  }
  return hits;
}

/** "Smit en Lagerveld": index after the capital that stands behind a name and "en", unless it is known as a thing. */
function partnerBehind(words: readonly Word[], at: number): number | undefined {
  const [link, word] = [words[at], words[at + 1]];
  if (link?.key !== 'en' || link.gap !== ' ' || word?.gap !== ' ' || !word.isCapital)
    return undefined;
  if (word.text === word.text.toUpperCase() || isStopWord(word) || things.has(word.key))
    return undefined;
  if (isNamedAfterPerson(word.key) || isRelation(word.key) || titles.has(word.key))
    return undefined;
  return safeNameEnd(words, at + 1);
}

/** Index after the last word of the name that starts here, if one does. */
function nameEnd(words: readonly Word[], at: number): number | undefined {
  return (
    nameBehindTitle(words, at) ??
    nameWithInitials(words, at) ??
    bareInitials(words, at) ??
    nameBehindCue(words, at) ??
    bareName(words, at) ??
    standingName(words, at)
  );
}
