// Where one person lives: a street with a house number, and a house number without a street when a
// person or a postcode stands next to it. A street alone, or a range of numbers, is no hit.
// Street + number is hard by rule S2 (domain.md, chapter 15); a number without street is soft.
import { textBefore } from './digits.ts';
import type { Hit } from './findings.ts';
import { isStopWord, tierOf } from './name-parts.ts';
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
  /^ ?(?:%|°|procent\b|keer\b|maal\b|x\b|uur\b|uren\b|min\b|minu|seconden\b|dag\b|dagen\b|we(?:ek|ken)\b|maand|jaar\b|jaren\b|km\b|kilometer|m\b|m2\b|m²|meter\b|cm\b|euro\b|eur\b|€|graden\b|mensen\b|man\b|personen\b|huizen\b|bomen\b|auto|fiets|scooter|lantaarn|klachten\b|ratten\b|gezinnen\b|kinderen\b|kramen\b|ton\b|t\/m\b|tot\b|tm\b|plekken\b|plaatsen\b|appartementen\b|bedrijven\b|panden\b|banken\b|paaltjes\b|stuks\b|nieuwe [a-zà-ž]{2,}(?:en|s)\b|[a-zà-ž]{3,20}(?:ingen|eerders|tjes|woners|tenten|ouderen|ondernemers|winkels|flats|containers|ongelukken|bankjes|huishoudens|jongeren|bewoners|buren)(?![a-zà-ž]))/i;
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
    if (countsThings(text, start, number)) return;
    hits.push({ type: 'ADDRESS', start, end: number, hard });
  });
  return hits;
}

function streetStart(words: readonly Word[], at: number): number {
  let first = at;
  while (at - first < 4 && words[first]?.gap.match(/^(?:\.? | ?\d{1,2}e |-)$/)) {
    const previous = words[first - 1];
    if (!previous || !mayOpenStreet(previous)) break;
    first -= 1;
  }
  const word = words[first];
  const ordinal = /\d{1,2}e $/.exec(word?.gap ?? '')?.[0].length ?? 0;
  return (word?.start ?? 0) - ordinal;
}

const PLURAL_VERB =
  /^(?:staan|wonen|hebben|zijn|komen|liggen|hangen|zitten|willen|kunnen|moeten|slapen|ruiken|lopen|gaan|worden|maken|doen|krijgen|leven|klagen|zien|horen|weten|verblijven|zagen|hoorden|stonden|zaten|liepen|hingen|woonden|kregen|gingen|werden|bleven|roken|klaagden|vonden|vertelden|gaven|sliepen|leefden|belden|wilden|konden|moesten|deden|schreeuwen|verzamelen|houden|eten|koken|stoken|gooien|zetten|parkeren|maken|ontbreken|hangt|blijven|branden|stinken|waren|hadden|kwamen|lagen|tussen|tegen|binnen|boven|beneden|buiten|sinds|steeds|dus|thuis|soms|alles|niets|iets|eens)$/i;

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
  if (/^\. [a-zà-ž]/.test(after) && text.slice(0, at).includes(`${Number(digits) - 1}. `))
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

