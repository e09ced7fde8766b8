// Where a known name is no person: in a shop, an idiom or a street, behind an article, or as an example
// of any name at all ("Daan of Emma, de naam maakt niet uit").
import { extendName, isFiniteVerb, isInitial, skipPrefixes, tierOf } from './name-parts.ts';
import { famousNames, isOrdinary, isRelation, things, titles } from './name-words.ts';
import { isNamedAfterPerson } from './streets.ts';
import { fold, type Word } from './words.ts';

const FAMOUS = new Map<string, string[][]>();
for (const name of famousNames) {
  const keys = name.split(' ').map(fold);
  const first = keys[0] ?? '';
  FAMOUS.set(first, [...(FAMOUS.get(first) ?? []), keys]);
}

/** Indexes of words in a famous name, or in a pair of names that stands for all names. */
export function blockedWords(words: readonly Word[]): ReadonlySet<number> {
  const blocked = new Set<number>();
  words.forEach((word, at) => {
    for (const keys of FAMOUS.get(word.key) ?? []) {
      if (keys.every((key, ahead) => words[at + ahead]?.key === key)) {
        for (let ahead = 0; ahead < keys.length; ahead += 1) blocked.add(at + ahead);
      }
    }
    if (isLanguage(words, at)) blocked.add(at);
    if (isExample(words, at)) {
      blocked.add(at);
      blocked.add(at + 2);
    }
  });
  return blocked;
}

const LANGUAGE = /^(?:engels|duits|spaans|italiaans|arabisch|turks|nederlands|pools|nl)$/;

/** "frans en duits leren": a language and no Frans. */
const isLanguage = (words: readonly Word[], at: number) =>
  words[at]?.key === 'frans' &&
  !words[at]?.isCapital &&
  [words[at - 2], words[at - 1], words[at + 1], words[at + 2]].some((word) =>
    LANGUAGE.test(word?.key ?? ''),
  );

/** "Daan of Emma" without surname, in a sentence on names. */
function isExample(words: readonly Word[], at: number): boolean {
  const [first, link, second] = [words[at], words[at + 1], words[at + 2]];
  if (!first?.isCapital || !second?.isCapital || !/^(?:of|en)$/.test(link?.key ?? '')) return false;
  if (!tierOf(first) || !tierOf(second)) return false;
  return words
    .slice(Math.max(0, at - 8), at + 16)
    .some(({ key }) =>
      /^(?:(?:achter|voor|meisjes|jongens)?na(?:am|men)|heet|heten|populair|populairste|iedereen)$/.test(
        key,
      ),
    );
}

