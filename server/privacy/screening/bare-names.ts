// Names behind a relation or a word like "heet", and known names that stand on their own.
import { isFamilyName, isSafeBefore, SURNAME_LIKE, safeNameEnd } from './name-context.ts';
import {
  endsClause,
  extendName,
  isFiniteVerb,
  isStopWord,
  SURNAME_ENDING,
  skipPrefixes,
  tierOf,
} from './name-parts.ts';
import { nameSound } from './name-sound.ts';
import { isNameVariant } from './name-spelling.ts';
import {
  foreignPrefixes,
  humanVerbs,
  isOrdinary,
  isRelation,
  naming,
  nearNames,
  things,
  titles,
} from './name-words.ts';
import { looksLikeFirstName, mayBeName, maySpeak, personalVerb, speaks } from './predicates.ts';
import { isNamedAfterPerson } from './streets.ts';
import { unlistedName } from './unlisted-names.ts';
import type { Word } from './words.ts';

/** Behind a relation ("zus Leila") or a naming word ("heet Peter") an unknown capital will do. */
export function nameBehindCue(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const cue = words[at - 1];
  if (!word || !cue || !/^(?: |: ?| \(|, | '|: ')$/.test(word.gap)) return undefined;
  const core = skipPrefixes(words, at);
  const name = words[core];
  const next = words[core + 1];
  if (!name || name.key.length < 2) return undefined;
  if (isNamedAfterPerson(word.key) && !SURNAME_LIKE.test(word.key)) return undefined;
  // "de zoon, Ferdi, is": a comma before the name asks for one behind it.
  const isBehindRelation =
    isRelation(cue.key) && (!word.gap.startsWith(',') || next?.gap.startsWith(','));
  if (!isBehindRelation && !isNamingCue(words, at)) return undefined;
  if (name.isCapital) {
    const isAbbreviation = name.text.length > 1 && name.text === name.text.toUpperCase();
    return isStopWord(name) || (isAbbreviation && !tierOf(name))
      ? undefined
      : safeNameEnd(words, core);
  }
  if (core > at || isOrdinary(name.key) || word.gap !== ' ') return undefined;
  const isSound = nameSound(name.key) > 3 && isFiniteVerb(next) && !isFiniteVerb(name);
  // "ma roza ibrahimi weet": a surname we know vouches for the name before it.
  const isVouched = next?.gap === ' ' && isSurname(next) && !isRelation(name.key);
  if (isVouched && !isFiniteVerb(name)) return core + 2;
  if (!tierOf(name) && !isSound) return undefined;
  const isFamily =
    isRelation(cue.key) && tierOf(name, 'first') !== undefined && name.key.length > 3;
  return isFamily || endsClause(next) || isFiniteVerb(next) ? safeNameEnd(words, core) : undefined;
}

const isSurname = (word: Word) =>
  tierOf(word, 'last') === 'sure' ||
  (nameSound(word.key) >= (SURNAME_ENDING.test(word.key) ? 1 : 3) &&
    tierOf(word, 'last') !== undefined);

const NAMING_PHRASE =
  /(?:naam (?:van \p{L}+ \p{L}+ )?is|ik ben|noem(?:t|en|de|den) (?:zich|zichzelf|hem|haar|ze|we)|bekend als|ken(?:t|nen) (?:hem|haar) als|stelde? zich voor als|groet(?:en|jes)? van|gesproken met|(?:gemeld|gebeld|geschreven|aangemeld|ingediend|doorgegeven|verteld|gevraagd|ingevuld) door|sleutel (?:ligt |is )?bij|aanspreekpunt is|contactpersoon is)$/u;

function isNamingCue(words: readonly Word[], at: number): boolean {
  const cue = words[at - 1]?.key ?? '';
  const before = words
    .slice(Math.max(0, at - 6), at)
    .map(({ key }) => key)
    .join(' ');
  if (NAMING_PHRASE.test(before)) return isOfPerson(words, at);
  if (/^(?:ik|naam|contact)$/.test(cue)) return /[:,]/.test(words[at]?.gap ?? '');
  return naming.has(cue) && isOfPerson(words, at);
}

const NAMED_THING =
  /(?:straat|plein|brug|koor|project|app|stichting|school|groep|club|initiatief|cursus|wijk|buurt|gebouw|park|hond|poes|kat|winkel|team|aanpak|regeling|programma|huis|centrum|krant|fonds|markt|flat|actie|bus|boot|speeltuin)$/;

/** No thing, animal or project stands in the same sentence before the word that gives a name. */
function isOfPerson(words: readonly Word[], at: number): boolean {
  if (words[at - 1]?.isFirst) return true;
  for (let back = 2; back <= 7 && at - back >= 0; back += 1) {
    if (NAMED_THING.test(words[at - back]?.key ?? '')) return false;
    if (words[at - back]?.isFirst) return true;
  }
  return true;
}

/** A known name on its own: sure ones anywhere, doubtful ones with a surname or a verb beside them. */
export function bareName(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word || !isSafeBefore(words, at)) return undefined;
  if (naming.has(words[at - 1]?.key ?? '') && !isOfPerson(words, at)) return undefined;
  const first = tierOf(word, 'first');
  if (!word.isCapital && isSmallPrefix(words, at)) return prefixedSurname(words, at);
  if (!word.isCapital) {
    if (isWithInitial(words, at, first)) return at + 2;
    if (foreignSurnameEnd(words, at)) return safeNameEnd(words, skipPrefixes(words, at));
    return isLowerCaseName(words, at, first) ? safeNameEnd(words, at) : unlistedName(words, at);
  }
  if (skipPrefixes(words, at) > at && !first) return prefixedSurname(words, at);
  const isAbbreviation = word.text === word.text.toUpperCase() && word.text.length < 4;
  if (isStopWord(word) || isAbbreviation) return undefined;
  if (first === 'sure' || first === 'capital') return safeNameEnd(words, at);
  if (first === 'doubtful' && isLikelyName(words, at)) return safeNameEnd(words, at);
  return (
    surnameAlone(words, at) ??
    possessiveName(words, at) ??
    unknownName(words, at) ??
    unlistedName(words, at)
  );
}

