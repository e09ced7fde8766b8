// What only a person does or is: the verb behind a capital, and the words that follow it. They tell "Roos is
// al dagen niet gezien" from "Roos is een sterke plant", and let a first name count that no list knows.
import { institutions } from './name-words.ts';
import { packedWords } from './packed-words.ts';
import type { Word } from './words.ts';

/** Verbs whose subject is a person, whatever follows. */
const personalVerbs = packedWords(`
woont woonde durft durfde huilt huilde snikt slaapt sliep drinkt dronk rookt blowt eet at kookt kookte spreekt sprak
vertelt vertelde schaamt spijbelt vergeet vergat loopt rookte bidt valt trouwt studeert verzorgt verzorgde verkoopt fluisterde
`);

/** Verbs of people and things alike: what follows decides. */
const sharedVerbs = packedWords(`
is was heeft had komt kwam gaat ging kan kon wil wilde mag mocht zit zat ligt lag staat stond krijgt kreeg raakt raakte
wordt werd blijft bleef moet moest doet deed belt belde zoekt zocht hoort ziet regelt organiseert wacht mist vindt vond denkt
dacht zegt zei vraagt vroeg appt appte mailt mailde helpt hielp durft haalt haalde neemt nam houdt hield
`);

const TELLING = packedWords(`
ziek boos bang moe zwanger gezien verhuisd overleden gevallen gescheiden eenzaam dakloos werkloos verslaafd opgenomen opgepakt
vermist jarig blind doof dement depressief verward gepest vergeetachtig slechtziend slechthorend bedlegerig weduwe weduwnaar
getrouwd aangehouden mishandeld bedreigd ontslagen uitgebuit geopereerd geslagen gestopt
zoon dochter moeder vader broer zus zusje broertje ex vriend vriendin opa oma kleinkinderen
zich hem haar zijn ik mij me thuis werk baan schulden rijbewijs diploma paspoort uitkering dementie kanker hulp
wapen mes oog arm heup rug relatie woning kamer bed school verjaardag ouders
`);

// Behind one of these no organisation or place stands: "helpt haar moeder", "is zwanger".
const STRONG = packedWords(`
zwanger gepest opgepakt dakloos verslaafd overleden gescheiden weduwe weduwnaar getrouwd dementie depressief opgenomen
zoon dochter moeder vader broer zus zusje broertje ex vriend vriendin opa oma kleinkinderen ouders heup rijbewijs diploma
`);

/**
 * Whether the word at this index is the verb of a person: `sure` by itself, `likely` when one of the next
 * words is about a person. Undefined for every other word.
 */
export function personalVerb(words: readonly Word[], at: number): 'sure' | 'likely' | undefined {
  const verb = words[at];
  if (!verb || verb.isCapital || verb.gap !== ' ') return undefined;
  if (personalVerbs.has(verb.key)) return 'sure';
  if (!sharedVerbs.has(verb.key)) return undefined;
  for (let ahead = 1; ahead <= 5; ahead += 1) {
    const word = words[at + ahead];
    if (!word || word.isFirst) return undefined;
    if (STRONG.has(word.key)) return 'sure';
    if (TELLING.has(word.key)) return 'likely';
  }
  return undefined;
}

/** Capitals at the start of a sentence that are subjects and no names. */
const subjects = packedWords(`
iedereen niemand iemand jeugd politie bewoner men wie alles niets overlast schimmel zorg hulp school buurt corona gemeente vocht
lawaai afval geld eenzaamheid armoede stress angst werk taal sport brandweer thuiszorg jeugdzorg woningcorporatie corporatie
verhuurder wijkteam huisarts handhaving ouderen jongeren kinderen mantelzorger publiek meerdere niet ook soms vaak hij zij ze
het er dit dat deze die daar hier toen nu dan wat waar hoe wie wel nog al maar want dus en of als omdat doordat terwijl
welzijn reclassering voedselbank bibliotheek bestuur winkelier eigenaar familie gezin groep stel jong oud ander elke elk
volgens sinds tijdens zonder met voor door bij van naar over onder in op aan uit om te men velen weinig veel meer minder
vrouw man kind moeder vader meisje jongen client bewoonster buurvrouw buurman mevrouw meneer dhr mw hr mevr
`);

// Beginnings and endings of first names that hardly any other word has.
const NAME_LIKE =
  /^(?:abd[aeou]|oum|mouh|moeh|muham|moham|ibtis|khad|nour|aboe|abou|ould)|(?:neke|mieke|rieke|lieke|wieke|dieke|tsje|bert|brecht|bertha|ullah|eddin|eddine|oedin|slaw|slawa|mira|isha|iesha|lientje|wina|hild|hilde|trud|isio|ilio|elio|ildo|aldo|andro|ario|iana|yana|elina|alina|celia|delia)$/;

/** Whether a word with a capital looks like a first name and like little else. */
export const looksLikeFirstName = (word: Word) => mayBeName(word) && NAME_LIKE.test(word.key);

const SPEAKS = packedWords(
  'zegt zei vraagt vroeg belt belde appt appte mailt mailde klaagt klaagde vindt vond denkt dacht meldde vreest hoopt',
);
// Whoever has an office or a trade is no name: "Directeur zegt".
const OFFICE =
  /(?:er|aar|ist|eur|ant|ent|oog|icus|ier|arts|baas|hoofd|man|vrouw|meester|eling|gast)$/;

/** Whether the word at this index says or asks something, as people do and organisations that we know. */
export const speaks = (words: readonly Word[], at: number): boolean =>
  words[at]?.gap === ' ' && SPEAKS.has(words[at]?.key ?? '');

/** Whether a capital that no list knows can stand for one who speaks. */
export const maySpeak = (word: Word): boolean => mayBeName(word) && !OFFICE.test(word.key);

/** Whether a capital at the start of a sentence may be a first name that no list knows. */
export function mayBeName(word: Word): boolean {
  const { key, text } = word;
  return (
    key.length >= 3 &&
    key.length <= 14 &&
    text !== text.toUpperCase() &&
    !subjects.has(key) &&
    !institutions.has(key) &&
    !/(?:heid|ing|hulp|traject|aanvraag|uur|lijn|contact|gesprek|route|water|trein|zaak|dossier|plan|geld|huur|termijn|teit|schap|isme|tie|zorg|team|raad|dienst|werk|groep|club|bank|huis|school|plaats|lijk|aal|eel|s|burg|dam|drecht|veld|dorp|stad|wijk|buurt|kwartier|park|plein|straat|laan|polder|hage|duinen|hout|horst|meer|zicht|rijk|ster|um|os|land|loos|baar|ende|jes|je)$/.test(
      key,
    )
  );
}
