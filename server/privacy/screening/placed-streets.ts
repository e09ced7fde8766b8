// Streets without the ending of one, known by their place in the sentence: "woont op Achterom 34", "huisbezoek Sperwer
// 40", "Zilverschoon 18, 2715 AB". Everything with a number that is no door stands apart: lines, rooms, groups, months.
import { textBefore } from './digits.ts';
import { isStopWord, tierOf } from './name-parts.ts';
import { mayOpenStreet } from './streets.ts';
import type { Word } from './words.ts';

/** Behind a house number the verb of many, and what else is no plural that is counted. */
export const PLURAL_VERB =
  /^(?:staan|wonen|hebben|zijn|komen|liggen|hangen|zitten|willen|kunnen|moeten|slapen|ruiken|lopen|gaan|worden|maken|doen|krijgen|leven|klagen|zien|horen|weten|verblijven|zagen|hoorden|stonden|zaten|liepen|hingen|woonden|kregen|gingen|werden|bleven|roken|klaagden|vonden|vertelden|gaven|sliepen|leefden|belden|wilden|konden|moesten|deden|schreeuwen|verzamelen|houden|eten|koken|stoken|gooien|zetten|parkeren|maken|ontbreken|hangt|blijven|branden|stinken|waren|hadden|kwamen|lagen|tussen|tegen|binnen|boven|beneden|buiten|sinds|steeds|dus|thuis|soms|alles|niets|iets|eens)$/i;

const NO_STREET_WORD =
  /^(?:blok|lijn|tram|bus|groep|klas|fase|zone|label|week|dag|artikel|tabel|kamer|zaal|lokaal|perron|afrit|gebouw|portiek|nummer|ronde|agenda|punt|optie|versie|project|budget|motie|besluit|type|niveau|schaal|kavel|halte|lift|trap|etage|verdieping|graad|jaar|sinds|hoofdstuk|bijlage|pagina|bladzijde|top|plan|aantal|station|politie|wijk|buurt|unit|loods|box|garage|team|ploeg|cluster|ruim|bijna|circa|ongeveer|minstens|maximaal|totaal|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$/;
const LIVES =
  /(?:\b(?:\d{1,4} ?[a-z]? naar|ingeschreven|verblijft|logeert|slaapt|postadres|briefadres|terug|bezorgen|ophalen|aangetroffen|woont|wonen|wonend|wonende|woonachtig|vanuit|portiek|bel|verhuisd|verhuist|adres|woning|huis|pand|flat|brand|lekkage|inbraak|ruzie|overlast|gaslucht|melding|hoek)\b(?: (?:op|aan|in|bij|te|naar|van|vanuit|is|het|de)){0,2} ?[:(]?|^(?:op|aan|bij|naar)) ?$/i;

// "Aan het Zand 17 staat", "achter de Dom 7A": where something stands or lives.
const BESIDE =
  /(?:^|[ ,(])(?:aan|op|achter|voor|bij|vanuit|naast|tegenover|uit|onder|boven|tussen|over|in|langs|van|naar)(?: (?:het|de|'t|t))? $/i;
export const DOOR =
  /^,? (?:(?:daar|waar) )?(?:staat|woont|wonen|wonend|is|heeft|wordt|ligt|ruikt|brandt|stinkt|hangt|krijgt|zit|moet|mist|lekt|woonde|gaat)(?![a-zà-ž])/;

/** "woont op Achterom 34", "Zilverschoon 18, 2715 AB": a capital that only its place makes a street. */
export function isAddressed(
  text: string,
  words: readonly Word[],
  at: number,
  end: number,
): boolean {
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
export function isPlaced(text: string, words: readonly Word[], at: number, end: number): boolean {
  const word = words[at];
  if (!word || word.key.length < 3 || word.text === word.text.toUpperCase()) return false;
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
  const before = textBefore(text, word.start, 24).replace(
    /(?:oude|nieuwe|lange|korte|kleine) $/,
    '',
  );
  if (!BESIDE.test(before) && !HOME.test(before)) return false;
  const isDoor = /\d ?(?:bis|hs|huis|[a-d])$|\d[-/]\d$/.test(text.slice(word.end, end));
  const isStreet =
    SMALL_STREET.test(word.key) &&
    BESIDE.test(before) &&
    /^(?:[,.;:)]|$)/.test(text.slice(end, end + 1));
  return isDoor || isStreet || LIVED_IN.test(text.slice(end, end + 8));
}

// Last words of street names that are a field, a water or a work outside, and count nothing.
const SMALL_STREET =
  /(?:meent|brink|werf|veen|akker|horst|hoeve|donk|bolwerk|vliet|waard|gaarde|heuvel|enk|zand|wiel|griend|vaart|bogerd|burcht|esch|kamp|weide|terp|hoef|geer|laar|beemd|steen|zoom|vest|oever|schans|kolk|sloot|kreek|polder)$/;

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
    !/^(?:en|is|was|als|sinds|alleen|samen|gisteren|vannacht|opnieuw|sindsdien|volgens|tijdens|wegens|vanwege|'s|morgen)$/.test(
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
