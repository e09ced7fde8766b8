// Where one person lives: a street with a house number, and a house number without a street when a
// person or a postcode stands next to it. A street alone, or a range of numbers, is no hit.
// Street + number is hard by rule S2 (domain.md, chapter 15); a number without street is soft.
import { textBefore } from './digits.ts';
import type { Hit } from './findings.ts';
import { DOOR, isAddressed, isPlaced, PLURAL_VERB } from './placed-streets.ts';
import { digitsOfWord } from './spoken.ts';
import { endsStreet, mayOpenStreet } from './streets.ts';
import type { Word } from './words.ts';

const ROMAN = '(?:I{1,3}|IV|VI{0,3})';
const ADDITION = `(?:[a-z](?![A-Za-zà-ž0-9])|[ -]?(?:bis|hs|huis|rood|zw|rd|[A-Z]\\d?|${ROMAN})(?![A-Za-zà-ž0-9])|[/-]\\d{1,3}[a-z]?(?![A-Za-zà-ž0-9])|[/-][a-z]{1,2}(?![A-Za-zà-ž0-9])|-?\\d?(?:hoog|e verdieping)(?![A-Za-zà-ž]))?`;
const NUMBER_AFTER = new RegExp(
  `^\\.?(?: [nozw]\\.?z\\.?)?,? {0,2}(?:huis)?(?:(?:nr|nummer|no|n)\\.?:? ?)?(\\d{1,4})${ADDITION}(?![A-Za-zà-ž0-9]|[.,:]\\d|-\\d)`,
);
// What follows the number when it counts something, as in "Wilgenstraat 12 woningen".
const COUNTED =
  /^ ?(?:%|°|procent\b|keer\b|maal\b|x\b|uur\b|uren\b|min\b|minu|seconden\b|dag\b|dagen\b|we(?:ek|ken)\b|maand|jaar\b|jaren\b|km\b|kilometer|m\b|m2\b|m²|meter\b|cm\b|euro\b|eur\b|€|graden\b|mensen\b|man\b|personen\b|huizen\b|bomen\b|auto|fiets|scooter|lantaarn|klachten\b|gezinnen\b|kinderen\b|kramen\b|ton\b|t\/m\b|tot\b|tm\b|plekken\b|plaatsen\b|appartementen\b|bedrijven\b|panden\b|banken\b|paaltjes\b|stuks\b|nieuwe [a-zà-ž]{2,}(?:en|s)\b|[a-zà-ž]{3,20}(?:ingen|eerders|tjes|woners|tenten|ouderen|ondernemers|winkels|flats|containers|ongelukken|bankjes|huishoudens|jongeren|bewoners|buren)(?![a-zà-ž]))/i;