/** No article, honour or kind of thing stands before the name. */
export function isSafeBefore(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || word.isFirst || !/^[ -]?'?$|^\. $/.test(word.gap)) return true;
  if (word.gap === '-' || isInNameOfThing(words, at)) return false;
  // "Die Van Houten is", "de Van Houtens hebben": a surname with its prefix may follow.
  if (/^(?:de|die)$/.test(before.key) && word.isCapital && skipPrefixes(words, at) > at)
    return before.key === 'die' || isFamilyName(words, at);
  if (/^(?:de|het|een|'t|deze|dit|die)$/.test(before.key)) return false;
  if (
    before.isFirst &&
    before.isCapital &&
    /(?:punt|loket|steunpunt|project|platform|bureau|netwerk|praktijk|salon|honk|zaak|handel|bedrijf|shop|bar|markt|club|groep|zorg|dienst)$/.test(
      before.key,
    )
  )
    return false;
  return (
    !things.has(before.key) &&
    (!isNamedAfterPerson(before.key) || /(?:dag|avond)$/.test(before.key))
  );
}

/** "Van Houtens": a prefix and a surname with the ending of many, before a verb of many. */
export function isFamilyName(words: readonly Word[], at: number): boolean {
  const core = skipPrefixes(words, at);
  const [name, verb] = [words[core], words[core + 1]];
  if (core === at || !name?.isCapital || isNamedAfterPerson(name.key)) return false;
  return /(?:s|en)$/.test(name.key) && verb?.gap === ' ' && PLURAL_VERB.test(verb.text);
}

const PLURAL_VERB = /^(?:zijn|gaan|staan|doen|zien|\p{Ll}{3,}en)$/u;

// Surnames that end like a building: "Nieuwkerk", "Veldhuis".
export const SURNAME_LIKE =
  /^(?:nieuw|oud|ouder|ouwer|heems|meer|nij|haver|noord|zuid)kerk$|^(?:hooge|hooger|steen|molen|ouwe)werf$|^.{3,}huis$|^.{2,}(?<!achterstands|woon|bouw|volks)(?:wijk|dijk|hoek)$/;

/** A title, an initial or a prefix stands right before the word. */
function isAnnounced(words: readonly Word[], core: number): boolean {
  const before = words[core - 1];
  return (
    isInitial(before) ||
    titles.has(before?.key ?? '') ||
    isRelation(before?.key ?? '') ||
    (core > 0 && skipPrefixes(words, core - 1) === core)
  );
}

/** The name does not run on into a street, a school, a company or a thing. */
function isSafeAfter(words: readonly Word[], core: number, end: number): boolean {
  const last = words[end - 1];
  const next = words[end];
  if (!last) return false;
  for (let at = core; at < end; at += 1) {
    const key = words[at]?.key ?? '';
    if (SURNAME_LIKE.test(key) && (at > core || isAnnounced(words, core))) continue;
    if (isNamedAfterPerson(key) && tierOf(words[at]) === undefined) return false;
  }
  if (next?.gap === '-' && !next.isCapital) return false;
  if (isParted(words, end) || isBeforeThing(words, end)) return false;
  if (next?.isCapital && /^ ?& ?$/.test(next.gap))
    return tierOf(next, 'first') !== undefined && end === core + 1;
  return !(
    next?.gap === ' ' &&
    isNamedAfterPerson(next.key) &&
    !/^(?:ge|be|ver|ont|her).+d$/.test(next.key) &&
    !/(?:maan|dins|woens|donder|vrij|zater|zon|van|mid|verjaar)dag$/.test(next.key) &&
    !/^(?:weg|markt|park|bank|plaats|huis|school|bos|dag|thuis|dijk)$/.test(next.key)
  );
}

// "willem de kooning academie", "antonius zkh", "johan de wittpraktijk".
const NAMED_THING =
  /^(?:zkh|ziekenhuis|academie|kliniek|gasthuis|hospice|instituut|praktijk|lyceum|college|gymnasium|mavo|havo|stichting|toernooi|bokaal|prijs|lezing|tunnel|sporthal|zwembad)$|.{3}(?:praktijk|academie|ziekenhuis|kliniek|college|hospice|instituut)$/;

/** An institution follows that bears the name. */
function isBeforeThing(words: readonly Word[], end: number): boolean {
  const core = skipPrefixes(words, end);
  return (
    words[core]?.gap === ' ' && NAMED_THING.test(words[core]?.key ?? '') && !words[core]?.isFirst
  );
}

/** "moskee Al Fath", "café De Dirk Jan": the whole run of capitals is what the thing is called. */
function isInNameOfThing(words: readonly Word[], at: number): boolean {
  for (let back = at; back > Math.max(0, at - 3); back -= 1) {
    const [word, before] = [words[back], words[back - 1]];
    if (!word?.isCapital || !before || word.gap !== ' ' || word.isFirst) return false;
    if (PUBLIC_THING.test(before.key)) return true;
  }
  return false;
}

const PUBLIC_THING =
  /^(?:moskee|cafe|restaurant|hotel|stichting|basisschool|parochie|kerk|winkel|eetcafe|coffeeshop|bakkerij|slagerij|toko|museum|theater|camping|supermarkt|apotheek)$/;

const PARTED = /^(?:straat|plein|laan|kade|singel|park|school|buurt|flat|hof|plantsoen|weg)$/;

/** "daan theeuwen plein": a street in lower case, its last word typed apart. */
function isParted(words: readonly Word[], end: number): boolean {
  const [last, next, street] = [words[end - 1], words[end], words[end + 1]];
  if (last?.isCapital || next?.gap !== ' ' || street?.gap !== ' ') return false;
  return (
    PARTED.test(street.key) && next.key.length > 3 && !isOrdinary(next.key) && !isFiniteVerb(next)
  );
}

/** Index after the name whose word at `core` is surely a name; none if the whole is a street or thing. */
export function safeNameEnd(words: readonly Word[], core: number): number | undefined {
  const end = extendName(words, core);
  return isSafeAfter(words, core, end) ? end : undefined;
}