/** "mo b.": a first name of any length in front of an initial with its full stop. */
const isWithInitial = (words: readonly Word[], at: number, first: ReturnType<typeof tierOf>) =>
  first !== undefined &&
  words[at + 1]?.gap === ' ' &&
  words[at + 1]?.text.length === 1 &&
  words[at + 2] !== undefined &&
  /^\.[ ,)]/.test(words[at + 2]?.gap ?? '');

const FOREIGN_ONLY = /^(?:el|ait|oulad|ould|abu)$/;

/** "bij el hadj", "el khattabi belde": prefixes that open no Dutch phrase, in lower case. */
function foreignSurnameEnd(words: readonly Word[], at: number): boolean {
  const [prefix, before] = [words[at], words[at - 1]];
  const core = skipPrefixes(words, at);
  const name = words[core];
  if (!prefix || !name || core === at || !FOREIGN_ONLY.test(prefix.key)) return false;
  if (name.key.length < 4 || isOrdinary(name.key)) return false;
  return (
    tierOf(name, 'last') !== undefined ||
    nearNames.has(before?.key ?? '') ||
    isFiniteVerb(words[core + 1])
  );
}

/** "tarik komt", "jan de boer staat", "ria van de bloemen weet": the doubtful ones need a neighbour. */
function isLowerCaseName(
  words: readonly Word[],
  at: number,
  first: ReturnType<typeof tierOf>,
): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word && /\d ?$/.test(word.gap)) return false;
  if (!word || !first || next?.gap !== ' ') return first === 'sure' && (word?.key.length ?? 0) > 3;
  if (first === 'sure' && word.key.length > 3) return true;
  if (isOrdinary(word.key) && !word.isFirst) return false;
  if (/^(?:volgens|namens)$/.test(words[at - 1]?.key ?? '') && isFiniteVerb(next)) return true;
  const surname = words[skipPrefixes(words, at + 1)];
  const tier = tierOf(surname, 'last');
  if (tier === 'sure' || (tier && skipPrefixes(words, at + 1) > at + 1))
    return !isOrdinary(word.key);
  const verb = personalVerb(words, at + 1);
  if (first === 'sure') return verb !== undefined || isFiniteVerb(next);
  return word.isFirst && (verb === 'sure' || isOfPlace(words, at + 1));
}

