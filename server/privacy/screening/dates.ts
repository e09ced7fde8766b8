// Dates of birth. A date alone is no hit: it must follow a word for birth, or stand right behind a
// person. Soft by rule S2 (domain.md, chapter 15), hard only behind a word for birth.
import { textBefore } from './digits.ts';
import type { Hit } from './findings.ts';

const MONTH =
  '(?:jan(?:uari)?|feb(?:r|ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
const DATE_WORDS =
  '(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|(?:[a-zëé]{3,8}en)?twintig|dertig|eenendertig|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|[a-z]{4,11}(?:tiende|tigste))';
const YEAR_WORDS =
  '(?:(?:negentien|twee ?duizend)[ -]?(?:honderd)?[ -]?(?:en ?)?(?:[a-zëé]{3,20}|\\d\\d)?)';
// Half a date is a date of birth only right behind a word for birth: "jarig op 12 mei", "geboren in maart 1961".
const HALF_DATE = new RegExp(
  `(?<![a-zà-ž0-9])(?:(?:0?[1-9]|[12]\\d|3[01]|${DATE_WORDS}) (?:${MONTH})(?: (?:${YEAR}|${YEAR_WORDS}))?|(?:${MONTH}) (?:19|20)\\d\\d|(?:0?[1-9]|[12]\\d|3[01])[-/](?:0?[1-9]|1[0-2]))(?![a-zà-ž0-9]|[-/.]\\d)`,
  'gi',
);
const DATE = new RegExp(
  '(?<![a-zà-ž0-9])(?<!\\d[-./])(?:' +
    `(?:0?[1-9]|[12]\\d|3[01]) ?([-./ ]) ?(?:0?[1-9]|1[0-2]) ?\\1 ?${YEAR}` +
    '|(?:19|20)\\d\\d([-./])(?:0[1-9]|1[0-2])\\2(?:0[1-9]|[12]\\d|3[01])' +
    `|(?:0?[1-9]|[12]\\d|3[01])(?:e|ste|de)?[ -]?(?:${MONTH})[.]?[ -]?,? ?${YEAR}` +
    '|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d' +
    '|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d' +
    '|(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])' +
    `|${DATE_WORDS} ${MONTH} (?:(?:19|20)\\d\\d|${YEAR_WORDS})` +
    ')(?![a-zà-ž0-9]|[-/.]\\d)',
  'gi',
);
const BIRTH =
  /(?<![a-zà-ž])(?:gb\.? ?-?d\.?(?:at(?:um)?|tm?)|geb(?:oren|oorte?[a-zà-ž]{0,6}(?: en dag)?)?|gbd|geb\.? ?-?d(?:at(?:um)?|tm?)?|g\.?d|d\.?o\.?b|jarig|verj|verjaart|verjaardag|geboortedag|verjdag)(?![a-zà-ž])\.?[\s:,.(*-]{0,4}(?:(?:is|was|op|dd\.?|d\.d\.|datum|(?:te|in) [a-zà-ž]{2,20}|van [^.;]{2,25}|hij|zij|ze|den)[\s:,.(]{1,3}){0,4}$/i;
const NOT_OF_ONE = /(?<![a-zà-ž])(?:na|voor|vóór|vanaf|tussen|sinds|tot|t\/m|en) (?:\d{1,2} )?$/i;
const CROWD =
  /\b(?:school|buurthuis|stichting|vereniging|club|winkel|centrum|gebouw|kerk|moskee|koor|wijk|buurt|stad|gemeente|bibliotheek|project|koning|kinderen|mensen|ouderen|jongeren|inwoners|bewoners|iedereen|wie|personen|cliënten|baby's|generatie|leerlingen|dier|dieren|lam|lammetjes|lammeren|kalf|kalfje|kalfjes|veulen|puppy|puppies|kittens|biggetjes|ezeltje|geitje|geitjes|kuikens)\b[^.;]{0,30}$/i;
// The last word before the date names one person; nothing but punctuation or "is van" in between.
const PERSON_BEFORE =
  /(?:\b(?:man|vrouw|vr|mw|dhr|mevrouw|meneer|cli[ëe]nte?|pati[ëe]nte?|pt|pte|jongen|meisje|kind|baby|peuter|kleuter|zoon|dochter|(?:klein|stief)?(?:zoon|dochter|kind)(?:je|tje)?|jong(?:etje|en)|meid|jochie|(?:broer|zus|nich|neef|maat)(?:tje|je)|nichtje|zusje|tweeling|oudste|jongste|middelste|pasgeboren(?: baby| kind)?|pasgeborene|zuigeling|moeder|vader|oma|opa|hij|zij|ze|bewoner|bewoonster|weduwe|weduwnaar|dame|heer|buurman|buurvrouw|partner|leerling|puber|mevr|mvr|hr)\.?)(?:,? ?[(,:/-] ?|,? (?:is )?(?:van|vd|v\.d\.|uit) |, | )\*?$|(?:^|[\n(;] ?|\. )[mv](?:, ?| ?\/ ?| )$/i;
// "19-02-1937 mw", "8-8-1988, man".
const PERSON_AFTER =
  /^[,;:]? ?[(/]?(?:man|vrouw|vr|mw|dhr|mevr|mevrouw|meneer|hr|heer|dame|[mv](?=[ ,.)]|$)|cli[ëe]nte?|pati[ëe]nte?|jongen|meisje|kind|weduwe|weduwnaar|oma|opa|alleenstaande?|bewoner|bewoonster)(?![a-zà-ž])/i;
const CHILD =
  /\b(?:(?:klein|stief|pleeg)?(?:kind|zoon|dochter)(?:je|tje)?|baby|peuter|kleuter|jongen|jongetje|jochie|meisje|broertje|zusje|neefje|nichtje|tweeling|leerling|dreumes|pasgeborene?|zuigeling|oudste|jongste|middelste)\b/i;
const LINK =
  /^(?:'s)?\.?,? ?(?:(?<= )|[(,:/*-] ?|(?:is )?van |is (?:geboren )?(?:op )?|d\.d\. )\*?$/i;

/** `persons` are the hits of the name rules: a date right behind a name is its date of birth. */
export function findBirthDates(text: string, persons: readonly Hit[]): Hit[] {
  const nameEnds = new Set<number>(persons.map((person) => person.end));
  const hits = halfDates(text);
  for (const match of text.matchAll(DATE)) {
    const before = textBefore(text, match.index, 60);
    const end = match.index + match[0].length;
    // "pt nr 100482": six or eight digits behind the word for a number are one.
    if (/^\d+$/.test(match[0]) && NUMBERED.test(before) && !BIRTH.test(before)) continue;
    const isBornThen = BORN.test(text.slice(end, end + 26));
    const isBirth =
      (isBornThen || ((BIRTH.test(before) || STAR.test(before)) && !CROWD.test(before))) &&
      !NOT_OF_ONE.test(isBornThen ? before.replace(/ en $/, ' ') : before);
    if (hits.some((hit) => hit.start < end && match.index < hit.end)) continue;
    if (
      !isBirth &&
      !followsPerson(text, match.index, match[0], before, text.slice(end, end + 16), nameEnds)
    )
      continue;
    hits.push({
      type: 'DATE_OF_BIRTH',
      start: match.index,
      end,
      hard: isBirth,
    });
  }
  return hits;
}

const NUMBERED = /(?:n(?:umme)?r|\bno|\bid|code|kenmerk|dossier|zaak|ref)[.:#]? ?$/i;
// The sign of genealogists: "*7/8/'62".
const STAR = /(?:^|[\s(,])\* ?$/;
const BORN =
  /^,? (?:geb\.?|geboren|(?:als |is (?:de |haar |zijn )?|= ?)?(?:opgegeven )?(?:als )?geb(?:oorte)?\.?-?(?:datum|dat|dag)|(?:is|was) (?:zijn|haar|de|z'n|d'r|hun) (?:geb|verjaar)[a-z]{0,10})(?![a-zà-ž])/i;

function halfDates(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { index, 0: date } of text.matchAll(HALF_DATE)) {
    const before = textBefore(text, index, 60);
    const isTurning =
      /wordt (?:op )?$/.test(before) &&
      /^(?: \d{1,3})? jaar/.test(text.slice(index + date.length, index + date.length + 9));
    const isYearly = /^ (?:jarig|geboren)\b/.test(
      text.slice(index + date.length, index + date.length + 9),
    );
    if (
      (!isTurning && !isYearly && !BIRTH.test(before.replace(/ (?:in|op) $/i, ' '))) ||
      CROWD.test(before) ||
      NOT_OF_ONE.test(before)
    )
      continue;
    if (!isTurning && DATE.test(text.slice(index, index + date.length + 8))) {
      DATE.lastIndex = 0;
      continue;
    }
    hits.push({ type: 'DATE_OF_BIRTH', start: index, end: index + date.length, hard: false });
  }
  return hits;
}

function followsPerson(
  text: string,
  start: number,
  date: string,
  before: string,
  after: string,
  nameEnds: ReadonlySet<number>,
): boolean {
  const link = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find(
    (length) => nameEnds.has(start - length) && LINK.test(text.slice(start - length, start)),
  );
  // "noor (04-01-21)": in brackets right behind a name, and nothing but a date in them.
  if (nameEnds.has(start - 2) && / \($/.test(before) && after.startsWith(')')) return true;
  // "8 dec 1941, woont alleen": a note on events would say so first.
  if (/(?:^|\n)[*]?$/.test(before) && /^,/.test(after)) return isAdult(date);
  if (/(?:^|[\n(;,]|\. ) ?$/.test(before) && PERSON_AFTER.test(after)) return isLongAgo(date);
  if (/geb(?:oorte)?\.?-?(?:datum|dat)[^.;\d]{0,32}$/i.test(before)) return true;
  if (link === undefined && !PERSON_BEFORE.test(before))
    return isOfPerson(text, start, date, nameEnds);
  return isLongAgo(date) || CHILD.test(before.slice(-22));
}

// What happened on a date, or was written on it; what lasts since then.
const EVENT =
  /(?:(?<![a-zà-ž])(?:op|per|sinds|vanaf|tot|t\/m|na|voor|vóór|tussen|en|rond|d\.?d\.?|dag|avond|week|uiterlijk|ingang van|begin|eind|start|opening|sluiting|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|datum|verloopt|geldig|verhuisd|overleden|opgenomen|getrouwd|gezien|bezoek|controle|afspraak|gesprek|overleg|huisbezoek|contact|mail|brief|besluit|vergadering|verslag|melding|foto|krant|uitspraak|advies|nota|versie|bijeenkomst|editie|bericht|rapport|factuur|rekening|aanvraag|beschikking|intake|wet|akkoord|convenant|plan|gebouwd|brand|ramp|storm|oorlog|geopend|opening|opgericht|gesticht|ingegaan|getekend|ondertekend|gebouwd in|archief|bevrijd|watersnood|besproken|genoteerd|gemeld|start|stopte|vertrok|kwam|arriveerde)|notulen|meting|(?:brief|mail|besluit|brand|ramp|notulen|meting|verslag|melding|advies|nota|bericht|rapport|factuur|uitspraak|beschikking|intake|gesprek|overleg|vergadering|afspraak|foto|krant|editie|versie|wet|plan|aanvraag|contract|rekening|bijeenkomst) (?:van|dd\.?|d\.d\.|op))[\s:,.(-]{0,3}$/i;
const OF_PERSON =
  /(?<![a-zà-ž])(?:man|vrouw|mw|mevr?(?:ouw)?|dhr|meneer|cli[ëe]nte?|pati[ëe]nte?|pte?|jongen|meisje|zoon|dochter|moeder|vader|oma|opa|hij|zij|ze|haar|zijn|bewoner|bewoonster|weduwe|weduwnaar|dame|buurman|buurvrouw|partner|bsn|woont|alleenwonend|alleenstaand|[mv])(?![a-zà-ž])/i;

/** A date of long ago in the sentence of a person, where no word says what else happened on it. */
function isOfPerson(
  text: string,
  start: number,
  date: string,
  nameEnds: ReadonlySet<number>,
): boolean {
  const before =
    textBefore(text, start, 70)
      .split(/[!?\n]|\.(?= [A-Z])/)
      .at(-1) ?? '';
  const end = start + date.length;
  const after = text.slice(end, end + 40).split(/[!?\n]|\.(?: |$)/)[0] ?? '';
  if (!isAdult(date) || EVENT.test(before) || CROWD.test(before)) return false;
  if (isOld(date)) return true;
  const isNamed = Array.from({ length: before.length }, (_, back) => start - back).some((at) =>
    nameEnds.has(at),
  );
  return isNamed || OF_PERSON.test(before) || OF_PERSON.test(after);
}

/** Before 1995, with day and month: hardly anything but a birth is remembered that way. */
function isOld(date: string): boolean {
  const { year, isShort } = yearOf(date);
  return isShort ? year >= 30 && year < 95 && /\D/.test(date) : year < 1995;
}

/** From 1915 to 2010: a date that few notes have another reason to name. */
function isAdult(date: string): boolean {
  const { year, isShort } = yearOf(date);
  return isShort ? year >= 30 || year <= 10 : year >= 1915 && year <= 2010;
}

/** Recent dates behind a name are visits and calls, not births. */
function isLongAgo(date: string): boolean {
  const { year, isShort } = yearOf(date);
  return isShort ? year >= 27 || year <= 18 : year <= 2018;
}

/** The year, of two digits or of four. */
function yearOf(date: string): { year: number; isShort: boolean } {
  const long = /(?:19|20)\d\d$/.exec(date) ?? /^(?:19|20)\d\d/.exec(date);
  if (long && date.length > 6) return { year: Number(long[0]), isShort: false };
  const short = /\d\d$/.exec(date);
  return short ? { year: Number(short[0]), isShort: true } : { year: 1900, isShort: false };
}
