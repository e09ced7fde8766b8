// Names behind a title ("mevrouw Aksoy", "dhr van der meer") and behind initials ("P. Smit").
import { SURNAME_LIKE, safeNameEnd } from './name-context.ts';
import {
  endsClause,
  extendName,
  isFiniteVerb,
  isInitial,
  isStopWord,
  skipPrefixes,
  tierOf,
} from './name-parts.ts';
import { nameSound } from './name-sound.ts';
import {
  finiteVerbs,
  foreignPrefixes,
  isOrdinary,
  isRelation,
  prefixes,
  titles,
} from './name-words.ts';
import { personalVerb, speaks } from './predicates.ts';
import { isNamedAfterPerson } from './streets.ts';
import type { Word } from './words.ts';

/** Behind a title nearly every capital is a name; lower case must look like one. */
export function nameBehindTitle(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const title = words[at - 1];
  if (!word || !title || !titles.has(title.key) || !/^[.:]?,? {0,2}\(?$/.test(word.gap))
    return undefined;
  // "Naar oma. Morgen": only behind an abbreviation a full stop ends no sentence.
  if (word.gap.startsWith('.') && !ABBREVIATED.test(title.key)) return undefined;
  const core = afterPrepositions(words, skipPrefixes(words, at), at);
  const name = words[core];
  if (isInitial(name)) return initialsAlone(words, core);
  if (!name || (titles.has(word.key) && !word.isCapital)) return undefined;
  if (isWithA(words, core)) return core + 3;
  // "De pastoor van de Bonifatius": where somebody with an office works.
  if (
    OFFICE.test(title.key) &&
    !word.isCapital &&
    (/^van (?:de|het)$/.test(`${word.key} ${words[at + 1]?.key}`) ||
      (word.key === 'vd' &&
        /(?:kerk|moskee|school|parochie|wijk|buurt|gemeente|kapel)$/.test(name?.key ?? '')))
  )
    return undefined;
  if (name.isCapital) {
    const isThing =
      isStopWord(name) ||
      STREET_NAME.test(name.key) ||
      (title.key === 'gezin' && isNamedAfterPerson(name.key));
    return isThing && core === at ? undefined : extendName(words, core);
  }
  return isLowerCaseName(words, core, at) ? extendName(words, core) : undefined;
}

const ABBREVIATED =
  /^(?:mw|mevr|mvr|mej|mnr|dhr|hr|fam|wed|dr|drs|ir|mr|ing|prof|ds|past|pt|pte|pat|cl|clt|cte|br|zr)$/;
const OFFICE = /^(?:meester|juf|dokter|dominee|ds|imam|pater|pastoor|pastor|zuster|broeder)$/;

/** "mw lo-a-njoe", "dhr tjon a fat": no Dutch sentence has an "a" between two words. */
function isWithA(words: readonly Word[], at: number): boolean {
  const [first, link, last] = words.slice(at, at + 3);
  const isShort = first !== undefined && first.key.length > 1 && first.key.length < 7;
  return isShort && link?.key === 'a' && last?.gap === link.gap && /^[ -]$/.test(link.gap);
}

// "Prof. Lorentzlaan" honours somebody; "dhr. Oosterlaan" does not.
const STREET_NAME =
  /.{4}(?:straat|(?<!ooster|wester|noorder|zuider|midde|schoute)laan|plein|singel|gracht|plantsoen)$/;

/** "meneer in 't Veld", "mw op den Kamp": prepositions open a surname only with an article and a capital. */
function afterPrepositions(words: readonly Word[], core: number, at: number): number {
  if (core > at || !/^(?:in|op|aan|uit|onder|over|bij|te)$/.test(words[at]?.key ?? '')) return core;
  const behind = at + 1 + (/^(?:'t|t|de|den|der|het)$/.test(words[at + 1]?.key ?? '') ? 1 : 0);
  return behind > at + 1 && words[behind]?.isCapital ? behind : core;
}

// Participles and adjectives, as in "dat mevrouw gevallen is".
const PARTICIPLE =
  /^(?:ge|be|ver|ont|her|af|op|aan|uit).{2,}(?:d|t|en)$|(?:lijk|ig|isch|loos|baar|end|ende|te|de|jes|tjes)$/;
const CONJUNCTION = /^(?:dat|als|omdat|toen|of|wanneer|terwijl|zodra|voordat|nadat|doordat|zodat)$/;
const PREPOSITION = /^(?:bij|met|van|aan|voor|naar|over|namens|volgens|door|de|en)$/;

// Verbs that no other verb stands before.
const SECOND_VERB = /^(?:heeft|woont|krijgt|komt|gaat|zegt|vraagt|belt|mist|zoekt|betaalt|slaapt)$/;

// Spellings that only names kept: "verhaegen", "kuijt", "dierckx".
const OLD_SPELLING = /ae(?!l)|[bdkmnprst]gh|[a-z]ck[aex]|uij|[eo]ij|[aeiou]x$|sz$/;

const SURNAME_END =
  /(?:man|mans|kamp|stra|burg|ink|huis|huizen|brink|daal|ma|ers|boer|veld|velde|berg|beek|hout|horst|dijk|ert|ens|sen|sel|laar|donk|loo|meer|mond|oord|rijk|schoot|voort|waard|zand|zijl|broek|hoven|hoek|drecht|stein|wijk|bosch|dam|eren|elen|nik|gen|sma|kerk)$/;

/** "dhr van kuperman", "mw ben chaib": a prefix and a word that looks like a surname, not "van het tehuis". */
function looksLikeSurname(words: readonly Word[], core: number, first: number): boolean {
  const name = words[core];
  if (!name || isOrdinary(name.key) || name.key.length < 4 || isOffice(name.key)) return false;
  const parts = words.slice(first, core).map(({ key }) => key);
  if (parts.includes('ben')) return true;
  const isClause = endsClause(words[core + 1]) || isFiniteVerb(words[core + 1]);
  if (NO_SURNAME.test(name.key) || !isClause) return false;
  // "Mevrouw van het dorp": behind an article Dutch nouns stand as well.
  if (nameSound(name.key) > (parts.some((part) => /^(?:de|het)$/.test(part)) ? 0.5 : -1))
    return true;
  // No sentence has "ten", "van der" or "vd" behind a title, unless for the service somebody is from.
  if (/^(?:ten|ter)$/.test(parts[0] ?? '')) return true;
  if ((parts[0] === 'vd' || parts[1] === 'der') && isFiniteVerb(words[core + 1])) return true;
  return !parts.includes('het') && SURNAME_END.test(name.key);
}

/** "Buurman" and "agent" are people without a name; "kuperman" is a surname. */
const isOffice = (key: string) =>
  isRelation(key) &&
  !/^(?!.*(?:buur|brandweer|koop|zaken|vak|tim|hulp|raads|politie|post)).{3,}man$/.test(key);

const NO_SURNAME =
  /(?:zorg|wijk|overkant|achterom|ziekenhuis|tehuis|buurthuis|stadhuis|gemeentehuis|gebouw|buurman|kinderen|ouderen|mensen|school|hoek|woningen|bejaarden|vluchtelingen|thuiszorgen)$/;

/** A name without capital behind a title; `first` is where its prefixes start. */
function isLowerCaseName(words: readonly Word[], core: number, first: number): boolean {
  const name = words[core];
  const next = words[core + 1];
  if (!name || name.key.length < 2 || titles.has(name.key)) return false;
  const tier = tierOf(name);
  const isEveryday = isOrdinary(name.key);
  if (core > first) {
    // "De weduwe van de wijk": where somebody is from, behind a word that asks for no name.
    if (/^(?:weduwe|weduwnaar|gezin|familie|echtpaar)$/.test(words[first - 1]?.key ?? ''))
      if (NO_SURNAME.test(name.key)) return false;
    if (looksLikeSurname(words, core, first)) return true;
    return tier !== undefined || (foreignPrefixes.has(words[core - 1]?.key ?? '') && !isEveryday);
  }
  if (isEveryday || prefixes.has(name.key) || isOffice(name.key)) return false;
  if (tier === 'sure') return true;
  const before = words[first - 2]?.key ?? '';
  // "Opa en oma passen op": the verb of two.
  if (before === 'en' && /en$/.test(name.key)) return false;
  const sound = nameSound(name.key);
  if (sound > 1 && name.key.length > 3) return true;
  if (OLD_SPELLING.test(name.key) || (sound > -1 && name.key.length > 3))
    return endsClause(next) || isFiniteVerb(next);
  // Two verbs never stand side by side: before a verb even "elzenaart" is a name.
  if (isFiniteVerb(name) && !finiteVerbs.has(next?.key ?? '') && !SECOND_VERB.test(next?.key ?? ''))
    return false;
  if (PARTICIPLE.test(name.key)) return tier !== undefined && endsClause(next);
  if (next?.gap === ' ' && isFiniteVerb(next))
    return tier !== undefined || !CONJUNCTION.test(before);
  return (
    endsClause(next) &&
    (tier !== undefined || PREPOSITION.test(before)) &&
    !CONJUNCTION.test(before)
  );
}

/** "P. Smit", "A.B. de Vries", "J de Vries", and the same in lower case with a known surname. */
export function nameWithInitials(words: readonly Word[], at: number): number | undefined {
  const first = words[at];
  const behind = afterInitials(words, at);
  const gap = words[behind]?.gap ?? 'x';
  if (!first || behind === at || !/^\.? ?$/.test(gap) || /[\p{L}\d'-]$/u.test(first.gap))
    return undefined;
  const core = skipPrefixes(words, behind);
  const name = words[core];
  if (!name || name.key.length < 2) return undefined;
  const tier = tierOf(name);
  const isPlace =
    isStopWord(name) && !((core > behind || first.isFirst) && SURNAME_LIKE.test(name.key));
  if (isPlace || (isNamedAfterPerson(name.key) && !tier && !SURNAME_LIKE.test(name.key)))
    return undefined;
  const hasDot = gap.startsWith('.');
  const hasPrefix = core > behind;
  const cue = words[at - 1]?.key ?? '';
  const isAnnounced =
    titles.has(cue) || (/^:? $/.test(first.gap) && (isRelation(cue) || WITH.test(cue)));
  const isName =
    name.isCapital && first.isCapital
      ? // "vitamine D. Ouderen" ends a sentence: a lone initial needs a surname we know, or the start of a line.
        (hasDot &&
          (tier ||
            ((first.isFirst || behind - at > 1 || hasPrefix || isAnnounced || gap === '.') &&
              !isOrdinary(name.key)))) ||
        (hasDot && nameSound(name.key) >= 0) ||
        (hasDot &&
          (isFiniteVerb(words[core + 1]) || /^[,;] $/.test(first.gap)) &&
          !isOrdinary(name.key)) ||
        (isAnnounced && (first.gap !== ' ' || titles.has(cue)) && !isOrdinary(name.key)) ||
        (tier && (isAnnounced || hasPrefix || tier === 'sure')) ||
        (first.isFirst && !isOrdinary(name.key) && isPersonal(words, extendName(words, core)))
      : (hasDot || isAnnounced) &&
        !isOrdinary(name.key) &&
        (tier === 'sure' ||
          (hasDot && nameSound(name.key) > (gap === '. ' ? 0 : -1)) ||
          (tier && (hasPrefix || isAnnounced)) ||
          // "d. pinas * 22/09/1963": with a date of birth behind it.
          (hasDot && /^,? [*(]? ?\d{1,2}[-/.]\d{1,2}[-/.]\d/.test(words[core + 1]?.gap ?? '')) ||
          (isAnnounced && hasDot && isFiniteVerb(words[core + 1])));
  return isName ? safeNameEnd(words, core) : undefined;
}

/** "mw. G is opgenomen", "dhr K.": initials without a surname behind a title, in capitals. */
function initialsAlone(words: readonly Word[], at: number): number | undefined {
  const behind = afterInitials(words, at);
  const next = words[behind];
  if (!words[at]?.isCapital || (next?.isCapital && next.gap !== ', ')) return undefined;
  return behind;
}

/** "R.B. is in zorg", "J. de V. heeft": two initials with full stops and the verb of a person. */
export function bareInitials(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!isInitial(word) || !word?.isCapital || /[\p{L}\d'-]$/u.test(word.gap)) return undefined;
  let end = at + 1;
  let core = end;
  while (core < at + 4 && prefixes.has(words[core]?.key ?? '') && !words[core]?.isCapital)
    core += 1;
  if (isInitial(words[core]) && words[core]?.isCapital && /^\.? ?$/.test(words[end]?.gap ?? ''))
    end = core + 1;
  const isTwo = end > at + 1;
  const before = words[at - 1];
  const isClient = /^(?:client|cliente|patient|patiente|bewoner|bewoonster|leerling)$/.test(
    before?.key ?? '',
  );
  const next = words[end];
  if (next?.gap === '. (' || /^\.? ?\(\d{1,2} ?$/.test(next?.gap ?? '')) {
    if (/\(\d{1,2} ?$/.test(next?.gap ?? '') && /^(?:jr|jaar|j|mnd|maanden)$/.test(next?.key ?? ''))
      return end;
  }
  const isDotted = words[at + 1] !== undefined && /^\. ?$/.test(words[at + 1]?.gap ?? '');
  const isNamed = /^initialen$/.test(before?.key ?? '');
  if (isNamed && isTwo) return end;
  if (!isDotted || /^(?:bv|nv)$/i.test(`${word.text}${words[at + 1]?.text}`)) return undefined;
  if (next?.gap !== (isTwo || isClient ? '. ' : ' ') || next.isCapital) return undefined;
  return (isTwo && isFiniteVerb(next)) || isClient ? end : undefined;
}

const WITH = /^(?:met|van|aan|door|namens|volgens|bij)$/;

const isPersonal = (words: readonly Word[], at: number) =>
  speaks(words, at) || personalVerb(words, at) !== undefined;

function afterInitials(words: readonly Word[], at: number): number {
  let behind = at;
  while (behind < at + 5 && isInitial(words[behind])) {
    if (behind > at && !/^\.? ?$/.test(words[behind]?.gap ?? 'x')) break;
    behind += 1;
  }
  return behind;
}
