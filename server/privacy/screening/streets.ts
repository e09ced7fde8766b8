// How Dutch street names look, for the address rules, and for the name rules: a first name in a street
// name ("Karel Doormanstraat") is no person.
import { packedWords } from './packed-words.ts';
import type { Word } from './words.ts';

// Endings that make a street even in lower case ("eikenlaan"), slips of the pen among them.
const STREET =
  /(?:str(?:aa?t?|aaat|aatje)?|staat|laa?n|laantje|ln|weg|wegje|wg|plein|pln|ka+de|singel|sn?gl|dreef|drf|gracht|grcht|steeg|stg|plantsoen|pla?nts|plntsn|boulevard|blvd|allee|pad|paadje|dijk|hof|hofje|hf|hove|kwartier|passage|promenade|stede|gaarde?|zoom|oord|wetering|wal|markt|baan|erf|schans|brink)$/;
// Endings of ordinary words and surnames as well: only with a capital ("Parkzicht").
const CAPITAL_STREET =
  /(?:park|zicht|velde?n?|haven|tuin|tuinen|poort|hoek|kamp|burg|berg|dam|(?:zuid|noord|oost|west|er)ring|(?:noord|zuid|oost|west|dorps)einde?|donk|horst|hout|hoeve|vaart|sloot|kreek|meer|zee|akker|weide?|waard|brug|sluis|hage|rade|meent|bos|bosch|wijk|kerk|heuvel|duin|rak|lust|rust|borg|gouw|mars|beek|molen|plaats|plas|rijk|wold|woud|wende|steyn|stein|steen|heide?|toren|voort|vliet|water|rand|punt|spoor|land|grift|hoogte|trap|terras|daa?l|terp|wierde|diep|wad|zand|strand|oever|wijck|lede|vest|vesten?|bolwerk|kolk|zijde|werf|veen|kant|schoon|kruid|doorn|klaver|distel|eind|pad ?zz|polder|meet|maat|ven|hei|gors|tocht|trekweg|achterom)$/;
// They end like a street and are none.
const NO_STREET = packedWords(`
onderweg snelweg autoweg spoorweg waterweg wandelweg fietsweg halverwege autobaan loopbaan sportpark supermarkt woningmarkt arbeidsmarkt huizenmarkt huurmarkt
weekmarkt kerstmarkt rommelmarkt vlooienmarkt fietspad voetpad wandelpad zebrapad schoolplein kerkhof gerechtshof ijsbaan rijbaan busbaan tennisbaan skatebaan trambaan
bijbaan woonerf schoolerf winkelstraat zijstraat woonstraat fietsstraat toestaat bestaat ontstaat verstaat overlaan verslaan vrijwel zijde overzijde achterzijde voorzijde
keerzijde bestaan ontstaan toestaan opstaan sportveld speelveld voetbalveld vliegveld bouwplaats drinkwater grondwater rioolwater achtertuin binnentuin daktuin voortuin stadsrand watertoren woontoren fietsbrug voetbrug
kinderboerderij zomerkamp schoolkamp jachthaven amsterdam rotterdam tilburg middelburg leeuwarden vlaardingen zaandam purmerend schiedam voldaan overweg ruimte plaats parkeerplaats speelplaats werkplaats standplaats
ziekenhuis gemeente gezondheid speeltuin moestuin volkstuin jeugdland buitenland nederland inloopruimte woonwijk achterstandswijk nieuwbouwwijk gesprekken telling
`);
const BARE_STREET =
  /^(?:straat|str|weg|laan|plein|kade|singel|dreef|gracht|dijk|hof|pad|steeg|markt|wal|baan|park|haven|brink|dwarsstraat|voorhout)$/;
const OPENS_STREET = /^(?:hofje|plantsoen|allee|boulevard|passage)$/;
const STREET_ADJECTIVE = /^(?:oude|nieuwe|lange|korte|grote|kleine|hoge|lage|eerste|tweede|derde)$/;
// A whole name in many towns: "Singel 300".
const WHOLE_STREET = /^(?:singel|brink|dijk|gracht|wal|steeg|kade)$/;
// Streets without any street ending.
const NAMED_STREETS = packedWords(
  'zonnebloem boterbloem korenbloem klaproos kamperfoelie goudsbloem madelief paardebloem pinksterbloem vingerhoed ridderspoor ganzerik wederik kievit leeuwerik wielewaal nachtegaal grutto wulp tureluur scholekster fazant patrijs specht roodborst koekoek vlierboom lijsterbes meidoorn sleedoorn hazelaar vuurdoorn wilg populier kastanje schelde maas waal rijn lek ijssel vecht amstel dommel eems linge merwede dinkel regge berkel spaarne zaan rotte dintel donge roer geul amer spui achterom waterkant noordeinde kneuterdijk buitenhof binnenhof voorhout damrak rokin coolsingel neude kalverstraat',
);

