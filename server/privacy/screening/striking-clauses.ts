// The clauses that tell one person apart, as patterns at the head of what stands behind the noun: a deed, a habit, what
// somebody has with them, a height, a household; and the words for offices and kin around them.

// Deeds in the past at the end of a clause.
const DEED =
  '(?:redde|gered heeft|won|gewonnen heeft|verloor|overleefde|ontsnapte|klom|sprong|schoot|stak|dook|zwom|uitvond|versloeg|stal|stichtte|oprichtte|schreef|vocht|danste|zong|opgroeide|liep|viel|reed|vond|brak|beroofde|bevrijdde|neerstortte|meedeed|speelde|deelnam|haalde|kreeg|gaf|sloeg|beet|gooide|duwde|bedreigde|ontvoerde|gijzelde|neerstak|doodreed|omkwam|trouwde|geboren (?:is|werd)|werd|op tv (?:was|kwam|is)|in de krant (?:stond|kwam|staat)|bekend(?: is| werd)?|beroemd(?: is| werd)?)';
// What makes a deed more than what happens to everyone.
export const FEAT =
  /(?:loterij|jackpot|medaille|kampioen|olympi|spelen|marathon|titel|prijs|record|oorlog|brand|vaart|gracht|water|zee|ijs|trapeze|dak|balkon|raam|brug|verdieping|kerk|toren|trein|spoor|vuur|bus|gijzel|bom|ramp|explosie|ontploffing|aanslag|overval|koning|minister|burgemeester|premier|pastoor|dominee|agent|(?:zijn|haar) eigen|tv|televisie|krant|film|elftal|wk|ek|rekening|goud|zilver|schat|miljoen|gevangenis|tbs|bank|juwel|museum|leeuw|wolf|slang|berg|everest|elfsteden|kanaal|oceaan|ballon|vliegtuig|tank|zijn (?:hele|vrouw|zoon|gezin)|haar (?:hele|man|zoon|gezin)|alle|drie keer|twee keer|vier keer|ooit|kind|meisje|jongetje|baby|trans)/;
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

export const height =
  /^,? van (?:ruim |bijna )?(?:[12][.,]\d{2} ?(?:m|meter)?|2 ?m(?:eter)?(?: ?\d{1,2})?|twee meter(?: [a-z]{3,14})?)(?![a-zà-ž0-9])/i;
export const maimed = new RegExp(
  `^ (?:zonder ${BODY}|met (?:één|1|een houten|een kunst|maar één|een glazen|houten|het houten|het glazen|de houten|de glazen) ?(?:${BODY}|[a-z]{2,9}))(?![a-zà-ž])`,
  'i',
);
// "met de zilveren tanden", "met het verbrande gezicht".
export const marked =
  /^ met (?:de |het |een |zijn |haar )?(?:zilveren|gouden|verbrande?|verminkte?|misvormde?|geamputeerde?|houten|glazen|stalen|ijzeren|getatoe[eë]erde?|verlamde?|scheve|kale|paarse?|blauwe?|groene?|roze|oranje|enorme?) (?:tanden|tand|gezicht|ogen|oog|hand|handen|been|benen|arm|armen|neus|kaak|huid|haar|haren|baard|snor|lippen|schedel|hoofd|rug|voet|kunsthand)(?![a-zà-ž])/i;
export const accompanied = new RegExp(`^ ${COMPANY}(?![a-zà-ž])`, 'i');
// "met drie …", and "met de glazen knikkers in zijn baard".
export const counted = new RegExp(
  `^ met (?:zijn |haar |de |die |al (?:zijn|haar) )?(?:${MANY} (?!jaar|keer|uur|dagen|weken|maanden|euro|(?:[a-z]{3,9}e )?(?:kinderen|kids|kleintjes|zoons|zonen|dochters|jongens|meisjes|baantjes|banen|tassen|vrienden|vriendinnen|pubers|tieners|kleuters|peuters|baby.?s|mensen|broers|zussen|kamers|anderen|collega.?s|buren|vragen|klachten|schulden|diploma.?s|talen))[a-zà-ž]{3,20}|(?:[a-zà-ž]{3,12} ){1,2}(?:in|op|aan|om) (?:zijn|haar) (?:baard|hoofd|hals|neus|rug|arm|gezicht|voorhoofd|pols|been|schouder|haar|fiets|dak|balkon|wang|jas|hoed|tuin))(?![a-zà-ž])`,
  'i',
);
export const household =
  /^ (?:met|van) (?:de |het |een |die |hun |al die )?(?:[a-z]{0,14}(?:ling|lingen)(?! )|(?:drie|vier|vijf|zes|zeven)lingen?|siamese tweeling|(?:zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|1\d|[6-9]) (?:[a-z]{3,12} )?[a-z]{0,8}(?:kinderen|kids|zoons|zonen|dochters|jongens|meisjes))(?![a-zà-ž])/i;
