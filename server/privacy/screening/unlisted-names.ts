// Names that stand in no list: by their sound (name-sound.ts), and by the place in the sentence where names of people
// stand and little else does. The more the place tells, the less the sound has to. Capitals first, then lower case.
import { ambiguousFirstNames } from './first-names.ts';
import { safeNameEnd } from './name-context.ts';
import { extendName, isFiniteVerb, isStopWord, tierOf } from './name-parts.ts';
import { nameSound } from './name-sound.ts';
import {
  humanVerbs,
  isOrdinary,
  isRelation,
  naming,
  nearNames,
  things,
  titles,
} from './name-words.ts';
import { packedWords } from './packed-words.ts';
import { personalVerb, speaks } from './predicates.ts';
import { isNamedAfterPerson } from './streets.ts';
import { ambiguousSurnames } from './surnames.ts';
import type { Word } from './words.ts';

/** Index after the name that starts here, if this unlisted word sounds enough like one for where it stands. */
export function unlistedName(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word || !mayBeUnlisted(word)) return undefined;
  const sound = nameSound(word.key);
  const next = words[at + 1];
  if (next?.gap === '-' && isStopWord(next)) return undefined;
  if (isNumbered(next) && !word.isFirst) return undefined;
  const isName = word.isCapital
    ? sound >= leastOfCapital(words, at)
    : sound >= leastOfSmall(words, at);
  return isName ? safeNameEnd(words, at) : undefined;
}

const SHAPE = /^(?:(?:Mc|Mac|De|El|Al|Van|O')?\p{Lu}?[\p{Ll}\p{M}']+|\p{Lu}{6,})$/u;

// Ends of compounds that the list of words cannot hold all.
const COMPOUND =
  /.{3}(?:app|punt|loket|kamer|hulp|zorg|werk|club|groep|team|plan|project|dienst|centrum|fonds|raad|bus|krant|avond|dag|middag|feest|heid|tjes?|ingen|schap|atie|iteit|loos|baar|achtig|lunch|diner|cafe|shop|winkel|kelder|tafel|keuken|weken|huur|water|licht|loop|tocht|ruimte|ing)$/;

const mayBeUnlisted = (word: Word) =>
  word.key.length > 2 &&
  !COMPOUND.test(word.key) &&
  SHAPE.test(word.text) &&
  !ambiguousFirstNames.has(word.key) &&
  !ambiguousSurnames.has(word.key) &&
  !isStopWord(word) &&
  !isRelation(word.key) &&
  !isOrdinary(word.key) &&
  !titles.has(word.key) &&
  !things.has(word.key) &&
  !naming.has(word.key) &&
  !isNamedAfterPerson(word.key);

const never = 99;
const PLACE = /^(?:in|naar|uit|te|op|vanuit|rond|richting|langs|nabij|tot|per|a)$/;
const LANGUAGE_VERB =
  /^(?:spreekt|spreken|sprak|geen|alleen|amper|nauwelijks|vloeiend|woord|leert|leren|gebrekkig|slecht|matig)$/;
// Before these an organisation stands as well as a person.
const WHOSE = /^(?:van|bij|via|door|voor|tegen|en|of|is|zijn|heeft|hebben|als)$/;
const ASKS_PERSON = packedWords(`
gesproken gebeld gezien bezocht gemaild geappt doorverwezen gevraagd geholpen aangesproken volgens namens gisteren vandaag vanochtend vanmorgen vanmiddag
vanavond gisteravond zegt zei vraag bel om mail app neem sprak spreek help geef kent ken dank toen heet noemt ontmoet omdat nadat totdat
zodat terwijl voordat ook samen met zag zagen zie heb hebben kan kunt iemand kleine jonge oude blinde onze mijn ons aldus aan ruzie tussen over kinderen
kids zusjes broertjes broers zussen tweeling vrijwilligers ouders buren bovenburen onderburen jongens meisjes meiden zonder
stond viel zat lag liep kwam komt ging belde stuurde vroeg wil wilde mist vindt kleuters
`);

/** How much a word with a capital has to sound like a name here. */
function leastOfCapital(words: readonly Word[], at: number): number {
  const before = beforeCapital(words, at);
  if (before === never) return never;
  const least = Math.min(behindCapital(words, at), before);
  return isAmongNames(words, at) ? Math.min(least, -1) : least;
}