/** Whether the word at this index can be the last of a street name. */
export function endsStreet(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const previous = words[at - 1];
  if (!word) return false;
  const isBare = BARE_STREET.test(word.key);
  if (!NO_STREET.has(word.key) && !isBare) {
    if (word.key.length >= (word.isCapital ? 5 : 6) && STREET.test(word.key)) return true;
    if (word.isCapital && word.key.length >= 6 && CAPITAL_STREET.test(word.key)) return true;
  }
  if (word.isCapital && NAMED_STREETS.has(word.key)) return true;
  if (word.isCapital && WHOLE_STREET.test(word.key)) return true;
  // "'t Zand 33", where nothing is counted.
  if (word.isCapital && /^'?t$/.test(previous?.text ?? '') && word.gap === ' ') return true;
  const isPair = previous !== undefined && /^[ -]$/.test(word.gap);
  const isAdjective = isPair && STREET_ADJECTIVE.test(previous.key);
  if (isBare && isPair && (previous.isCapital || isAdjective)) return true;
  return word.isCapital && ((isAdjective && previous.isCapital) || followsStreet(words, at));
}

/** "Laan van Meerdervoort": the street word comes first and the last word has a capital. */
function followsStreet(words: readonly Word[], at: number): boolean {
  for (let back = 1; back <= 4; back += 1) {
    const word = words[at - back];
    if (!word || !/^[ -]$/.test(words[at - back + 1]?.gap ?? '')) return false;
    if (word.isCapital && (BARE_STREET.test(word.key) || OPENS_STREET.test(word.key)))
      return back > 1;
    if (!word.isCapital && !/^(?:van|naar|de|der|den|het|'t|ten|ter|en)$/.test(word.text))
      return false;
  }
  return false;
}

/** Words before the last one that belong to the street: capitals, "van de", "Prins", initials. */
export function mayOpenStreet(word: Word): boolean {
  if (/^(?:van|de|der|den|het|'t|ten|ter|'s)$/.test(word.key))
    return word.isCapital || word.key === 'van';
  if (/^'[ts]$/.test(word.text) || HONOURED.test(word.text)) return true;
  return word.isCapital && !NOT_OF_STREET.has(word.key);
}

// Honours in front of whom a street is called after, without a capital as well.
const HONOURED =
  /^(?:burg|burgemeester|prof|professor|pres|president|past|pastoor|mgr|gen|generaal|adm|admiraal|jhr|prins|prinses|koningin|sint|wethouder)$/;

const NOT_OF_STREET = packedWords(
  'verhuisd verhuist woont terug post woning adres op in aan bij naar van huis woont een er zij hij ze mevrouw meneer lekkage contact flat pand buren bewoners bewoner vanuit gezin brand inbraak overlast naast tegenover',
);

// Things named after people: streets, neighbourhoods, schools, homes, prizes.
const NAMED_AFTER =
  /(?:straat|str|laan|weg|plein|kade|singel|dreef|gracht|steeg|plantsoen|boulevard|pad|buurt|wijk|kwartier|park|school|college|lyceum|gymnasium|kerk|kapel|kliniek|huis|flat|toren|brug|tunnel|centrum|stichting|fonds|zaal|arena|stadion|museum|bad|polder|hoeve|haven|oord|prijs|loop|dag|markt|theater|hal|bos|schans|hofje|tuin|tuinen|bank|complex|instituut|foundation|center|cafe|moskee|sluis|dijk|erf|plaats|club|court|pensioen|methode|vereniging|koor|orkest|partij|boerderij|zorgboerderij)$/;
const NAMED_AFTER_WORD = packedWords(
  'lokaal koor resto hof dijk park kerk school brug huis erf bos hal plein bank mavo havo mbo roc bar',
);

/** Whether this last word of a name makes the whole a street, a school or the like. */
export function isNamedAfterPerson(key: string): boolean {
  return NAMED_AFTER_WORD.has(key) || (key.length > 6 && NAMED_AFTER.test(key));
}