export const deed = new RegExp(
  `^,? (?:die|dat|wiens|wier) ([^.;:!?\\n]{2,60}? ${DEED})(?![a-zà-ž])(?: en (?:alles|nu|toen|daarna|zijn|haar|nooit)[^.,;:!?\\n]{0,24} (?:is|heeft|raakte|ging|verloor|werd|zit|leeft|slaapt)(?![a-zà-ž]))?`,
  'i',
);
export const habit = new RegExp(
  `^,? (?:die|dat) (?:[^.;:!?\\n]{2,60}? )?${HABIT}(?![a-zà-ž])`,
  'i',
);
export const always = new RegExp(
  `^,? (?:die|dat) ${OFTEN} [^.;:!?\\n]{3,50}? (?!${USUAL}(?![a-zà-ž])|(?:niet|met|het|dat|wat|tot|uit|zit)(?![a-zà-ž]))[a-zà-ž]{2,14}t(?![a-zà-ž])`,
  'i',
);
export const rides = new RegExp(
  `^,? (?:die|dat) [^.;:!?\\n]{0,30}?${COMPANY}[^.,;:!?\\n]{0,30}? ${RIDES}(?![a-zà-ž])|^,? (?:die|dat) [^.;:!?\\n]{0,20}?(?:te paard|met (?:zijn|haar|een) (?:${CREATURE})[^.;:!?\\n]{0,24}) ${RIDES}(?![a-zà-ž])`,
  'i',
);
export const lives =
  /^,? (?:die|dat) (?:nu |nog |daar |tegenwoordig |al jaren ){0,2}(?:in|op|boven|bij|onder|achter|naast|aan|tegenover) (?!ons |hier|de (?:buurt|wijk|gemeente|school|flat|straat)(?![a-z]))[^.;:!?\n]{3,60}? (?:woont|werkt|woonde|werkte|zit|verblijft|ligt|staat|bivakkeert|logeert)(?![a-zà-ž])/i;
export const dwells =
  /^,? (?:die|dat) (?:nu |nog |daar |tegenwoordig |al jaren ){0,2}(?:in|op|boven|bij|onder|achter|naast) [^.;:!?\n]{3,60}? (?:woont|woonde|verblijft|bivakkeert|logeert|slaapt)(?![a-zà-ž])/i;
// Where hardly anybody lives.
export const ODD_HOME =
  /(?:boot|schip|tent|caravan|container|kelder|schuur|garage|kazerne|molen|toren|kerk|klooster|bus|auto|kraak|portiek|park|loods|stal|camper|boven de|brug|box|bunker|tuinhuis|volkstuin|circus|kermis|museum|fabriek|villa|kasteel|zwembad)/i;
