// Descriptions that point to one person without a name: somebody single, with an age, a condition or a
// rare trait, at a place one can walk to. A hint, always soft: rule S2 (domain.md, chapter 15).
import type { Hit } from './findings.ts';
import { withPlace } from './striking-clauses.ts';

const PERSON =
  /(?<![a-zà-ž-])(?:(?:alleenstaande |oude |jonge |bejaarde |blinde |dove |doofblinde |slechtziende )?(?:[a-zà-ž]{0,10}(?:man|vrouw|moeder|vader)|jongen|jongetje|jochie|knul|meisje|weduwe|weduwnaar|moeder|vader|oma|opa|buurman|buurvrouw|inwoner|inwoonster|transgender (?:meisje|jongen|vrouw|man)|dame|heer|meneer|mevrouw|student|studente|leerling|kind|peuter|kleuter|baby|bewoner|bewoonster|cliënt|cliënte|patiënt|patiënte|tiener|puber|dochter|zoon|gezin|echtpaar|stel|oud-[a-zà-ž]{4,20}|ex-[a-zà-ž]{4,20}|[a-zà-ž]{0,14}(?:leraar|lerares|docent|docente|verpleger|verpleegster|verpleegkundige|pianist|pianiste|zanger|zangeres|kapper|kapster|bakker|slager|schilder|timmerman|kunstenaar|kunstenares|schrijver|schrijfster|dichter|priester|pastoor|dominee|imam|rabbijn|non|zuster|[a-zà-ž]{3,12}speler|[a-zà-ž]{3,12}speelster|monnik|kapitein|matroos|schipper|piloot|arts|tandarts|notaris|rechter|advocaat|burgemeester|wethouder|raadslid|directeur|ondernemer|winkelier|juwelier|kok|chauffeur|postbode|agent|politieagent|militair|veteraan|sergeant|generaal|violist|violiste|organist|dirigent|muzikant|acteur|actrice|danser|danseres|voetballer|bokser|judoka|schaatser|professor|wetenschapper|ingenieur|smid|molenaar|boer|boerin|visser|havenarbeider|mijnwerker|vluchteling|asielzoeker|statushouder|Oekraïner|Syriër|Eritreeër|weeskind|drieling|vierling|transvrouw|transman|prinses|poppenspeler|goochelaar|clown|imker|orgelbouwer|klokkenmaker|glazenwasser|loodgieter|vroedvrouw|verloskundige|huishoudster|conciërge|koster|tolk|huisarts|[a-zà-ž]{0,10}commandant|eigenaar|eigenares|kroegbaas|barman|visboer|groenteboer|marktkoopman|zwerver|dakloze|soldaat|bestuurder|coach|trainer|jongerenwerker|wijkagent|journalist|fotograaf|ex-gedetineerde|hoogleraar|hacker|rapper|influencer|[a-zà-ž]{3,12}-(?:familie|gezin)|familie|chirurg|dokter|apotheker|psychiater|psycholoog|therapeut|architect|beeldhouwer|componist|bioloog|theoloog|[a-zà-ž]{3,8}loge|machinist|gitarist|harpist|cellist|saxofonist|accordeonist|drummer|[a-zà-ž]{3,10}(?:maker|maakster|bouwer|meester|wachter|houder|houdster|drager|rijder|duiker|werker|kundige)|kleermaker|coupeuse|naaister|wever|schaapherder|herder|jager|stratenmaker|stoker|metselaar|lasser|loods|stuurman|zeeman|marinier|ambassadeur|diplomaat|prins|baron|barones|graaf|freule|adellijke|ridder|bisschop|diaken|missionaris|kampioen|kampioene|olympiër|turner|turnster|zwemmer|zwemster|wielrenner|marathonloper|keeper|schaker|koorddanser|acrobaat|boswachter|tweelingzus|tweelingbroer|zusters|moederoverste|bruid|jongedame|jongeman|kleuterjuf|juf|meester|expat|migrant|Afghaan|Iraniër|Irakees|Somaliër|Soedanees|Tibetaan|Rus|Russin|Chinees|Japanner|Japanse|IJslander|Georgiër|Armeniër|Koerd|Oeigoer|Roma)))(?![a-zà-ž])/gi;