/** "van de bloemenkraam", "uit de Spoorstraat", "van hiernaast": how people say which one they mean. */
function isOfPlace(words: readonly Word[], at: number): boolean {
  const [link, article, place, verb] = words.slice(at, at + 4);
  if (link?.gap !== ' ' || !/^(?:van|uit)$/.test(link.key)) return false;
  if (
    /^(?:(?:een|twee|drie|vier|vijf|zes)hoog|hiernaast|boven|beneden|hierboven|hierachter|hierbeneden|hieronder|nummer|nr|huisnummer|tegenover|verderop|overkant)$/.test(
      article?.key ?? '',
    )
  )
    return true;
  return (
    /^(?:de|het|ons|onze)$/.test(article?.key ?? '') && place !== undefined && isFiniteVerb(verb)
  );
}

/** "Henks hond", "Marias dochter": a first name with the s of the possessive glued on. */
function possessiveName(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !/s$/.test(word.key) || next?.gap !== ' ' || next.isCapital) return undefined;
  const owner = { ...word, key: word.key.slice(0, -1) };
  const tier = tierOf(owner, 'first');
  if (tier !== 'sure' && tier !== 'capital') return undefined;
  return isFiniteVerb(next) || isOrdinary(next.key) ? undefined : safeNameEnd(words, at);
}

// Surnames that only together with "De" are known: "De Vries belt".
const BEHIND_DE = /^(?:vries|jong|boer|groot|wit|graaf|haan|bruijn|ruiter|lange|koning|leeuw)$/;

/** "vd Berg", "van der Zwan": prefixes in lower case at the start of a line, where a sentence has none. */
function isSmallPrefix(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const core = skipPrefixes(words, at);
  if (!word || core === at || !words[core]?.isCapital) return false;
  return word.key === 'vd' || (word.isFirst && core > at + 1 && /^(?:van|v)$/.test(word.key));
}