export const placed =
  /^ (?:van|bij|in|op|uit|vd|v\/d) (?:(?:de|het|'t|t|ons|onze|deze|dit) )?(?:[a-zà-ž]{3,14}e )?[A-Za-zà-ž'-]{3,24}(?: (?:op|in|van|aan|bij) (?:(?:de|het|'t|t) )?[A-Za-zà-ž'-]{3,20})?/;
// Of these there is one to a place, whatever is told of them.
export const ONE_TO_A_PLACE =
  /(?:^|\p{L})(?:imam|rabbijn|spuwer|temmer|temster|dompteur|acrobate?|acrobaat|goochelaar|clown|slikker|messenwerper|torenwachter|beiaardier|organiste?|koster|koorddanser(?:es)?|waarzegster|buikspreker|slangenmens|carillonneur)$/u;
// What nobody tells of an office, only of the one who holds it.
export const PRIVATE =
  /(?<![a-zà-ž])(?:[a-z]{0,12}kanker|burn-?[ -]?out|overspannen|opgepakt|aangehouden|verslaafd|verslaving|schulden|gescheiden|scheiding|depressief|depressie|dement|dementie|zwanger|copd|hiv|diabetes|failliet|mishandelt|mishandeld|drinkt|opgenomen|suïcidaal|suicidaal|psychose|miskraam|ms|als|parkinson|hartaanval|hartinfarct|vreemd|vreemdgaat|affaire|gokt|blowt|tumor|alzheimer|huiselijk|dakloos)(?![a-zà-ž])/i;
export const OFFICE =
  /(?:^|\p{L})(?:burgemeester|minister|wethouder|raadslid|kamerlid|staatssecretaris|ambassadeur|generaal|kolonel|keeper|kampioene?|voetballer|profvoetballer|voetbalster|schaatser|schaatsster|wielrenner|turnster|zwemster|roeister|roeier|bokser|judoka|zanger|zangeres|acteur|actrice|presentator|presentatrice|balletdanseres|danseres|dirigent|prins|koning|koningin|piloot|international|olympier|atleet|atlete|topsporter|bisschop|overste|directeur|directrice|commissaris)$/u;
export const OLD_AGE =
  /(?<![a-zà-ž0-9])(?:(?:de|die|het|een|onze|deze) )?(?:(?:9[5-9]|1[01]\d)[- ]?|(?:(?:vijf|zes|zeven|acht|negen)ennegentig|honderd(?:en)?(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)?) ?)jarige(?=$|[.,;:!?)]| (?:van|op|uit|in|bij|aan|naast|boven|die|is|was|heeft|had|woont|kan|wil|doet|loopt|ligt|zit|viel|mw|mevrouw|heer|dame|man|vrouw|oma|opa|weduwe|weduwnaar|moeder|vader|zus|broer|non|pater|boer|boerin|tuinman|schilder|veteraan|cli[ëe]nte?|pati[ëe]nte?|bewo(?:ner|onster)|buurvrouw|buurman))(?: (?:mw|mevrouw|heer|dame|man|vrouw|oma|opa|weduwe|weduwnaar|moeder|vader|zus|broer|non|pater|boer|boerin|tuinman|schilder|veteraan|cli[ëe]nte?|pati[ëe]nte?|bewo(?:ner|onster)|buurvrouw|buurman)(?![a-z]))?(?: (?:van|op|uit|in|bij|aan|naast|boven) (?:(?:de|het|'t|t) )?[A-Za-zà-ž'-]{3,24})?/gi;
export const CLERGY = /^(?:dominee|pastoor|priester|bisschop|notaris|koster)$/;
export const KIN =
  /^(?:zoon|dochter|vrouw|man|weduwe|weduwnaar|moeder|vader|broer|zus|tweeling|drieling|vierling|vijfling|kind|ex|bruid|meisje|jongen)$/;
export const STRICKEN =
  /^(?:verongelukte|vermoorde|overleden|verdronken|doodgeschoten|neergeschoten|neergestoken|vermiste|ontvoerde|verbrande|failliete|veroordeelde|beroemde|bekende|omgekomen|gevallen|overvallen|oude|vroegere|voormalige)$/;

// What was done to somebody: "die door de pitbull werd gebeten".
const SUFFERED =
  '(?:gebeten|neergestoken|neergeschoten|beschoten|ontvoerd|gegijzeld|gered|gekidnapt|aangereden|overreden|verkracht|verbrand|gemarteld|vergiftigd|levenslang|geadopteerd|gesneden|getroffen|uitgezet|ondergedoken|beroofd)';
export const suffered = new RegExp(
  `^,? (?:die|dat) [^.;:!?\\n]{2,60}? (?:(?:werd|is|was) ${SUFFERED}|${SUFFERED} (?:werd|is|was))(?![a-zà-ž])`,
  'i',
);
export const aged =
  /^,? (?:van|\() ?(?:9[5-9]|1[01]\d)(?: jaar)?(?! ?(?:euro|%|m|cm|kg|kilo|keer|geleden)|\d)\)?(?![a-zà-ž])/i;

// Where or with what: without it "die altijd te laat betaalt" is told of many.
export const IN_SIGHT = / (?:op|in|bij|voor|met|langs|onder|naast|rond|om|aan) /;
export const WORKS = /^,? (?:die|dat) [^.;:!?\n]{3,40}? [a-zà-ž]{3,12}t(?![a-zà-ž])/i;
const IN_PLACE =
  /^ (?:van|in|op|bij|uit|aan|boven|naast) (?:(?:de|het|'t|t|ons|onze|deze|dit|zijn|haar) )(?:hele |oude )?[A-Za-zà-ž'-]{3,24}(?![A-Za-zà-ž])| hier(?= |$)|^ vd [a-z]{3,20}(?![a-z])/;

/** With the place right behind it: "in het dorp", "bij de gasontploffing". */
export function withPlace(clause: string, end: number): number {
  return end + (IN_PLACE.exec(clause.slice(end))?.[0].length ?? 0);
}