const NO_STREET_WORD =
  /^(?:blok|lijn|tram|bus|groep|klas|fase|zone|label|week|dag|artikel|tabel|kamer|zaal|lokaal|perron|afrit|gebouw|portiek|nummer|ronde|agenda|punt|optie|versie|project|budget|motie|besluit|type|niveau|schaal|kavel|halte|lift|trap|etage|verdieping|graad|jaar|sinds|hoofdstuk|bijlage|pagina|bladzijde|top|plan|aantal|station|politie|wijk|buurt|unit|loods|box|garage|team|ploeg|cluster|ruim|bijna|circa|ongeveer|minstens|maximaal|totaal|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$/;
const LIVES =
  /(?:\b(?:\d{1,4} ?[a-z]? naar|ingeschreven|verblijft|logeert|slaapt|postadres|briefadres|terug|bezorgen|ophalen|aangetroffen|woont|wonen|wonend|wonende|woonachtig|vanuit|portiek|bel|verhuisd|verhuist|adres|woning|huis|pand|flat|brand|lekkage|inbraak|ruzie|overlast|gaslucht|melding|hoek)\b(?: (?:op|aan|in|bij|te|naar|van|vanuit|is|het|de)){0,2} ?[:(]?|^(?:op|aan|bij|naar)) ?$/i;

// "Aan het Zand 17 staat", "achter de Dom 7A": where something stands or lives.
const BESIDE =
  /(?:^|[ ,(])(?:aan|op|achter|voor|bij|vanuit|naast|tegenover|uit|onder|boven|tussen|over|in|langs|van|naar)(?: (?:het|de|'t|t))? $/i;
const DOOR =
  /^,? (?:(?:daar|waar) )?(?:staat|woont|wonen|wonend|is|heeft|wordt|ligt|ruikt|brandt|stinkt|hangt|krijgt|zit|moet|mist|lekt|woonde|gaat)(?![a-zà-ž])/;

/** "woont op Achterom 34", "Zilverschoon 18, 2715 AB": a capital that only its place makes a street. */
function isAddressed(text: string, words: readonly Word[], at: number, end: number): boolean {
  const word = words[at];
  const hasPostcode = /^,? \(?[1-9]\d{3} ?[a-z]{2}(?![a-z])/i.test(text.slice(end, end + 12));
  if (
    hasPostcode &&
    /^(?:singel|kade|plein|laan|dijk|markt|gracht|steeg|hof|erf|pad|wal|ring|brink|spui|weg)$/.test(
      word?.key ?? '',
    )
  )
    return true;
  // "kromme elleboog 5, 9712 BT": in front of a postcode no capital is needed.
  if (word && hasPostcode && word.key.length > 3 && !NO_STREET_WORD.test(word.key)) return true;
  if (!word?.isCapital || word.key.length < 3 || NO_STREET_WORD.test(word.key)) return false;
  if (word.text === word.text.toUpperCase()) return false;
  const isDoor =
    /\d ?[a-z]$/i.test(text.slice(word.end, end)) || DOOR.test(text.slice(end, end + 14));
  if (
    /^,? ?\d{1,2} (?:jan|feb|m[ae]|mrt|apr|ju[nl]|aug|sep|okt|nov|dec)/i.test(
      text.slice(word.end, end + 5),
    )
  )
    return false;
  const start = words[nameStart(words, at)]?.start ?? word.start;
  if (isDoor && BESIDE.test(textBefore(text, start, 14))) return true;
  if (word.key.length < 4) return false;
  if (LIVES.test(textBefore(text, start, 40)) || isWithArticle(words, at, isDoor)) return true;
  return hasPostcode;
}

const NUMBERED =
  /^(?:groepen|kamerstuk|bijlage|score|uitslag|stand|cijfer|klassen|stap|actie|vraag|antwoord|thema|doel|formulier|regel|les|module|casus|case|nr|no|scenario|aflevering|deel|film|vak|rij|stoel|tafel|kast|paal|mast|rijksweg|snelweg|knooppunt|route|spoor|pier|gate|tunnel|terminal|kanaal|radio|npo|tv|windows|office|covid|corona|euro|vmbo|havo|vwo|mbo|hbo|cito|bouw|sectie|district|rayon|postbus|antwoordnummer|kamers|hal|gang|ingang|deur|verpleegafdeling|afdeling|huisje|plek|veld|baan|park|poort|brug|sluis|bloktijd|dienst|code|alarm|prio|fte|model|serie|psalm|paragraaf|lid|alinea|noot|rapport|ggd|gemeente|inspectie|stad|dorp|provincie|pensioen|aow|wmo|pgb|wlz|zvw|max|min|plus|top|ajax|feyenoord|psv)$/;

// What stands before a home or a door, of which the street and number follow at once.
const HOME =
  /(?<![a-zà-ž])(?:bewo(?:ner|onster|ners) (?:van )?|huisbezoek |bezoek |woning |huis |pand |flat |[a-z]{2,8}adres |appartement |gezin |buren |adres |lekkage |overlast |melding |brand |inbraak |ruzie |stank |schimmel |kamer |thuis |woont |wonend |verblijft |sleutel |ontruiming |vlakbij |nabij |tegenover |hoek |boven |onder |naast |langs bij )(?:(?:op|aan|in|bij|van|te|:) )?(?:de |het |'t )?$/i;
const ADDED =
  /\d ?(?:[a-z]|bis|hs|huis|rood|zw|rd|[A-Z]|I{1,3})$|\d[-/][\da-z]{1,3}$|hoog$|verdieping$/;

const NUMBERED_END =
  /.{3}(?:punt|groep|klas|lijn|nummer|route|fase|kamer|zaal|lokaal|team|zone|vak|deel|hoofdstuk|artikel|gebouw|etage|week|dag|jaar|bus|tram|perron|stap|vraag|thema|actie|regel|versie|niveau|label|project|plan|tabel|figuur|score|avond|middag|ochtend)$/;

/** "op de Boomklever 14 brandt", "bij Merelhof 3.": a capital and a number where a place is told and nothing counted. */
function isPlaced(text: string, words: readonly Word[], at: number, end: number): boolean {
  const word = words[at];
  if (
    !word ||
    word.key.length < 3 ||
    (word.text.length > 3 && word.text === word.text.toUpperCase())
  )
    return false;
  if (NO_STREET_WORD.test(word.key) || NUMBERED.test(word.key)) return false;
  if (NUMBERED_END.test(word.key)) return false;
  if (/\p{Ll}\p{Lu}/u.test(word.text)) return false;
  const first = nameStart(words, at);
  if (first === at && isStopWord(word)) return false;
  const number = text.slice(word.end, end);
  if (!/^ (?:nr\.? |nummer )?\d{1,3}(?!\d)/.test(number)) return false;
  if (countsAfter(text.slice(word.end, end + 30), text.slice(end, end + 40))) return false;
  if (!word.isCapital) return isLived(text, words, at) || isSmallDoor(text, word, end);
  const start = words[first]?.start ?? word.start;
  const before = textBefore(text, start, 24);
  if (BESIDE.test(before) || HOME.test(before)) return true;
  if (ADDED.test(number) && !(word.isFirst && /[-/]/.test(number))) return true;
  // "post retour Vlinderslag 211": no other capital inside a sentence has a number behind it, but a person an age.
  const tier = tierOf(words[first], 'first');
  if (!words[first]?.isFirst && tier !== 'sure' && tier !== 'capital') return true;
  // "Zonnebloem 33: rolstoel past niet": at the head of a line.
  return (
    /(?:^|\n)(?:de |het |'t )?$/i.test(before) &&
    !/^(?:\S+en|bel|van|tot|met|over|na|voor|slechts|ruim|bijna|circa|nog|al|minstens|maximaal)$/.test(
      word.key,
    ) &&
    /^(?: ?:| [-(]|\s*$| (?:staat|woont|heeft|wil|krijgt|klaagt|ruikt|brandt|mist)(?![a-z]))/.test(
      text.slice(end, end + 40),
    )
  );
}

const LIVED =
  /(?<![a-zà-ž])(?:woon(?:t|de|achtig)|wonen|wonend|verblijft|ingeschreven|verhui(?:sd|st|zen)|[a-z]{0,8}adres(?: is)?:?|huisbezoek|bezorgen|langs) (?:(?:op|aan|in|bij|naar|van) )?(?:de |het |'t )?$/i;

/** "woont op de boomklever 14": without capitals only behind a word for living somewhere. */
function isLived(text: string, words: readonly Word[], at: number): boolean {
  return [at, at - 1, at - 2].some((first) => {
    const word = words[first];
    if (!word || (first < at && words[first + 1]?.gap !== ' ')) return false;
    if (PLACELESS.test(word.key) || NO_STREET_WORD.test(word.key)) return false;
    return LIVED.test(textBefore(text, word.start, 34));
  });
}

const LIVED_IN = /^ (?:woont|wonen|brandt|ruikt|lekt|stinkt)(?![a-zà-ž])/;

/** "op de boomklever 14 woont", "melding boomklever 14 hs". */
function isSmallDoor(text: string, word: Word, end: number): boolean {
  if (word.key.length < 4 || PLACELESS.test(word.key)) return false;
  const before = textBefore(text, word.start, 24);
  if (!BESIDE.test(before) && !HOME.test(before)) return false;
  const isDoor = /\d ?(?:bis|hs|huis|[a-d])$|\d[-/]\d$/.test(text.slice(word.end, end));
  return isDoor || LIVED_IN.test(text.slice(end, end + 8));
}

const PLACELESS =
  /^(?:de|het|een|dit|dat|mijn|haar|zijn|hun|ons|onze|op|aan|in|bij|naar|van|met|ruim|al|nu|nog|sinds|totaal|bijna|al|pas|ongeveer|zo|slechts|nr|huis|sinds|samen|daar|hier|appartement|woonplaats)$/;

/** A month, an age or a date behind the word, or behind the number what it counts: "12 woningen". */
function countsAfter(numbered: string, after: string): boolean {
  if (
    /^ \d{1,2} ?(?:jan|feb|m[ae]|mrt|apr|ju[nl]|aug|sep|okt|nov|dec|jaar|jr|mnd)|^ \d{1,4}[-/.]\d{1,4}[-/.]\d/i.test(
      numbered,
    )
  )
    return true;
  const next = /^ ([a-zà-ž']{2,20})(?![A-Za-zà-ž])/.exec(after)?.[1] ?? '';
  return (
    /(?:en|s|a)$/.test(next) &&
    !PLURAL_VERB.test(next) &&
    !/^(?:en|is|was|als|sinds|alleen|samen|gisteren|vannacht|opnieuw|sindsdien|volgens|tijdens|wegens|vanwege|'s|morgen|weken|maanden)$/.test(
      next,
    )
  );
}

/** "van Het Baken 145": an article with a capital inside a sentence opens a name; at its start a verb must follow. */
function isWithArticle(words: readonly Word[], at: number, isDoor: boolean): boolean {
  for (let back = at; back > at - 3 && back > 0; back -= 1) {
    const article = words[back - 1];
    if (words[back]?.gap !== ' ' || !article?.isCapital) return false;
    if (/^(?:de|het)$/.test(article.key)) return !article.isFirst || isDoor;
  }
  return false;
}

const HONOUR = /^(?:weth|burg|ds|dr|prof|mr|gen|kon|past|st|jhr|adm|kap|mgr|min|pres|ir|pr)$/;

/** Where the capitals start that this word closes: "De" of "De Vier Ambachten". */
function nameStart(words: readonly Word[], at: number): number {
  let first = at;
  while (
    first > at - 3 &&
    (words[first]?.gap === ' ' ||
      (words[first]?.gap === '. ' && HONOUR.test(words[first - 1]?.key ?? ''))) &&
    words[first - 1]?.isCapital &&
    mayOpenStreet(words[first - 1] as Word)
  )
    first -= 1;
  return first;
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
  /^(?:en|is|op|in|de|er|of|om|te|ze|we|je|al|nu|zo|ik|ja|na|bv|km|kg|cm|mm|ml|kv|kw|ha|st|pk|cc|uw|mw|hr|ca|gb|mb|tb|hz|nr|it|dr|vs|ex|et|as|au|be|eu|wk|bu|gm|ad|pp|tm|ct|lt|va|wo|ma|di|do|vr|za|zo|me|m2|ev|hj|ie|jr)$/;

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
