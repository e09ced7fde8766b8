// What only a person does or is: the verb behind a capital, and the words that follow it. They tell "Roos is
// al dagen niet gezien" from "Roos is een sterke plant", and let a first name count that no list knows.
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
dacht zegt zei vraagt vroeg appt appte mailt mailde loopt liep
`);

const TELLING = packedWords(`
ziek boos bang moe zwanger gezien verhuisd overleden gevallen gescheiden eenzaam dakloos werkloos verslaafd opgenomen opgepakt
vermist jarig blind doof dement depressief verward gepest vergeetachtig slechtziend slechthorend bedlegerig weduwe weduwnaar
getrouwd aangehouden mishandeld bedreigd ontslagen uitgebuit geopereerd geslagen gestopt
zoon dochter moeder vader broer zus zusje broertje ex vriend vriendin opa oma kleinkinderen
zich hem haar zijn ik mij me thuis werk baan schulden rijbewijs diploma paspoort uitkering dementie kanker hulp
wapen mes oog arm heup rug relatie woning kamer bed school verjaardag ouders
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

/** Whether a capital at the start of a sentence may be a first name that no list knows. */
export function mayBeName(word: Word): boolean {
  const { key, text } = word;
  return (
    key.length >= 3 &&
    key.length <= 14 &&
    text !== text.toUpperCase() &&
    !subjects.has(key) &&
    !/(?:heid|ing|teit|schap|isme|tie|zorg|team|raad|dienst|werk|groep|club|bank|huis|school|plaats|lijk|aal|eel|s|burg|dam|drecht|veld|dorp|stad|hage|duinen|hout|horst|meer|zicht|rijk|ster|um|os|land|loos|baar|ende|jes|je)$/.test(
      key,
    )
  );
}
