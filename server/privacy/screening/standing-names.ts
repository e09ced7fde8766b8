// Names typed without a capital, or with a bracket or a comma behind them, in places where only a person stands: the
// one a key or a parcel is for, the members of a list at table, "bep van 3 hoog", "van Dijk (woco, …".

import { safeNameEnd } from './name-context.ts';
import {
  extendName,
  isFiniteVerb,
  isInitial,
  isStopWord,
  SURNAME_ENDING,
  skipPrefixes,
  tierOf,
} from './name-parts.ts';
import { nameSound } from './name-sound.ts';
import { isOrdinary, isRelation, things, titles } from './name-words.ts';
import { isNamedAfterPerson } from './streets.ts';
import type { Word } from './words.ts';

/** Index after the name that starts here, if its place in the sentence asks for a person. */
export function standingName(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  const prefixed = prefixedInNote(words, at);
  if (prefixed !== undefined) return prefixed;
  if (isStopWord(word) || isRelation(word.key) || titles.has(word.key)) return undefined;
  if (isNamedAfterPerson(word.key)) return undefined;
  return (
    surnameFirst(words, at) ??
    metBySomeone(words, at) ??
    (word.isCapital ? undefined : smallName(words, at))
  );
}

/** "Jansen, P.J.M.", "Vos, A.": a surname before its initials, as on lists. */
function surnameFirst(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word?.isCapital || word.key.length < 3) return undefined;
  const end = extendName(words, at);
  const initials = initialsBehind(words, end);
  if (initials === undefined) return undefined;
  const isLong = initials > end + 1;
  const last = words[end - 1];
  return isLong || tierOf(last, 'last') !== undefined || nameSound(last?.key ?? '') > 0
    ? initials
    : undefined;
}

/** Index after initials with full stops behind a comma, and after the prefix of the surname: ", P.J. van". */
export function initialsBehind(words: readonly Word[], at: number): number | undefined {
  if (words[at]?.gap !== ', ' || !isInitial(words[at]) || !words[at]?.isCapital) return undefined;
  let end = at + 1;
  while (
    end < at + 5 &&
    isInitial(words[end]) &&
    words[end]?.isCapital &&
    /^\. ?$/.test(words[end]?.gap ?? '')
  )
    end += 1;
  const gap = words[end]?.gap;
  return gap === undefined || gap.startsWith('.') ? end : undefined;
}

/** "van Dijk (woco, 078 …)", "De Groot (huurder)": a line that opens with a surname and says who it is. */
function prefixedInNote(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const core = skipPrefixes(words, at);
  const name = words[core];
  if (!word?.isFirst || core === at || !name?.isCapital || isStopWord(name)) return undefined;
  if (!/^ \($/.test(words[core + 1]?.gap ?? '')) return undefined;
  if (tierOf(name)) return core + 1;
  return nameSound(name.key) > -2 ? safeNameEnd(words, core) : undefined;
}

const MET =
  /^(?:gesprek|huisbezoek|kennismaking|intakegesprek|koffie|wandeling|belafspraak|telefoontje|ruzie) (?:met|bij|van)$/;
const MET_FORMALLY = /^(?:overleg|afspraak|contact|gebeld|gesproken|intake) (?:met|bij)$/;

/** "gesprek met Ramkhelawan, en": whoever one has a talk with, when the clause ends there. */
function metBySomeone(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const cue = `${words[at - 2]?.key} ${words[at - 1]?.key}`;
  const next = words[at + 1];
  if (!word?.isCapital || word.gap !== ' ' || word.text === word.text.toUpperCase())
    return undefined;
  const least = MET.test(cue) ? -99 : MET_FORMALLY.test(cue) ? 0 : 99;
  if (word.key.length < 4 || isOrdinary(word.key) || things.has(word.key)) return undefined;
  const isEnd =
    next === undefined ||
    /^[,.;)]/.test(next.gap) ||
    /^(?:en|over|om|i\.?v\.?m|ivm)$/.test(next.key);
  if (!isEnd || NO_PERSON.test(word.key)) return undefined;
  return nameSound(word.key) >= least ? safeNameEnd(words, at) : undefined;
}

const NO_PERSON =
  /(?:zorg|werk|wonen|wijk|team|school|bank|groep|hulp|centrum|huis|dienst|raad|plein|stichting|club|vereniging|lijn|punt|ers|en|heid|ing|schap|politie|gemeente)$/;

function smallName(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word || isOrdinary(word.key) || things.has(word.key) || word.key.length < 2)
    return undefined;
  if (isKept(words, at) || isOneOfList(words, at) || isNeighbour(words, at) || isSubject(words, at))
    return safeNameEnd(words, at);
  return undefined;
}