const OTHER_END = /^ ?(?:t\/m|tm|tot(?: en met)?|en met|-|–|en|\/) ?(\d{1,4})/i;
const PLURAL = /(?:nrs|nummers|huisnummers|nr's)\.? ?$/i;

/** Street names, of one word or several, with a house number right behind them. */
export function findStreetAddresses(text: string, words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  words.forEach((word, at) => {
    const number = houseNumber(text, word.end);
    if (number === undefined) return;
    const isYearSquare =
      /^[pP]lein$/.test(word.text) && YEAR_NAME.test(text.slice(word.end, word.end + 16));
    const hard = isYearSquare || endsStreet(words, at) || isAddressed(text, words, at, number);
    if (!hard && !isPlaced(text, words, at, number)) return;
    const start = streetStart(words, at);
    const isCounted = countsThings(text, start, number);
    // Notes without any capital say "op de ruyterkade 19 ratten in kelder" as well.
    if (isCounted && !/^[a-z]/.test(text)) return;
    hits.push({ type: 'ADDRESS', start, end: number, hard: hard && !isCounted });
  });
  return hits;
}

function streetStart(words: readonly Word[], at: number): number {
  let first = at;
  while (at - first < 4 && words[first]?.gap.match(/^(?:\.? | ?\d{1,2}e |-)$/)) {
    const previous = words[first - 1];
    if (!previous || !mayOpenStreet(previous) || isLettersOfPostcode(previous)) break;
    first -= 1;
  }
  if (isBehindTitle(words, first, at)) first = at;
  const word = words[first];
  const ordinal = words[first - 1];
  const digits = /\d{1,2}$/.exec(ordinal?.gap ?? '')?.[0].length;
  if (word?.gap === ' ' && digits && ordinal && /^(?:e|de|ste)$/.test(ordinal.text))
    return ordinal.start - digits;
  return word?.start ?? 0;
}

/** "1097 GH Wibautstraat": the letters stay with their digits. */
const isLettersOfPostcode = (word: Word) =>
  /(?:^|\D)[1-9]\d{3} ?$/.test(word.gap) && /^[A-Z]{2}$/.test(word.text);

const TITLE = /^(?:mw|mevr|mvr|mevrouw|mej|dhr|hr|heer|meneer|mijnheer|mnr|fam)$/;

/** "mw de Vries Tulpstr. 8": the words before the last one are the name of who lives there. */
function isBehindTitle(words: readonly Word[], first: number, at: number): boolean {
  let before = first - 1;
  while (/^(?:van|de|der|den|vd|ten|ter|el|al|ben)$/.test(words[before]?.key ?? '')) before -= 1;
  return (
    first < at && TITLE.test(words[before]?.key ?? '') && /^[ .-]+$/.test(words[at]?.gap ?? '')
  );
}

/** "Aan de Parklaan 12 bomen": an article before the street and a plural behind the number. */
function countsThings(text: string, start: number, end: number): boolean {
  if (!/(?:^|[^a-zà-ž])(?:de|het) $/i.test(textBefore(text, start, 5))) return false;
  const next = /^ ([a-zà-ž]{3,}(?:en|s))(?![A-Za-zà-ž])/.exec(text.slice(end, end + 30))?.[1];
  return next !== undefined && !PLURAL_VERB.test(next);
}

/** End of the house number that follows at once, unless it counts things or is one of a range. */
function houseNumber(text: string, at: number): number | undefined {
  const rest = text.slice(at, at + 60);
  // A square called after a year: "Plein 1944 nr 3".
  const year = /plein$/i.test(text.slice(Math.max(0, at - 5), at))
    ? (YEAR_NAME.exec(rest)?.[0].length ?? 0)
    : 0;
  const match = NUMBER_AFTER.exec(rest.slice(year));
  if (!match) return writtenNumber(rest, at);
  const [whole, digits = ''] = match;
  const after = rest.slice(year + whole.length);
  if (/^(?:19|20)\d\d$/.test(digits) && !/^[a-z,]/i.test(after)) return undefined;
  if (/^\./.test(rest) && !/(?:str|ln|pln|wg|sngl)$/i.test(text.slice(Math.max(0, at - 5), at)))
    return undefined;
  // "1. lampen Spoorlaan 2. verkeer": the next point of a list.
  if (/^\. [a-zà-ž]/.test(after) && textBefore(text, at, 200).includes(`${Number(digits) - 1}. `))
    return undefined;
  if (COUNTED.test(after) || isRange(Number(digits), whole, after)) return undefined;
  return at + year + whole.trimEnd().length;
}

const YEAR_NAME = /^ (?:1813|1940|1944|1945|40-45|'40-'45)(?=,? (?:nr|nummer|\d))/;

const WRITTEN = /^,? (?:(?:huis)?(?:nummer|nr)\.? )?([a-zéë]{3,20})(?![a-zà-ž0-9])/i;

/** "molenweg nummer veertien", "kerkstraat veertien": small numbers only behind the word for it. */
function writtenNumber(rest: string, at: number): number | undefined {
  const match = WRITTEN.exec(rest);
  const digits = digitsOfWord(match?.[1] ?? '');
  if (!match || digits === undefined) return undefined;
  const isNamed = /n(?:umme)?r/i.test(match[0].slice(0, -(match[1]?.length ?? 0)));
  const after = rest.slice(match[0].length);
  if (!isNamed && (Number(digits) < 10 || /^ [a-zà-ž]{2,}/.test(after))) return undefined;
  return COUNTED.test(after) ? undefined : at + match[0].length;
}

/** "2 t/m 148", or "2-148": many doors. "12-1" and "12-14" are one door with an addition. */
function isRange(first: number, whole: string, after: string): boolean {
  const second = OTHER_END.exec(after)?.[1];
  if (second !== undefined && /^ ?(?:t|en met)/i.test(after)) return true;
  const joined = /-(\d{1,3})$/.exec(whole)?.[1];
  return joined !== undefined && Number(joined) >= first + 10 && (Number(joined) - first) % 2 === 0;
}

const LOOSE_NUMBER =
  /(?<![a-zà-ž0-9])(huis)?(?:nummer|numer|nr|no)(?:\.|:)? ?(?:\d{1,4}|(?:[a-zë]{3,8}en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{4,5}tien)(?: ?[a-z](?![a-zà-ž0-9'])|[/-]\d{1,3})?(?![a-zà-ž0-9]|[.,]\d|-[a-zà-ž0-9])/gi;
const NEIGHBOUR =
  /(?:\b(?:buu?r(?:man|vrouw|jongen|meisje|tje|en|lui|kind|kinderen)?|overbu(?:ur|ren|urman|urvrouw)|mevr?(?:ouw)?|mw|meneer|dhr|heer|dame|bewo(?:ner|oners|onster)|gezin|familie|fam|echtpaar|weduwe|weduwnaar|man|vrouw|jongen|meisje|kind|moeder|vader|oma|opa|stel|student|huurder|mensen|die|lui|volk|hij|zij|ze|woont|wonen|wonende|woonachtig)\b[^.;:\n]{0,18}\b(?:op|van|uit|naast|bij|tegenover|boven|onder|achter)|\b(?:buurman|buurvrouw|bewoner|bewoonster|gezin|huurder)|woont|wonend(?:e)?|woonachtig)(?: (?:het|huis))?[ :,]{1,2}$/i;

/** "nr 26" next to a person or postcode, and "huisnr 9" anywhere. `near` are their hits. */
export function findHouseNumbers(text: string, near: readonly Hit[]): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(LOOSE_NUMBER)) {
    const { index: start } = match;
    const end = start + match[0].length;
    if (/^ ?(?:t\/m|tm\b|tot\b|en met)/i.test(text.slice(end, end + 8)) || PLURAL.test(match[0]))
      continue;
    const isNear =
      match[1] !== undefined ||
      NEIGHBOUR.test(textBefore(text, start, 45)) ||
      (/(?:\b(?:op|van|bij) |^|[\n.] ?)$/i.test(textBefore(text, start, 6)) &&
        RESIDENT.test(text.slice(end, end + 50))) ||
      (/\b(?:bij|achter|boven|naast|tegenover) $/i.test(textBefore(text, start, 11)) &&
        DOOR.test(text.slice(end, end + 14))) ||
      PART_OF_HOME.test(textBefore(text, start, 40)) ||
      near.some((hit) => touches(text, hit, start, end));
    if (isNear) hits.push({ type: 'ADDRESS', start, end, hard: false });
  }
  return hits;
}

// What belongs to one home: "de deur van nr 47", "lekkage op nummer 12".
const PART_OF_HOME =
  /\b(?:(?:voor|achter)?deur|ramen|raam|ruit|brievenbus|gordijnen|(?:voor|achter)?tuin|schuur|balkon|woning|huis|appartement|sleutel|post|lekkage|schimmel|brand|inbraak|gaslucht|ratten|muizen|overlast|geschreeuw|huurder|eigenaar|cv|verwarming|stroom|keuken|dak|stoep|trap)(?: (?:is|zit|ligt|staat))? (?:van|bij|op|voor|in|boven|onder|naast) $/i;

// Who lives behind a bare house number: "op nr 14 woont een vrouw alleen".
const RESIDENT =
  /^ [^.;:!?\n]{0,30}\b(?:woont|wonen|gezin|vrouw|man|familie|iemand|bewoner|bewoonster|moeder|vader|kind|kinderen|meisje|jongen|echtpaar|mevrouw|meneer|oma|opa)\b/i;

/** At most a few words, of the same clause, between the number and the person or postcode. */
function touches(text: string, hit: Hit, start: number, end: number): boolean {
  const between = hit.end <= start ? text.slice(hit.end, start) : text.slice(end, hit.start);
  const isBeside =
    hit.end <= start ? start - hit.end <= 22 : hit.start >= end && hit.start - end <= 14;
  return isBeside && !/[.;:!?\n]|\d/.test(between);
}

const POSTCODE =
  /(?<![a-zà-ž0-9]|\d[.,/-])(?:[1-9]\d{3}|[1-9](?: \d){3}(?= [A-Z]))( {0,2}|[.-])([a-z]{2}|(?<= )[a-z] [a-z])(?![a-zà-ž0-9]|['’])/gi;
const POSTCODE_CUE = /(?:\bpc|post ?co?de?|postk[a-z]{0,3}|zipcode)[.: ]{0,3}(?:is |= ?)?$/i;
// Two letters that follow a number in running text; a postcode in lower case may not use them.
const TWO_LETTERS =
  /^(?:en|is|op|in|de|er|of|om|te|ze|we|je|al|nu|zo|ik|ja|na|bv|km|kg|cm|mm|ml|kv|kw|ha|st|pk|cc|uw|mw|hr|ca|gb|mb|tb|hz|nr|it|dr|vs|ex|et|as|au|be|eu|wk|bu|gm|ad|pp|tm|ct|lt|va|wo|ma|di|do|vr|za|zo|me|m2|ev|hj|ie|jr|pt|cl)$/;

// What stands right behind a number without a space: "1069wk" is none of them.
const UNIT =
  /^(?:km|kg|cm|mm|ml|cl|dl|kv|kw|kb|ha|st|pk|cc|ca|gb|mb|tb|hz|wp|me|ev|ie|je|jr|nl|eu|or|bw|vs|ad|mg|lm|dm|th|nd|rd|er|de)$/i;
// A year, or an amount with its unit, in front of a letter: "2024 v h", "1500 m x".
const COUNTING = /^(?:19|20)| [kmtux]/i;

/** Four digits and two letters. Behind a street and number, or a cue, any two letters will do. */
export function findPostcodes(text: string, addresses: readonly Hit[]): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(POSTCODE)) {
    const [whole, gap = '', typed = ''] = match;
    const letters = typed.replace(' ', '');
    const start = match.index;
    const hasCue =
      POSTCODE_CUE.test(textBefore(text, start, 20)) ||
      addresses.some((hit) => hit.end <= start && /^[ ,(-]{1,3}$/.test(text.slice(hit.end, start)));
    if (
      /^s[ads]$/i.test(letters) ||
      (/[.-]/.test(gap) &&
        !hasCue &&
        !(isDashed(whole, text.charAt(start - 1)) && !/code $/i.test(textBefore(text, start, 8))))
    )
      continue;
    if (!hasCue && typed !== letters && COUNTING.test(whole)) continue;
    const isUnit = gap !== '' || UNIT.test(letters);
    const hard = hasCue || isLikelyPostcode(whole, letters);
    if (isUnit && !hard) continue;
    hits.push({ type: 'POSTCODE', start, end: start + whole.length, hard });
  }
  return hits;
}

/** "2526-KZ", "2526.KZ"; behind a year it is a reference. */
const isDashed = (postcode: string, before: string) =>
  /^(?!19|20)\d{4}-[A-Z]{2}$/.test(postcode) ||
  (/^(?!19|20)\d{4}\.[A-Z]{2}$/.test(postcode) && /^[\s(,]?$/.test(before));

function isLikelyPostcode(whole: string, letters: string): boolean {
  if (letters === letters.toUpperCase())
    return !(/^(?:19|20)/.test(whole) && /^(?:NL|EU|OR|BW|VS|AD)$/.test(letters));
  return !TWO_LETTERS.test(letters.toLowerCase());
}
