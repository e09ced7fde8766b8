// Nouns for one person, for the rule on descriptions: listed ones, and endings of trades and roles with the things
// that end alike taken out. Keys are lower case without accents.
import { packedWords } from './packed-words.ts';

/** Many people are called so; what is told of them has to be more striking. */
const general = packedWords(`
man vrouw jongen jongetje jochie meisje knul meid kerel vent gast dame heer meneer mevrouw moeder vader oma opa buurman buurvrouw bovenbuurman
bovenbuurvrouw onderbuurman onderbuurvrouw weduwe weduwnaar kind kleuter peuter puber tiener student studente leerling bewoner bewoonster inwoner
inwoonster client cliente patient patiente huurder zoon dochter broer zus
`);

const rare = packedWords(`
transvrouw transman imam rabbijn dominee pastoor bisschop priester non monnik diaken koster kapelaan missionaris burgemeester wethouder minister
staatssecretaris raadslid kamerlid ambassadeur consul generaal kolonel admiraal kapitein piloot astronaut professor hoogleraar chirurg notaris rechter
advocaat architect componist dirigent organist acrobaat clown circusartiest prinses prins graaf gravin baron barones freule kampioen kampioene
dompteur smid boer boerin imker molenaar schipper matroos loods veteraan soldaat militair bokser judoka keeper olympier dichter rapper dj
arts dokter huisarts tandarts dierenarts juf conducteur conductrice chauffeur directeur directrice kok ober agent agente brandweerman postbode
wees weeskind vondeling tweeling drieling vierling vijfling zesling zwerver dakloze asielzoeker vluchteling sekswerker fietskoerier bruid medium
koningin prostituee albino dwerg reus tovenaar heks profeet
`);

// Endings that only people have, and the few things and crowds beside them.
const ENDING =
  /^\p{L}*(?:chauffeur|seur|feur|ieur|loog|loge|icus|eres|kundige|meester|baller|speler|maker|bouwer|houder|drager|spuwer|slikker|temmer|werper|springer|zwemmer|roeier|renner|schaatser|danser|zanger|rijder|loper|fietser|bokser|duiker|zeiler|vlieger|jager|vechter|schilder|schrijver|drukker|kweker|fokker|visser|bakker|slager|kapper|blazer|verkoper|werker|wachter|bezorger|veger|kampioene?|strijder|machinist|reiziger|vinder|redder|strooier|draaier|melker|loodgieter|koerier|portier|juwelier|officier|muzikant|international|overste|houwer|temster|trainer)$|^\p{L}{2,}(?:man|vrouw|jongen|meisje|arts|ster|trice|teur|euse|ist|iste|elaar|enaar|ganger|familie|gezin|echtpaar)$/u;

const NO_PERSON =
  /(?:venster|klooster|rooster|monster|register|cluster|pleister|luister|duister|master|poster|toaster|booster|kwaster|bliksemster|vuurwerkster|lijst|mist|kist|twist|beslist|vergist|gemist|eerst|interieur|exterieur|catalogus|exemplaar|gevaar|gasthouder|standhouder|loopjongen|wasdrager|gegevensdrager|vijfster|ergister|gister|geluister|waterwerker|laatste|bookmaker|koffiemaker|baanbreker|taxichauffeur(?=s))$/;

const FAMILY = /^(?:gezin|familie|echtpaar|stel)$|(?:familie|gezin)$/;

// Words that end like a trade, most of them people.
const LIKELY = /^\p{L}{3,}(?:er|ier|ant|ante|ent|ente|ees|iaan|or)$/u;
const THING =
  /(?:kamer|vijver|container|water|winter|zomer|computer|scanner|printer|kater|vlieger|ladder|emmer|teller|meter|nummer|kelder|zolder|folder|letter|cijfer|vinger|schouder|ander|ieder|ment|cent|docent|moment|restaurant|krant|plant|kant|klant|motor|monitor|factor|sector|kantoor|koor|spoor|trailer|scooter|toner|koffer|wekker|stekker|beker|suiker|peper|offer|leger|lager|douche|dealer|router|filter|sleutelhanger|weer|beheer|verkeer|vervoer|oever|vloer|muur|pleister|afzender|oplader|kinder|dochter|moeder|vader|broer|zuster)$/;

export type PersonNoun = 'general' | 'role' | 'family' | 'likely';

/** What kind of noun for one person, or one household, this is; undefined for every other word. */
export function personNoun(key: string): PersonNoun | undefined {
  if (FAMILY.test(key)) return 'family';
  if (general.has(key)) return 'general';
  if (rare.has(key) || (ENDING.test(key) && !NO_PERSON.test(key))) return 'role';
  return LIKELY.test(key) && !NO_PERSON.test(key) && !THING.test(key) ? 'likely' : undefined;
}
