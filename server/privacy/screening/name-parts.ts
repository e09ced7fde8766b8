// The build of a Dutch name: initials, first names, prefixes such as "van der", surnames with hyphens.
import { ambiguousFirstNames, capitalFirstNames, firstNames } from './first-names.ts';
import { nameSound } from './name-sound.ts';
import { isNameVariant } from './name-spelling.ts';
import {
  capitalWords,
  finiteVerbs,
  institutions,
  isRelation,
  prefixes,
  titles,
} from './name-words.ts';
import { isNamedAfterPerson } from './streets.ts';
import { ambiguousSurnames, surnames } from './surnames.ts';
import type { Word } from './words.ts';

/** How sure a word is a name: always, with its capital, or only in context. */
export type NameTier = 'sure' | 'capital' | 'doubtful';

// Endings and beginnings of surnames that hardly any Dutch word and no place has.
export const SURNAME_ENDING =
  /^\p{L}{2,}(?:s[kc]i|ska|oui|[np]ani|nko|vic|n?gh|scu|ijs|adi|nov|aya|mann|zyk|cki|idi|zai|mir|rov|oun|hev|uni|soy|udi|maz|lov|khi|nev|ijer|mans|stra|sma|inga|bers|kema|ouch|sema|tink|ouri|rsad|hoff|essy|tema|nath|khan|jsen|jens|erink|berts|ariam|oglu|wicz|chuk|yshyn|yan|opoulos|idis|singh?|shvili|etti|ssen)$|^(?:kha|sew|oua|sah|ghe|bha|now|ramd|boua|tesf|yous)\p{L}{3,}$/u;

export function tierOf(word: Word | undefined, kind?: 'first' | 'last'): NameTier | undefined {
  if (!word) return undefined;
  const { key } = word;
  if (kind !== 'last') {
    if (firstNames.has(key)) return 'sure';
    if (capitalFirstNames.has(key)) return word.isCapital ? 'capital' : 'doubtful';
    if (isVariant(word)) return 'capital';
    if (kind === 'first')
      return ambiguousFirstNames.has(key) || isHeardAsName(word) ? 'doubtful' : undefined;
  }
  if (surnames.has(key)) return 'sure';
  if (word.isCapital && !word.isFirst && SURNAME_ENDING.test(key)) return 'sure';
  return ambiguousSurnames.has(key) ||
    (kind === undefined && ambiguousFirstNames.has(key)) ||
    isHeardAsName(word)
    ? 'doubtful'
    : undefined;
}

/** In no list, and yet it sounds like a name and is no Dutch word, place or brand that we know. */
const isHeardAsName = (word: Word) =>
  nameSound(word.key) >= 1 && word.key.length > 3 && !isStopWord(word) && !isRelation(word.key);

/** Another spelling of a first name, where a capital tells something. */
const isVariant = (word: Word) =>
  word.isCapital &&
  !word.isFirst &&
  !ambiguousFirstNames.has(word.key) &&
  !ambiguousSurnames.has(word.key) &&
  !surnames.has(word.key) &&
  !isStopWord(word) &&
  isNameVariant(word.key);

export function isInitial(word: Word | undefined): boolean {
  return word !== undefined && /^(?:\p{L}|Th|Tj|Sj|Ch|Chr|Ph|Fr|IJ|Joh|Jac|Wm)$/u.test(word.text);
}

/** Index of the first word from `at` on that is no prefix; `at` itself if the prefixes lead nowhere. */
export function skipPrefixes(words: readonly Word[], at: number): number {
  let core = at;
  while (
    core < at + 4 &&
    prefixes.has(words[core]?.key ?? '') &&
    (core === at || isGlued(words[core]))
  )
    core += 1;
  return core > at && isGlued(words[core]) ? core : at;
}

function isGlued(word: Word | undefined): boolean {
  return word !== undefined && /^(?: {0,2}|-|'|[./] ?)$/.test(word.gap);
}

/** Index after the last word of a name whose word at `at` is surely part of it. */
export function extendName(words: readonly Word[], at: number): number {
  let end = at + 1;
  for (let part = 0; part < 5; part += 1) {
    const next = nextPart(words, at, end);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

function nextPart(words: readonly Word[], at: number, end: number): number | undefined {
  const next = words[end];
  if (!next) return undefined;
  if (
    next.gap === ' - ' &&
    next.isCapital &&
    tierOf(words[end - 1], 'last') &&
    tierOf(next, 'last')
  )
    return end + 1;
  if (next.gap === '-' && (next.isCapital || !words[at]?.isCapital)) {
    const core = skipPrefixes(words, end);
    return words[core]?.isCapital || tierOf(words[core]) ? core + 1 : undefined;
  }
  const core = skipPrefixes(words, end);
  const name = words[core];
  if (!name || !/^ {1,2}$/.test(next.gap === '-' ? ' ' : next.gap)) return undefined;
  if (core > end && !/^(?: {1,2}|'|)$/.test(name.gap)) return undefined;
  if (!name.isCapital) return isLowerCaseSurname(words, at, core, end) ? core + 1 : undefined;
  if (capitalWords.has(name.key) || titles.has(name.key) || isRelation(name.key)) return undefined;
  const isAbbreviation = name.text.length > 1 && name.text === name.text.toUpperCase();
  return isAbbreviation && words[at]?.text !== words[at]?.text.toUpperCase() ? undefined : core + 1;
}

/** "peter ganpat", "ans van vliet": only in a name that itself has no capital. */
function isLowerCaseSurname(
  words: readonly Word[],
  at: number,
  core: number,
  end: number,
): boolean {
  const tier = tierOf(words[core], 'last');
  // "Sem v dijk", "Kees van der berg": no sentence goes on like that behind a name.
  if (words[at]?.isCapital)
    return (
      core > end &&
      (/^(?:v|vd)$/.test(words[end]?.key ?? '')
        ? endsClause(words[core + 1]) || isFiniteVerb(words[core + 1])
        : tier !== undefined && core > end + 1) &&
      (tier !== undefined || !isNamedAfterPerson(words[core]?.key ?? ''))
    );
  if (tier === 'sure' || (tier !== undefined && core > end)) return true;
  // "szymon wojciechowski": with the ending of a surname, or the sound of a name and of nothing else.
  const name = words[core];
  return (
    core === end &&
    name !== undefined &&
    ((tier !== undefined && SURNAME_ENDING.test(name.key) && nameSound(name.key) >= 1) ||
      nameSound(name.key) > 4)
  );
}

const NO_VERB =
  /^(?:niet|echt|best|vast|laat|recht|direct|slecht|dicht|eerst|liefst|vooruit|nacht|recent|gezond|meest|haast)$/;

/** A verb in the singular: one we know, or a word that ends like one. */
export function isFiniteVerb(word: Word | undefined): boolean {
  if (!word || word.isCapital) return false;
  return finiteVerbs.has(word.key) || (/^\p{L}{3,}t$/u.test(word.key) && !NO_VERB.test(word.key));
}

/** Whether the clause ends behind a name, or goes on as it does behind one. */
export function endsClause(next: Word | undefined): boolean {
  return (
    next === undefined ||
    next.gap !== ' ' ||
    /^(?:en|op|van|uit|naast|met|die|niet|te)$/.test(next.key)
  );
}

/** Days, towns, organisations and neighbourhoods: a capital, and no name. */
export function isStopWord(word: Word): boolean {
  return (
    capitalWords.has(word.key) ||
    institutions.has(word.key) ||
    (/(?:buurt|wijk|kwartier|straat)$/.test(word.key) && !firstNames.has(word.key))
  );
}