/** "El Idrissi", "Van Vliet", "De Vries": the doubtful ones only before or behind a fitting verb. */
function prefixedSurname(words: readonly Word[], at: number): number | undefined {
  const prefix = words[at];
  const core = skipPrefixes(words, at);
  const name = words[core];
  if (!prefix || !name?.isCapital || isStopWord(name)) return undefined;
  const tier = tierOf(name, 'last');
  if (tier === 'sure' || prefix.key === 'vd') return safeNameEnd(words, core);
  const article = words[at - 1]?.key;
  if (article === 'de' || article === 'die') {
    if (isFamilyName(words, at) || (tier && isOfPlace(words, core + 1)))
      return safeNameEnd(words, core);
  }
  if (nameSound(name.key) > -1 && (speaks(words, core + 1) || personalVerb(words, core + 1)))
    return safeNameEnd(words, core);
  if (article === 'die' && prefix.key !== 'de' && nameSound(name.key) > 0)
    return safeNameEnd(words, core);
  if (
    prefix.key !== 'de' &&
    nameSound(name.key) > 0 &&
    (words[core + 1]?.gap === ', ' || isFiniteVerb(words[core + 1]))
  )
    return safeNameEnd(words, core);
  if (!isFiniteVerb(words[core + 1]) && !nearNames.has(words[at - 1]?.key ?? '')) return undefined;
  const isForeign = foreignPrefixes.has(prefix.key) && !/^(?:la|le|'t)$/.test(prefix.key);
  const isDutch =
    (prefix.key === 'van' && (tier || (core > at + 1 && isFiniteVerb(words[core + 1])))) ||
    (prefix.key === 'de' && BEHIND_DE.test(name.key));
  return isForeign || isDutch ? safeNameEnd(words, core) : undefined;
}

/** A known surname, with or without an unknown first name before it. */
function surnameAlone(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (tierOf(word, 'last') === 'sure') return safeNameEnd(words, at);
  if (things.has(word.key)) return undefined;
  if ((word.isFirst && isOrdinary(word.key)) || isRelation(word.key) || titles.has(word.key))
    return undefined;
  if (
    words[at - 1]?.key === 'tussen' &&
    tierOf(word, 'last') &&
    words[at + 1]?.key === 'en' &&
    words[at + 2]?.isCapital
  )
    return safeNameEnd(words, at);
  const surname = words[skipPrefixes(words, at + 1)];
  const isFullName = surname?.isCapital && words[at + 1]?.gap === ' ' && surname.gap === ' ';
  return isFullName && tierOf(surname, 'last') === 'sure' ? safeNameEnd(words, at) : undefined;
}

const SPEECH =
  /^(?:zei|zegt|vertelde|vertelt|vroeg|vraagt|belde|aldus|fluisterde|snikte|riep|mailde|appte)$/;
const BESIDE_NAMES =
  /^(?:met|aan|om|over|door|namens|zonder|omdat|dat|als|toen|of|hoe|sprak|spreekt|zag|ken|kent|mist|help|hielp|kwam|voor|bij)$/;
const soundsLikeOne = (word: Word) =>
  mayBeName(word) && !isStopWord(word) && nameSound(word.key) > 2;
const OF_FAMILY =
  /^(?:ouders|kinderen|moeder|vader|zoon|zoontje|dochter|dochtertje|broer|zus|oma|opa|vriend|vriendin|man|vrouw|partner|ex|buren|hond|mentor|juf) van$/;
const AMONG_PEOPLE =
  /^(?:hen|hem|haar|meiden|meisjes|jongens|vrouwen|mannen|bewoners|jongeren|dames|heren)$/;

/** A name no list knows, inside a sentence where only people fit: "zei Ondine", "ouders van Ondine". */
function unknownName(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!word || word.text.length < 3 || isNamedAfterPerson(word.key)) return undefined;
  if (isListedWith(words, at) && mayBeName(word) && isNoOtherWord(word))
    return safeNameEnd(words, at);
  if (isNickname(words, at)) return at + 1;
  if (isPairOfNames(words, at) || isPairOfNames(words, at - 2)) return safeNameEnd(words, at);
  if (word.isFirst) return unknownSubject(words, at);
  if (word.text === word.text.toUpperCase() || /(?:se|ees|iaan|er|ers)$/.test(word.key))
    return undefined;
  const before = words[at - 1]?.key ?? '';
  const isPerson =
    /^, (?:hij|zij|ze)$/.test(`${next?.gap}${next?.key}`) ||
    (nearNames.has(before) && looksLikeFirstName(word)) ||
    (BESIDE_NAMES.test(before) && word.gap === ' ' && soundsLikeOne(word)) ||
    (/^(?:volgens|namens)$/.test(before) && maySpeak(word)) ||
    SPEECH.test(before) ||
    OF_FAMILY.test(`${words[at - 2]?.key} ${before}`) ||
    (word.gap === ' (' && next?.gap.startsWith(')') && AMONG_PEOPLE.test(before)) ||
    (next?.gap === ' ' &&
      /^(?:huilde?|snikte|bloosde|zuchtte|fluisterde|vertelde|spijbelt|schaamt)$/.test(next.key));
  const isFullName =
    /^(?:volgens|namens)$/.test(before) && next?.isCapital && next.gap === ' ' && mayBeName(next);
  return isPerson && (!next?.isCapital || (isFullName && !isStopWord(next)))
    ? safeNameEnd(words, at)
    : undefined;
}

const NICKNAME = /^(?:lange|dikke|kleine|rooie|blonde|kale|ouwe|gekke|malle|schele|manke)$/;

/** "'Kleine Moos'", in quotes: how the street calls somebody. */
function isNickname(words: readonly Word[], at: number): boolean {
  const [kind, name, next] = [words[at - 1], words[at], words[at + 1]];
  if (!kind || !name?.isCapital || !NICKNAME.test(kind.key) || name.gap !== ' ') return false;
  const isQuoted = /['"‘“]$/.test(kind.gap) && (next === undefined || /^['"’”]/.test(next.gap));
  return isQuoted && isNoOtherWord(name);
}

const isNoOtherWord = (word: Word) =>
  !isStopWord(word) &&
  !isRelation(word.key) &&
  !naming.has(word.key) &&
  !isOrdinary(word.key) &&
  !titles.has(word.key);

/** Below this a word is Dutch beyond doubt, whatever stands behind it. */
const leastSound = -4;

/** "Tjalling woont", "Radjinder Bhagwandin is ziek": a capital in front of what only a person does. */
function unknownSubject(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word || !mayBeName(word) || isOrdinary(word.key) || isRelation(word.key)) return undefined;
  if (titles.has(word.key) || nameSound(word.key) < leastSound) return undefined;
  const end = extendName(words, at);
  const verb = personalVerb(words, end);
  if (speaks(words, end) && maySpeak(word)) return safeNameEnd(words, at);
  if (verb && isNameVariant(word.key)) return safeNameEnd(words, at);
  if (looksLikeFirstName(word) && (verb || isFiniteVerb(words[end]))) return safeNameEnd(words, at);
  if (soundsLikeSubject(words, at, end)) return safeNameEnd(words, at);
  const isPersonal = verb === 'likely' && (end > at + 1 || nameSound(word.key) > 0);
  return verb === 'sure' || isPersonal ? safeNameEnd(words, at) : undefined;
}