const KEPT = /^(?:sleutel|sleutels|reservesleutel)$/;
const KEPT_FOR =
  /^(?:sleutel|sleutels|post|pakket|pakje|pakketje|brief|medicatie|recept|kaart|kaartje|bloemen|taart|bericht|briefje|tas|jas|fiets|boodschappen|cadeau|cadeautje|nummer|huissleutel|reservesleutel|rollator) (?:voor|van|bij)$/;

/** "sleutel gré", "post voor yildirim ligt": what is kept or brought, and whose it is. */
function isKept(words: readonly Word[], at: number): boolean {
  const [word, before, next] = [words[at], words[at - 1], words[at + 1]];
  if (word?.gap !== ' ' || !before) return false;
  const isEnd = next === undefined || next.gap !== ' ';
  const isBefore =
    isEnd ||
    isFiniteVerb(next) ||
    /^(?:liggen|staan|hangen|zijn|moeten|kunnen|mogen|komen)$/.test(next.key) ||
    tierOf(next, 'last') !== undefined;
  if (!isBefore) return false;
  const isKnown = tierOf(word, 'first') !== undefined || tierOf(word, 'last') === 'sure';
  if (KEPT.test(before.key)) return isEnd && isKnown;
  return KEPT_FOR.test(`${words[at - 2]?.key} ${before.key}`) && isKnown;
}

const LIST_CUE =
  /^(?:tafel|aanwezig|aanwezigen|rondje|afgemeld|afmeldingen|present|deelnemers|deelnemer|wie|belronde|bellen|bellijst|erbij|kinderen|kids|groepje|clubje|team|kookploeg|vrijwilligers|gasten|jongens|meiden|afwezig|ziek|opgave|aangemeld|bezocht|gesproken|gezien|namen|thuis)$/;

/** "aan tafel: mo, sem, en de moeder van fenna": members of a list of people. */
function isOneOfList(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !tierOf(word, 'first')) return false;
  const isMember = next === undefined || /^(?: ?[,;&+/]|\.)/.test(next.gap) || next.key === 'en';
  if (!isMember || !/^(?:: ?|, ?| ?& ?| ?\+ ?| )$/.test(word.gap)) return false;
  if (word.gap === ' ' && words[at - 1]?.key !== 'en') return false;
  for (let back = at; back > Math.max(0, at - 9); back -= 1) {
    const gap = words[back]?.gap ?? '';
    if (gap.startsWith(':')) return LIST_CUE.test(words[back - 1]?.key ?? '');
    if (/[.!?;\n]/.test(gap)) return false;
  }
  return false;
}

/** "bep van 3 hoog", "jaap van 12b", "toos van nr 4". */
function isNeighbour(words: readonly Word[], at: number): boolean {
  const [word, link, place] = words.slice(at, at + 3);
  if (!word || !link || link.gap !== ' ' || !/^(?:van|op|v)$/.test(link.key)) return false;
  if (!tierOf(word, 'first') || !(word.isFirst || /^, ?$/.test(word.gap))) return false;
  return (
    /^ \d{1,4}$/.test(place?.gap ?? '') ||
    (/^ \d{1,4} $/.test(place?.gap ?? '') &&
      /^(?:hoog|hs|bis|links|rechts)$/.test(place?.key ?? ''))
  );
}

const STATE =
  /^(?:suicidaal|depressief|zwanger|dakloos|verslaafd|dement|overleden|opgepakt|psychotisch|manisch|dronken|overspannen|gescheiden|opgenomen|ziek|gevallen|vermist|verward|boos|bang|eenzaam|zorgmijdend|suïcidaal|stoned|verdrietig|bedlegerig|thuisloos|onbereikbaar|spoorloos)$/;
const CLAUSE_START = /^$|[,.;] ?$/;

/** ", sanchez haalt om 4 uur", "dion suicidaal": the subject of a clause, of which only people can be the one. */
function isSubject(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !(word.isFirst || CLAUSE_START.test(word.gap))) return false;
  const isSurname = tierOf(word, 'last') === 'sure';
  const isFirst = tierOf(word, 'first') !== undefined && word.key.length > 2;
  if (next === undefined)
    return /, ?$/.test(word.gap) && (isSurname || (isFirst && nameSound(word.key) > 2));
  if (next.gap !== ' ') return false;
  if (STATE.test(next.key)) return isSurname || isFirst;
  return isSurname && isFiniteVerb(next) && !SURNAME_ENDING.test(next.key);
}
