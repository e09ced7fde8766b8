// One person without a name, told apart by a single striking thing: a deed, a habit, a companion, a height, an office
// held before, a great age. Kinds of people ("de mensen die", "een man met een hond") are told apart by nothing. A
// hint, always soft: rule S2 (domain.md, chapter 15).
import type { Hit } from './findings.ts';
import { type PersonNoun, personNoun } from './person-nouns.ts';
import type { Word } from './words.ts';

const REACH = 110;
const DETERMINER = /^(?:de|het|die|dat|een|deze|onze|ons|t|'t|n|den|enige|eerste|laatste)$/;
const FORMER = /^(?:oud|ex|voormalige?|vroegere)$/;
const NO_ADJECTIVE =
  /^(?:en|of|in|op|van|bij|met|voor|naar|door|aan|uit|over|is|was|heeft|had|zijn|haar|mijn|hun|geen|elke|iedere|alle|als)$/;

// Deeds in the past at the end of a clause.
const DEED =
  '(?:redde|gered heeft|won|gewonnen heeft|verloor|overleefde|ontsnapte|klom|sprong|schoot|stak|dook|zwom|uitvond|versloeg|stal|stichtte|oprichtte|schreef|vocht|danste|zong|opgroeide|liep|viel|reed|vond|brak|beroofde|bevrijdde|neerstortte|meedeed|speelde|deelnam|haalde|kreeg|gaf|sloeg|beet|gooide|duwde|bedreigde|ontvoerde|gijzelde|neerstak|doodreed|omkwam|trouwde|geboren (?:is|werd)|werd|op tv (?:was|kwam|is)|in de krant (?:stond|kwam|staat)|bekend(?: is| werd)?|beroemd(?: is| werd)?)';
// What makes a deed more than what happens to everyone.
const FEAT =
  /(?:loterij|jackpot|medaille|kampioen|olympi|spelen|marathon|titel|prijs|record|oorlog|brand|vaart|gracht|water|zee|ijs|trapeze|dak|balkon|kerk|toren|trein|spoor|vuur|bus|gijzel|bom|ramp|explosie|ontploffing|aanslag|overval|koning|minister|burgemeester|premier|pastoor|dominee|agent|(?:zijn|haar) eigen|tv|televisie|krant|film|elftal|wk|ek|rekening|goud|zilver|schat|miljoen|gevangenis|tbs|bank|juwel|museum|leeuw|wolf|slang|berg|everest|elfsteden|kanaal|oceaan|ballon|vliegtuig|tank|zijn (?:hele|vrouw|zoon|gezin)|haar (?:hele|man|zoon|gezin)|alle|drie keer|twee keer|vier keer|ooit|kind|meisje|jongetje|baby|trans)/;
// Habits of the present that few have, at the end of a clause.
const HABIT =
  '(?:luidt|bespeelt|jongleert|fokt|preekt|tovert|goochelt|temt|voert|verzamelt|bedelt|buikspreekt|vuur ?spuwt|slaapt|leeft|zingt|danst|schildert|mediteert|(?:accordeon|trompet|viool|orgel|draaiorgel|gitaar|piano|saxofoon|trommel|fluit|doedelzak|harp|hoorn|mondharmonica|cello|tuba|dwarsfluit|didgeridoo|vleugel|schaak) speelt|(?:taxi|vrachtwagen|koets) rijdt)';
const OFTEN = "(?:elke|altijd|iedere|dagelijks|'s nachts|snachts|nog steeds|al jaren|nooit)";
const USUAL =
  '(?:belt|klaagt|komt|zegt|vraagt|helpt|meldt|wil|is|heeft|krijgt|mist|ziet|hoort|vindt|gaat|doet)';
const RIDES = '(?:loopt|rijdt|wandelt|zit|fietst|staat|rondloopt|rondrijdt|komt|vliegt|praat)';
const CREATURE =
  '(?:papegaai(?:en)?|parkiet(?:en)?|duif|duiven|katten|honden|geit(?:en)?|ezels?|pony|paard(?:en)?|slang(?:en)?|varken(?:tje)?|alpaca|lama|aap|aapje|uil|valk|havik|kip(?:pen)?|haan|schaap|schapen|fret(?:ten)?|leguaan|leguanen|spinnen|ratten|konijnen|cavia.?s|schildpad(?:den)?|kraai|raaf|ekster|gans|ganzen|zwaan|kameel|wolfshond(?:en)?|windhond(?:en)?|(?:blinden)?geleidehond(?:en)?|hulphond(?:en)?|bijen|huskies|husky|accordeon|draaiorgel|trompet|doedelzak|tuba|harp|cello|viool|contrabas|bolhoed|hoge hoed|tulband|cape|pruik|baard tot|zwaard|hakbijl|kinderwagen vol|winkelwagen(?:tje)?|bolderkar|eenwieler|ligfiets|driewieler|bakfiets|kunstbeen|glazen oog|haak|ooglapje|scheepsbel|megafoon|gezichtstatoeage|tatoeages? (?:in|op) (?:zijn|haar) (?:gezicht|hals|voorhoofd|kin|hoofd))';
const MANY =
  '(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|vijftien|twintig|dertig|veertig|vijftig|[2-9]|[1-9]\\d)';
const BODY =
  '(?:benen|armen|handen|been|arm|hand|onderbeen|onderbenen|neus|oog|ogen|oor|oren|stembanden|tong|vingers?|tenen|voet|voeten|gezicht|kaak|haar|wenkbrauwen|duimen?)';
const COMPANY = `(?:met (?:zijn |haar |die |de |het |een |al (?:zijn|haar) )?(?:${MANY} )?(?:[a-zà-ž]{3,12} )?${CREATURE})`;

const height =
  /^,? van (?:ruim |bijna )?(?:[12][.,]\d{2} ?(?:m|meter)?|2 ?m(?:eter)?(?: ?\d{1,2})?|twee meter(?: [a-z]{3,14})?)(?![a-zà-ž0-9])/i;
const maimed = new RegExp(
  `^ (?:zonder ${BODY}|met (?:één|1|een houten|een kunst|maar één|een glazen|houten|het houten|het glazen|de houten|de glazen) ?(?:${BODY}|[a-z]{2,9}))(?![a-zà-ž])`,
  'i',
);
// "met de zilveren tanden", "met het verbrande gezicht".
const marked =
  /^ met (?:de |het |een |zijn |haar )?(?:zilveren|gouden|verbrande?|verminkte?|misvormde?|geamputeerde?|houten|glazen|stalen|ijzeren|getatoe[eë]erde?|verlamde?|scheve|kale|paarse?|blauwe?|groene?|roze|oranje|enorme?) (?:tanden|tand|gezicht|ogen|oog|hand|handen|been|benen|arm|armen|neus|kaak|huid|haar|haren|baard|snor|lippen|schedel|hoofd|rug|voet|kunsthand)(?![a-zà-ž])/i;
const accompanied = new RegExp(`^ ${COMPANY}(?![a-zà-ž])`, 'i');
// "met drie …", and "met de glazen knikkers in zijn baard".
const counted = new RegExp(
  `^ met (?:zijn |haar |de |die |al (?:zijn|haar) )?(?:${MANY} (?!jaar|keer|uur|dagen|weken|maanden|euro|(?:[a-z]{3,9}e )?(?:kinderen|kids|kleintjes|zoons|zonen|dochters|jongens|meisjes|baantjes|banen|tassen|vrienden|vriendinnen|pubers|tieners|kleuters|peuters|baby.?s|mensen|broers|zussen|kamers|anderen|collega.?s|buren|vragen|klachten|schulden|diploma.?s|talen))[a-zà-ž]{3,20}|(?:[a-zà-ž]{3,12} ){1,2}(?:in|op|aan|om) (?:zijn|haar) (?:baard|hoofd|hals|neus|rug|arm|gezicht|voorhoofd|pols|been|schouder|haar|fiets|dak|balkon|wang|jas|hoed|tuin))(?![a-zà-ž])`,
  'i',
);
const household =
  /^ (?:met|van) (?:de |het |een |die |hun |al die )?(?:[a-z]{0,14}(?:ling|lingen)(?! )|(?:drie|vier|vijf|zes|zeven)lingen?|siamese tweeling|(?:zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|1\d|[6-9]) (?:[a-z]{3,12} )?[a-z]{0,8}(?:kinderen|kids|zoons|zonen|dochters|jongens|meisjes))(?![a-zà-ž])/i;
const deed = new RegExp(
  `^,? (?:die|dat|wiens|wier) ([^.;:!?\\n]{2,60}? ${DEED})(?![a-zà-ž])(?: en (?:alles|nu|toen|daarna|zijn|haar|nooit)[^.,;:!?\\n]{0,24} (?:is|heeft|raakte|ging|verloor|werd|zit|leeft|slaapt)(?![a-zà-ž]))?`,
  'i',
);
const habit = new RegExp(`^,? (?:die|dat) (?:[^.;:!?\\n]{2,60}? )?${HABIT}(?![a-zà-ž])`, 'i');
const always = new RegExp(
  `^,? (?:die|dat) ${OFTEN} [^.;:!?\\n]{3,50}? (?!${USUAL}(?![a-zà-ž])|(?:niet|met|het|dat|wat|tot|uit|zit)(?![a-zà-ž]))[a-zà-ž]{2,14}t(?![a-zà-ž])`,
  'i',
);
const rides = new RegExp(
  `^,? (?:die|dat) [^.;:!?\\n]{0,30}?${COMPANY}[^.,;:!?\\n]{0,30}? ${RIDES}(?![a-zà-ž])|^,? (?:die|dat) [^.;:!?\\n]{0,20}?(?:te paard|met (?:zijn|haar|een) (?:${CREATURE})[^.;:!?\\n]{0,24}) ${RIDES}(?![a-zà-ž])`,
  'i',
);
const lives =
  /^,? (?:die|dat) (?:nu |nog |daar |tegenwoordig |al jaren ){0,2}(?:in|op|boven|bij|onder|achter|naast|aan|tegenover) (?!ons |hier|de (?:buurt|wijk|gemeente|school|flat|straat)(?![a-z]))[^.;:!?\n]{3,60}? (?:woont|werkt|woonde|werkte|zit|verblijft|ligt|staat|bivakkeert|logeert)(?![a-zà-ž])/i;
// Where hardly anybody lives.
const ODD_HOME =
  /(?:boot|schip|tent|caravan|container|kelder|schuur|garage|kazerne|molen|toren|kerk|klooster|bus|auto|kraak|portiek|park|loods|stal|camper|boven de|brug|box|bunker|tuinhuis|volkstuin|circus|kermis|museum|fabriek|villa|kasteel|zwembad)/i;
const placed =
  /^ (?:van|bij|in|op|uit|vd|v\/d) (?:(?:de|het|'t|t|ons|onze|deze|dit) )?(?:[a-zà-ž]{3,14}e )?[A-Za-zà-ž'-]{3,24}(?: (?:op|in|van|aan|bij) (?:(?:de|het|'t|t) )?[A-Za-zà-ž'-]{3,20})?/;
// Of these there is one to a place, whatever is told of them.
const ONE_TO_A_PLACE =
  /^(?:imam|rabbijn|vuurspuwer|dompteur|koorddanser(?:es)?|acrobaat|goochelaar|clown|degenslikker|leeuwentemmer|vuurtorenwachter|messenwerper|buikspreker|torenwachter|beiaardier|organist|koster)$/;
// What nobody tells of an office, only of the one who holds it.
const PRIVATE =
  /(?<![a-zà-ž])(?:[a-z]{0,12}kanker|burn-?[ -]?out|overspannen|opgepakt|aangehouden|verslaafd|verslaving|schulden|gescheiden|scheiding|depressief|depressie|dement|dementie|zwanger|copd|hiv|diabetes|ziek|failliet|mishandelt|mishandeld|drinkt|opgenomen|suïcidaal|suicidaal|psychose|miskraam|ms|als|parkinson|hartaanval|hartinfarct|vreemd|vreemdgaat|affaire|gokt|blowt|tumor|alzheimer|huiselijk|dakloos)(?![a-zà-ž])/i;
const OFFICE =
  /(?:^|\p{L})(?:burgemeester|minister|wethouder|raadslid|kamerlid|staatssecretaris|ambassadeur|generaal|kolonel|keeper|kampioene?|voetballer|profvoetballer|voetbalster|schaatser|schaatsster|wielrenner|turnster|zwemster|roeister|roeier|bokser|judoka|zanger|zangeres|acteur|actrice|presentator|presentatrice|balletdanseres|danseres|dirigent|prins|koning|koningin|piloot|international|olympier|atleet|atlete|topsporter|bisschop|directeur|directrice|commissaris)$/u;
const OLD_AGE =
  /(?<![a-zà-ž0-9])(?:(?:de|die|het|een|onze|deze) )?(?:(?:9[5-9]|1[01]\d)[- ]?|(?:(?:vijf|zes|zeven|acht|negen)ennegentig|honderd(?:en)?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)?) ?)jarige(?=$|[.,;:!?)]| (?:van|op|uit|in|bij|aan|naast|boven|die|is|was|heeft|had|woont|kan|wil|doet|loopt|ligt|zit|viel|mw|mevrouw|heer|dame|man|vrouw|oma|opa|bewo(?:ner|onster)|buurvrouw|buurman))(?: (?:van|op|uit|in|bij|aan|naast|boven) (?:(?:de|het|'t|t) )?[A-Za-zà-ž'-]{3,24})?/gi;
const CLERGY = /^(?:dominee|pastoor|priester|bisschop|notaris|koster)$/;
const KIN =
  /^(?:zoon|dochter|vrouw|man|weduwe|weduwnaar|moeder|vader|broer|zus|tweeling|drieling|vierling|vijfling|kind|ex|bruid|meisje|jongen)$/;
const STRICKEN =
  /^(?:verongelukte|vermoorde|overleden|verdronken|doodgeschoten|neergeschoten|neergestoken|vermiste|ontvoerde|verbrande|failliete|veroordeelde|beroemde|bekende|omgekomen|gevallen|overvallen|oude|vroegere|voormalige)$/;

/** Everyone who is told apart by one striking thing. */
export function findStriking(text: string, words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  const add = (start: number, end: number) => {
    if (start >= (hits.at(-1)?.end ?? 0))
      hits.push({ type: 'RARE_PERSON', start, end, hard: false });
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const noun = word && personNoun(word.key);
    if (!word || !noun) continue;
    const first = openingOf(words, at);
    const behind = strikingEnd(text, words, first, at, noun);
    if (behind !== undefined) add(words[first]?.start ?? word.start, word.end + behind);
  }
  for (const { index, 0: aged } of text.matchAll(OLD_AGE))
    if (!hits.some((hit) => hit.start < index + aged.length && index < hit.end))
      hits.push({ type: 'RARE_PERSON', start: index, end: index + aged.length, hard: false });
  return hits;
}

/** Index of the first word of the description: its article, or "oud" and "ex" without one. */
function openingOf(words: readonly Word[], at: number): number {
  let first = at;
  for (let back = at; back > Math.max(0, at - 4); back -= 1) {
    const [word, before] = [words[back], words[back - 1]];
    if (!word || !before || !/^[ -]$/.test(word.gap)) break;
    if (DETERMINER.test(before.key)) {
      first = back - 1;
      continue;
    }
    if (first < at && DETERMINER.test(words[first]?.key ?? '')) break;
    if (NO_ADJECTIVE.test(before.key)) break;
    if (FORMER.test(before.key)) first = back - 1;
    else if (!/(?:e|er|isch|lijk|oud|jong|sch)$/.test(before.key)) break;
  }
  return first;
}

/** How far behind its noun the description reaches, if it tells somebody apart. */
function strikingEnd(
  text: string,
  words: readonly Word[],
  first: number,
  at: number,
  noun: PersonNoun,
): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  const opening = words.slice(first, at).map(({ key }) => key);
  const clause = clauseBehind(text, word.end, opening[0] ?? '');
  const isFormer = opening.some((key) => FORMER.test(key));
  const isKnown = /^(?:de|het|die|dat|deze|onze|ons|t|'t|den)$/.test(opening[0] ?? '');
  const isThat = /^(?:die|dat)$/.test(opening[0] ?? '');
  if (isFormer) {
    const held = OFFICE.test(word.key) || opening.includes('olympisch');
    const told = firstEnd(clause, [deed, habit, lives, always, placed]);
    const now = /^, nu [^.,;]{3,30}/.exec(clause)?.[0].length;
    if (held) return now ?? told ?? 0;
    return noun === 'role' ? (now ?? firstEnd(clause, [deed, habit, lives, always])) : undefined;
  }
  const anyway = firstEnd(clause, [height, rides]);
  if (anyway !== undefined && opening.length > 0) return anyway;
  if (!isKnown) return undefined;
  const mark = firstEnd(clause, [
    maimed,
    marked,
    accompanied,
    counted,
    ...(noun === 'family' ? [household] : []),
  ]);
  if (mark !== undefined) return withRelative(clause, mark);
  const kin = kinEnd(words, at);
  if (kin !== undefined) return kin - word.end;
  const did = deed.exec(clause);
  if (did && (noun === 'role' || FEAT.test(did[1] ?? ''))) return withPlace(clause, did[0].length);
  const isSomewhere = noun !== 'general' || IN_SIGHT.test(always.exec(clause)?.[0] ?? '');
  const does = firstEnd(clause, isSomewhere ? [habit, always] : [habit]);
  if (does !== undefined) return does;
  const home = lives.exec(clause)?.[0];
  if (home && (noun === 'role' || isThat || ODD_HOME.test(home))) return home.length;
  const place = noun === 'role' ? placed.exec(clause)?.[0] : undefined;
  if (place && ONE_TO_A_PLACE.test(word.key)) return withRelative(clause, place.length);
  if (place && PRIVATE.test(clause.slice(place.length))) return withRelative(clause, place.length);
  if (place) {
    const rest = firstEnd(clause.slice(place.length), [deed, habit, lives]);
    if (rest !== undefined) return place.length + rest;
  }
  return undefined;
}

/** What follows in the same sentence; "dat" behind a noun with "de" opens what is said, and describes nobody. */
function clauseBehind(text: string, end: number, opening: string): string {
  const clause = text.slice(end, end + REACH).split(/[.](?!\d)|[;!?\n]/)[0] ?? '';
  const isReported = /^,? dat /.test(clause) && !/^(?:het|dat|ons|een|dit|t|'t)$/.test(opening);
  const isOfOther = /^,? (?:die|dat) (?:hij|zij|ze|ik|we|wij|er|je|men)(?![a-z])/.test(clause);
  return isReported || isOfOther ? '' : clause;
}

/** "de tweeling van de neergeschoten juwelier", "de dochter van de dominee": end of who they belong to. */
function kinEnd(words: readonly Word[], at: number): number | undefined {
  const [kin, link, article] = words.slice(at, at + 3);
  if (!kin || !KIN.test(kin.key) || !/^(?:van)$/.test(link?.key ?? '')) return undefined;
  if (!/^(?:de|het|die|een)$/.test(article?.key ?? '')) return undefined;
  const next = words[at + 3];
  const isStricken = STRICKEN.test(next?.key ?? '');
  const whose = isStricken ? words[at + 4] : next;
  if (whose?.gap !== ' ' || !personNoun(whose.key)) return undefined;
  const isOfOffice =
    ONE_TO_A_PLACE.test(whose.key) || OFFICE.test(whose.key) || CLERGY.test(whose.key);
  return isStricken || isOfOffice ? whose.end : undefined;
}

/** Length of the longest of these at the head of the clause. */
function firstEnd(clause: string, patterns: readonly RegExp[]): number | undefined {
  const ends = patterns.flatMap((pattern) => pattern.exec(clause)?.[0].length ?? []);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** With the clause behind it: "zonder benen die elke dag bij de ah accordeon speelt". */
function withRelative(clause: string, end: number): number {
  const rest = firstEnd(clause.slice(end), [deed, habit, lives, always, rides, WORKS]);
  return rest === undefined ? withPlace(clause, end) : end + rest;
}

// Where or with what: without it "die altijd te laat betaalt" is told of many.
const IN_SIGHT = / (?:op|in|bij|voor|met|langs|onder|naast|rond|om|aan) /;
const WORKS = /^,? (?:die|dat) [^.;:!?\n]{3,40}? [a-zà-ž]{3,12}t(?![a-zà-ž])/i;
const IN_PLACE =
  /^ (?:van|in|op|bij|uit|aan|boven|naast) (?:(?:de|het|'t|t|ons|onze|deze|dit|zijn|haar) )(?:hele |oude )?[A-Za-zà-ž'-]{3,24}(?![A-Za-zà-ž])| hier(?= |$)|^ vd [a-z]{3,20}(?![a-z])/;

/** With the place right behind it: "in het dorp", "bij de gasontploffing". */
export function withPlace(clause: string, end: number): number {
  return end + (IN_PLACE.exec(clause.slice(end))?.[0].length ?? 0);
}