/** "Aurelio en Ximena zoeken": two that sound like names, and the verb of two. */
function isPairOfNames(words: readonly Word[], at: number): boolean {
  const [first, link, second, verb] = words.slice(Math.max(0, at), at + 4);
  if (at < 0 || !first?.isFirst || link?.key !== 'en' || verb?.gap !== ' ') return false;
  if (verb.isCapital || !/en$|^zijn$/.test(verb.key)) return false;
  return [first, second].every(
    (word) => word?.isCapital && mayBeName(word) && isNoOtherWord(word) && nameSound(word.key) > 1,
  );
}

const NO_FIRST_NAME = /^(?:sint|st|san|alzheimer|bureau|cafe|kerk)|(?:erij|zorg)/;

/** "Dilnoza uit Oezbekistan zoekt", "Tugay wordt", "Xenno (91)": the sound of a name, and what fits a person. */
function soundsLikeSubject(words: readonly Word[], at: number, end: number): boolean {
  const sound = nameSound(words[at]?.key ?? '');
  const next = words[end];
  // "Overlijden wordt": a verb as a noun.
  // "Marjoke (23/10/1952)": a date in brackets, which nothing else has.
  if (/^ \(\d{1,2}([-/. ])\d{1,2}\1\d{2,4}\)/.test(next?.gap ?? '')) return sound > -1;
  if (sound < 1 || next === undefined || /en$/.test(words[at]?.key ?? '')) return false;
  if (/^ \(\d{1,2}\) $/.test(next.gap)) return true;
  if (next.gap !== ' ') return false;
  if (isFiniteVerb(next)) {
    const isPair = end > at + 1 && nameSound(words[end - 1]?.key ?? '') > 1;
    return sound > 2 || (isPair && !NO_FIRST_NAME.test(words[at]?.key ?? ''));
  }
  return next.key === 'uit' && words[end + 1]?.isCapital === true && isFiniteVerb(words[end + 2]);
}

/** A first name that is also a word: a surname, a verb of people or another name stands beside it. */
function isLikelyName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  const before = words[at - 1];
  const surname = words[skipPrefixes(words, at + 1)];
  if (surname?.isCapital && next?.gap === ' ' && surname.gap === ' ' && !isStopWord(surname)) {
    // "Storm Eunice" bears a first name where a surname should be.
    return word?.key !== 'storm' || tierOf(surname, 'first') !== 'sure';
  }
  if (next?.gap === ' ' && humanVerbs.has(next.key)) return true;
  if (personalVerb(words, at + 1) || isOfPlace(words, at + 1)) return true;
  // "Griet haar man", "Bas zijn fiets".
  if (next?.gap === ' ' && /^(?:haar|zijn|z'n|d'r)$/.test(next.key) && word?.isFirst) return true;
  if (next?.gap === ' ' && /^(?:komt|kwam)$/.test(next.key)) return true;
  if (isListedWith(words, at)) return true;
  if (next?.gap === ' ' && /^(?:en|of)$/.test(next.key) && word?.isFirst) return false;
  return !word?.isFirst && nearNames.has(before?.key ?? '') && !surname?.isCapital;
}

/** "Henny, Wil en Toos": next to a name that is sure, with a comma or "en" between them. */
function isListedWith(words: readonly Word[], at: number): boolean {
  const neighbours = [
    [words[at - 1], words[at]?.gap === ', '],
    [words[at + 1], words[at + 1]?.gap === ', '],
    [words[at - 2], words[at - 1]?.key === 'en'],
    [words[at + 2], words[at + 1]?.key === 'en'],
  ] as const;
  return neighbours.some(
    ([word, isLinked]) => isLinked && word?.isCapital && tierOf(word, 'first') === 'sure',
  );
}