function beforeCapital(words: readonly Word[], at: number): number {
  const [word, before] = [words[at], words[at - 1]];
  if (/.'s?$/.test(word?.text ?? '')) return -0.5;
  if (!word || word.isFirst || !before) return word?.gap.includes(':') ? 1.5 : 2.5;
  if (PLACE.test(before.key) && word.gap === ' ') return never;
  if (LANGUAGE_VERB.test(before.key) || isTown(words, at)) return never;
  if (/[(,]/.test(word.gap)) return 1;
  if (isRelation(before.key) || naming.has(before.key) || ASKS_PERSON.has(before.key)) return -1;
  if (WHOSE.test(before.key)) return isRelation(words[at - 2]?.key ?? '') ? -1 : 1.5;
  return nearNames.has(before.key) ? 0 : 1;
}

/** "2512 AB Dronten". */
const isTown = (words: readonly Word[], at: number) =>
  /\d{4} ?$/.test(words[at - 1]?.gap ?? '') && /^[A-Za-z]{2}$/.test(words[at - 1]?.text ?? '');

/** "Beatrixln 7": a number behind the word that is no age and no date. */
const isNumbered = (next: Word | undefined) =>
  /^,? \d{1,4}[a-z]?\b(?![-/.]\d)/.test(next?.gap ?? '') &&
  !/^(?:j|jr|jaar|jarig|mnd|maanden)$/.test(next?.key ?? '');

const OWN =
  /^(?:haar|zijn|z'n|d'r|zn|dr|hun|moeder|vader|zus|broer|zoon|dochter|fiets|man|vrouw|opa|oma)$/;
const AGED =
  /^(?:, | \()?$|^,? \(?(?:geb\.?|nr\.? ?|1?\d{1,2} ?|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}\)?,? ?)$/;

/** By what follows: the verb of a person, an age, "en zijn zusje", "van hiernaast". */
function behindCapital(words: readonly Word[], at: number): number {
  const end = extendName(words, at);
  const next = words[end];
  if (!next) return never;
  if (PLACE.test(words[at - 1]?.key ?? '') && !words[at]?.isFirst) return never;
  if (speaks(words, end) || personalVerb(words, end)) return -1;
  if (next.gap === ' ' && humanVerbs.has(next.key)) return -0.5;
  if (next.gap === ' ' && OWN.test(next.key)) return 0;
  // "om Dyami, 9 jaar": inside a sentence only a name has a capital and an age.
  if (/\d/.test(next.gap) && AGED.test(next.gap)) {
    if (!/^(?:j|jr|jaar|jarig|geb|mnd|maanden|wk|weken)$/.test(next.key)) return 0;
    return words[at]?.isFirst ? -1 : -99;
  }
  if (/^(?: en | & | en$)/.test(`${next.gap}${next.key} `))
    return isPerson(words, end + 1) ? -1 : 2.5;
  if (next.key === 'is' && /\b(?:van )?\d/.test(words[end + 1]?.gap ?? '')) return -1;
  if (next.gap === ', ' && /^(?:hij|zij|ze|geb|geboren|alleenstaand|moeder|vader)$/.test(next.key))
    return -1;
  if (next.gap !== ' ') return 1.5;
  if (/^(?:van|vd|uit|met|v)$/.test(next.key)) return 0.5;
  if (isFiniteVerb(next) || /^(?:zou|zal|blijkt|geeft|doet|weet|leeft|hoort|staat)$/.test(next.key))
    return /^(?:is|was|heeft|had|wordt|werd|krijgt)$/.test(next.key) ? 0.5 : -0.5;
  return end > at + 1 ? 1 : 2;
}

/** "haar kinderen", "zijn zusje", or another name. */
function isPerson(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (/^(?:haar|zijn|z'n|d'r|zn|hun)$/.test(word.key)) return true;
  return tierOf(word, 'first') !== undefined || (word.isCapital && nameSound(word.key) > -1);
}

/** "Matthis, Baptiste en Milla": beside another that is rather a name than anything else. */
function isAmongNames(words: readonly Word[], at: number): boolean {
  const beside = (other: number, isLinked: boolean) => {
    const word = words[other];
    if (!isLinked || !word?.isCapital || isStopWord(word)) return false;
    const tier = tierOf(word, 'first');
    return tier === 'sure' || tier === 'capital' || nameSound(word.key) >= 2;
  };
  return (
    beside(at - 1, words[at]?.gap === ', ') ||
    beside(at + 1, words[at + 1]?.gap === ', ') ||
    beside(at - 2, /^(?:en|of)$/.test(words[at - 1]?.key ?? '') && words[at]?.gap === ' ') ||
    beside(at + 2, /^(?:en|of)$/.test(words[at + 1]?.key ?? '') && words[at + 1]?.gap === ' ')
  );
}

const SPOKEN_TO =
  /^(?:gesproken|gebeld|gezien|bezocht|gemaild|geappt|doorverwezen|gevraagd|geholpen|thuis|gevonden|opgehaald|meegenomen|uitgenodigd)$/;

/** How much a word without a capital has to sound like a name here. */
function leastOfSmall(words: readonly Word[], at: number): number {
  const [word, before] = [words[at], words[at - 1]];
  const end = extendName(words, at);
  const next = words[end];
  if (!word || !/^(?: |, |: | \(|)$|[.\n]/.test(word.gap) || word.key.length < 4) return never;
  if (SPOKEN_TO.test(next?.key ?? '') && next?.gap === ' ' && !word.isFirst) return 0;
  if (before && isRelation(before.key) && word.gap === ' ') return isFiniteVerb(next) ? 1 : 2;
  if (/^(?:ik|mn|vriendin)$/.test(before?.key ?? '') && /^,/.test(next?.gap ?? '')) return 1;
  if (!word.isFirst || next?.gap !== ' ') return never;
  const verb = personalVerb(words, end);
  if (speaks(words, end) || verb === 'sure') return 0.5;
  if (verb || humanVerbs.has(next.key) || /^(?:haar|zijn|z'n|d'r|zn)$/.test(next.key)) return 1;
  if (next.key === 'en' && nameSound(words[end + 1]?.key ?? '') >= 0.5) return 0.5;
  if (next.key === 'en' && tierOf(words[end + 1], 'first') === 'sure') return 0;
  if (/^(?:van|vd|uit)$/.test(next.key)) return 1.5;
  return isFiniteVerb(next) ? 1.5 : never;
}