const AGE =
  /, (?:[1-9]\d|1[01]\d)(?:,|$)|(?<![a-zà-ž0-9])(?:van (?:(?:in de )?\d{1,2}|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien) jaar|tachtig|negentig|honderd|10\d)(?! ?(?:tot|t\/m|-|en \d|euro|%|keer|meter|uur|maanden huur))|\(?1?\d{1,2}[- ]?jarige?|,? ?\(?1?\d{1,2} ?(?:jaar|jr\.?)(?: oud)?|, (?:[1-9]\d|10\d),|, 1?\d\d$)(?![a-zà-ž0-9])/i;

const CONDITION =
  /(?<![a-zà-ž])(?:met (?:een |het |de |één |1 |zijn |haar )?(?:zeldzame |ernstige |zware |aangeboren |dubbele |open |vergevorderde )?(?:[a-zà-ž]{0,12}ziekte|syndroom|[a-zà-ž]{1,12}syndroom|epilepsie|hiv|aids|parkinson|als|ms|dementie|alzheimer|kanker|[a-zà-ž]{2,10}kanker|leukemie|tbc|tuberculose|lepra|[a-zà-ž]{0,12}verlamming|dwarslaesie|been|arm|hand|oog|glazen oog|kunstbeen|prothese|rolstoel|stoma|tracheostoma|sonde|beademing|hersenletsel|hersentumor|autisme|schizofrenie|psychose|down|narcolepsie|anorexia|albinisme|dwerggroei|brandwonden|elf kinderen|gehoorapparaat|hazenlip|open rug|hartafwijking|blindengeleidehond|hulphond|drieling|vierling|vijfling|tweeling|(?:zeven|acht|negen|tien|elf|twaalf) kinderen|donornier|transplantatie|nierdialyse|sikkelcel|thalassemie|hemofilie|cystic fibrosis|taaislijmziekte|spierziekte|gilles de la tourette|tourette|ptss|enkelband|strafblad|suikerziekte|diabetes|schisis|klompvoet|burn-?out|longfibrose|copd|blindengeleidestok|taststok|(?:een )?tatoeages? in zijn gezicht|vitiligo|[a-zà-ž]{0,6}masker|littekens? in (?:zijn|haar) gezicht|brandwond(?:en)?|littekens?|hersenschade|whiplash|lymfoom|botontkalking|waanbeelden|wanen|stemmen in (?:zijn|haar) hoofd|(?:één|een) nier|kunst(?:arm|hand|heup|oog|been)|rollator en een zuurstoffles|zuurstoffles|zuurstof|pacemaker)|in (?:een |de |haar |zijn )?(?:[a-zà-ž]{0,10}rolstoel|scootmobiel)|van (?:zeven|acht|negen|tien|elf|twaalf|dertien|1\d) kinderen|(?:zonder|mist(?: een)?) (?:benen|armen|handen|been|arm|hand|onderbeen|onderbenen|neus|oog|ogen|oor|oren|stembanden|stem|tong|vingers|tenen|voet|voeten|geheugen|gehoor|strottenhoofd|gebit|haar en wenkbrauwen)|aan de (?:beademing|dialyse)|doofblinde?|doofstomme?|blinde|dove|slechtziende|verlamde|transgender|die (?:blind|doof|doofblind|stom|verlamd) is|(?<=, )(?:rolstoel|blind|doof|doofblind|verlamd|hiv|epilepsie|autisme|dement|kanker)|(?:hoog)?zwangere?|(?:meervoudig |verstandelijk |zwaar |lichamelijk )?(?:gehandicapte?|beperkte?)|autistische?|demente?)(?![a-zà-ž])/i;

const PLACE =
  /(?<![a-zà-ž])(?:(?:op|om|van) de hoek|in (?:het|een) (?:oude|voormalige?|laatste|witte) [a-zà-ž]{3,14}(?:huis|hof|stal|schuur|kantoor)|(?:van|uit|in) (?:groep|klas) \d|(?:van|in|uit|op) (?:de|het|ons|onze) (?:complex|plein|markt|havo|vwo|mavo|vmbo|gymnasium|lagere school|enige [a-z]{3,12})|in (?:de|het) [A-Z][a-zà-ž]{3,20}(?:buurt|wijk|kwartier)|(?:naast|boven|achter|tegenover|onder|bij|in|uit|op|van|aan|vlak bij|schuin tegenover) (?:de |het |een |die |dat |onze |'t )?(?:enige |grote |kleine |hoge |hervormde |katholieke |gereformeerde |oude |witte |gele |rode |blauwe |groene |nieuwe |laatste |eerste |bovenste |onderste |tweede |derde |vierde |vijfde |zesde |zevende |achtste |negende |tiende )?(?:[a-zà-ž]{0,16}(?:kerk|moskee|molen|bakker|bakkerij|slager|slagerij|snackbar|kapper|apotheek|school|verdieping|flat|serviceflat|souterrain|kelder|zolder|portiek|woonboot|woonwagen|woonwagenkamp|kamp|boerderij|nieuwbouw|hoekhuis|hoekwoning|steeg|hofje|pleintje|villa|toren|torenflat|penthouse|kraakpand|klooster|pastorie|gemaal|sluis|brug|brughuis|watertoren|fietsenmaker|supermarkt|café|kroeg|winkel|wasserette|bibliotheek|begraafplaats|volkstuin|caravan|chalet|stacaravan|camping|haven|schip|boot|garage|pakhuis|pension|hostel|opvang|azc|asielzoekerscentrum|straat|laan|galerij|doodlopende weg|dijk|kade|kinderboerderij|station|benzinepomp|tankstation|viswinkel|bloemenstal|museum|theater|gracht|eiland|polder|speeltuin|buurthuis|politiebureau|brandweerkazerne|kazerne|gemeentehuis|stadhuis|ziekenhuis|camper|tuinhuis|zorgboerderij|manege|kapel|parochie|appartementencomplex|verzorgingshuis|bejaardenhuis|woongroep|studentenhuis|seniorenflat|huisje|blok|aanleunwoning|bovenwoning|benedenwoning|portiekwoning|seniorenwoning|noodwoning|tiny house)))(?![a-zà-ž])/i;

const UNIQUE =
  /(?<![a-zà-ž])(?:(?:de|het|als|onze) (?:enig(?:e|ste)|eerste|laatste|oudste|jongste)|enige|oudste)(?![a-zà-ž])/i;
// A trait in front of the person that few share.
const TRAIT =
  /(?:(?:[Dd]oofblinde?|[Dd]oofstomme|[Ss]tomme|[Ss]tokdove|[Bb]linde|[Dd]ove|[Ee]enbenige|[Ee]enarmige|[Ee]enogige|[Vv]erlamde|[Ss]lechtziende|[Ss]lechthorende|[Vv]rouwelijke|[Mm]annelijke|[Hh]omoseksuele|[Ll]esbische|[Oo]ngedocumenteerde|[Mm]inderjarige|[Dd]akloze|[Zz]wangere|[Vv]erslaafde|[Aa]utistische|[Aa]lbino|[Kk]reupele|[Mm]anke|[Gg]ehandicapte|[Bb]ejaarde|[Hh]oogbejaarde|[Gg]epensioneerde|[Ss]taatloze|[Dd]emente|[Ss]tatenloze|[Ii]ntersekse|[Tt]ransgender|[Vv]oormalige?)|[Oo]ud-|[Ee]x-|[A-ZÀ-Þ][A-Za-zà-ž]{3,14}(?:ese|aanse|ische|se|ees|iaanse)) ?$/;
// What happened to somebody, told in a clause: "die zijn zoon verloor", "die failliet ging", "van 2.10 meter".
// "uit Jemen", "van Curaçao": where somebody comes from.
const ORIGIN =
  /(?<![a-zà-ž])(?:uit|van) [A-Z][a-zà-ž]{2,20}(?:[- ][A-Z][a-zà-ž]{2,14})?(?![A-Za-zà-ž])/;
const FATE =
  /(?<![a-zà-ž])(?:(?:die|dat|wiens|wier|waarvan|van wie) (?!hij |zij |ze |er |ik |we )[^.;:!?\n]{0,32}(?:afbrandde|verloor|verloren|failliet|dakloos|zwanger|overleed|overleden|verongelukt|vermoord|verbrand|vastzat|vastzit|kwijtraakte|veroordeeld|gescheiden|mishandeld|verkracht|ontslagen|uitgezet|verdronk|verdronken|gewonnen|won|beroemd)|van (?:1[.,]|2[.,])\d{1,2} ?m(?:eter)?|(?:met|van) (?:een |de )?(?:drieling|vierling|vijfling)|van de (?:verongelukte|vermoorde|overleden|verdronken|doodgeschoten|neergestoken) [a-zà-ž]{3,20}|met (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|dertig|veertig|vijftig|\d{2}) (?:katten|honden|duiven|vogels)|met (?:de|het|zijn|haar|die) (?:[a-zà-ž]{3,12} )?(?:papegaai|parkiet(?:en)?|duiven|katten|honden|hond|accordeon|bakfiets|scootmobiel|draaiorgel|snor|hoed|pruik|bolhoed|slang|geit|ezel|pony|paard))(?![a-zà-ž])/i;
const CROWD =
  /(?<![a-zà-ž])(?:mensen|bewoners|ouderen|jongeren|kinderen|gezinnen|vrouwen|mannen|velen|sommigen|meeste|tientallen|gemiddeld)(?![a-zà-ž])/i;
const REACH = 110;

/** A person with two telling traits, or one told apart as "de enige"; never more than one a clause. */
export function findDescriptions(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(PERSON)) {
    if (match.index < (hits.at(-1)?.end ?? 0)) continue;
    const from = Math.max(hits.at(-1)?.end ?? 0, match.index - 30);
    const before =
      text
        .slice(from, match.index)
        .split(/[.;:!?\n]/)
        .at(-1) ?? '';
    const person = before + match[0];
    const behind = match.index + match[0].length;
    const clause = described(text.slice(behind, behind + REACH).split(/[.;!?\n]/)[0] ?? '');
    const told = describedUntil(person, match[0], clause);
    if (told === undefined) continue;
    const end = withPlace(clause, told);
    const start = match.index - openingOf(before);
    hits.push({
      type: 'RARE_PERSON',
      start,
      end: match.index + match[0].length + end,
      hard: false,
    });
  }
  return hits;
}

const SAYS =
  / (?:sprak|vertelt|vertelde|vroeg|vraagt|zegt|zei|belde|belt|kwam|komt|wilde|meldt|meldde)(?![a-zà-ž])/;

/** Up to the verb of the sentence: where somebody speaks or goes describes nobody, but in "die altijd komt" it does. */
function described(clause: string): string {
  const verb = SAYS.exec(clause)?.index ?? clause.length;
  const before = clause.slice(0, verb);
  return /(?:^|[ ,])(?:die|dat|wie|wiens|waarvan) /.test(before) ? clause : before;
}

function openingOf(before: string): number {
  return (
    /(?:(?<![a-zà-ž])(?:de|het|een|die|als|onze|enige|enigste|eerste|laatste|oudste|jongste|\d{1,3}[- ]?jarige|[a-zà-ž]{3,14}(?:e|er)) ?){1,4}$/i.exec(
      before,
    )?.[0].length ?? 0
  );
}

/** Length of the clause up to its last telling trait, if there are enough of them. */
function describedUntil(person: string, role: string, clause: string): number | undefined {
  if (CROWD.test(person) || /^(?: en | of )?[A-Za-zà-ž]*(?:mannen|vrouwen)/.test(clause))
    return undefined;
  const found = [AGE, CONDITION, PLACE, FATE, ORIGIN].map((pattern) => pattern.exec(clause));
  const [age, condition, place, fate, origin] = found;
  const hasAge = Boolean(age) || /\d{2}[- ]?jarige? /.test(`${person} `);
  const hasTrait =
    TRAIT.test(person.slice(0, person.length - role.length)) ||
    /^(?:oud|ex)-|^trans|^(?:blinde|dove|doofblinde) /i.test(role);
  // "Verzorgt haar blinde man" says nothing of where he is.
  if (/(?:haar|zijn|mijn|hun) [a-zà-ž ]*$/i.test(person) && found.every((trait) => !trait))
    return undefined;
  const isUnique = UNIQUE.test(person.slice(-role.length - 22));
  const isIll = Boolean(condition) || CONDITION.test(person);
  const isTold = Boolean(fate) && !/^(?:een|elke|iedere|geen) /i.test(person);
  const isOnly = /(?<![a-zà-ž])enig(?:e|ste)(?![a-zà-ž])/i.test(person.slice(-role.length - 22));
  if ((isOnly && !SHOP.test(role)) || isTold) return Math.max(0, ...found.map(endOf));
  // Of that age there are one or two in a wijk.
  if (
    /(?<!\d)(?:9[7-9]|1[01]\d)(?!\d)/.test(
      `${age?.[0] ?? ''} ${/\d{2,3}[- ]?jarige/.exec(person)?.[0] ?? ''}`,
    )
  )
    return Math.max(...found.map(endOf));
  // "Een dove buurman": one word tells one thing, be it a trait or a condition.
  const isVague = /(?<![a-zà-ž])(?:een|elke|iedere|geen)(?![a-zà-ž])/i.test(person);
  const isOther = hasTrait && (Boolean(condition) || !isIll || !isVague);
  // "De Congolese priester": of that trade and trait there is one.
  const isKnown = /(?<![a-zà-ž])[Dd]e [A-Za-zà-ž-]+ $/.test(
    person.slice(0, person.length - role.length),
  );
  if (hasTrait && isKnown && !GENERAL.test(role) && !SHOP.test(role))
    return Math.max(0, ...found.map(endOf));
  const isFrom = Boolean(origin) && !hasTrait;
  const telling = [hasAge, isIll, Boolean(place), isOther, isUnique, isFrom, Boolean(fate)].filter(
    Boolean,
  ).length;
  if (telling < 2 || !(isIll || isUnique || hasAge || (hasTrait && place) || (fate && place)))
    return undefined;
  return Math.max(0, ...found.map(endOf));
}

const endOf = (trait: RegExpExecArray | null) => (trait ? trait.index + trait[0].length : 0);
const GENERAL =
  /(?:man|vrouw|moeder|vader|jongen|jongetje|meisje|weduwe|weduwnaar|oma|opa|inwoner|inwoonster|dame|heer|meneer|mevrouw|student|studente|leerling|kind|peuter|kleuter|baby|bewoonster|cliënte?|patiënte?|tiener|puber|dochter|zoon|gezin|echtpaar|stel|familie|vluchteling|statushouder|asielzoeker|migrant|expat|arts|huisarts|agent|wijkagent|dokter|coach|trainer|jongerenwerker|docent|leraar|juf|meester|verpleegkundige|verpleger|werker|kundige|houder|eigenaar)$/i;
// "De enige bakker" is a shop, and "de enige bewoner" says little.
const SHOP =
  /^(?:bakker|slager|kapper|kapster|juwelier|visboer|groenteboer|winkelier|tandarts|bewoner|kind|stel)$/i;
