// Words under which people look for a theme, words that mean the same, and parts of compound words. Data: add
// words, no code. Folded: lower case, no accents.
import type { ThemeCode } from '../codes/themes.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** What people type when they mean a theme. */
export const themeWords: Readonly<Record<ThemeCode, readonly string[]>> = {
  LIVELIHOOD: list(
    'armoede schulden schuld geld geldzorgen inkomen bijstand uitkering minima rondkomen voedselbank energiearmoede' +
      ' betalingsachterstand incasso deurwaarder toeslagen schuldhulp schuldhulpverlening bewindvoering vermogen loon',
  ),
  WORK_EDUCATION: list(
    'baan banen arbeid werkloos werkloosheid werklozen ww school onderwijs scholing studie diploma schooluitval' +
      ' schoolverzuim startkwalificatie participatiewet arbeidsmarkt opleidingsniveau stage beroep',
  ),
  DAY_ACTIVITIES: list(
    'dagbesteding daginvulling vrijetijd hobby bezigheden dagopvang activiteiten',
  ),
  HOUSING: list(
    'woning woningen woningnood huis huur huurwoning koopwoning woningcorporatie corporatie dakloos daklozen' +
      ' dakloosheid thuisloos huisvesting schimmel vocht tocht renovatie onderhoud woningtekort verhuizen woz leegstand' +
      ' huisuitzetting ontruiming',
  ),
  FAMILY_PARENTING: list(
    'jeugd kinderen kind ouders opvoeden opvoeding jeugdzorg jeugdhulp gezinnen scheiding echtscheiding kinderopvang' +
      ' consultatiebureau jongeren tieners peuters alleenstaande eenoudergezin eenoudergezinnen',
  ),
  SAFETY_AT_HOME: list(
    'huiselijk geweld mishandeling kindermishandeling partnergeweld ouderenmishandeling meldcode stalking' +
      ' verwaarlozing bedreiging',
  ),
  MENTAL_HEALTH: list(
    'depressie depressief angst angsten stress burnout ggz psychiatrie psychisch psychische mentaal mentale verward' +
      ' verwarde suicide zelfdoding somber trauma psycholoog onbegrepen gedrag weerbaarheid regie',
  ),
  PHYSICAL_HEALTH: list(
    'gezond gezondheid ziekte ziek overgewicht obesitas dik bewegen beweging sport sporten voeding eten diabetes' +
      ' chronisch aandoening aandoeningen leefstijl slaap conditie',
  ),
  SUBSTANCE_USE: list(
    'drugs drug alcohol drank drinken drinker roken roker rookt vapen verslaving verslaafd lachgas cannabis blowen' +
      ' gokken cocaine gokverslaving gamen medicijngebruik',
  ),
  SELF_RELIANCE: list(
    'zelfstandig thuiszorg huishoudelijke hulp wmo beperking beperkingen hulpmiddelen rolstoel scootmobiel adl' +
      ' mobiliteit zelfstandigheid valpreventie ouderdom dementie',
  ),
  PAPERWORK_DIGITAL: list(
    'laaggeletterd laaggeletterdheid geletterdheid lezen schrijven formulieren formulier digid internet computer' +
      ' digitale vaardigheden taalachterstand nederlands taalles brieven post administratieve laptop',
  ),
  SOCIAL_NETWORK: list(
    'eenzaam eenzame alleen isolement isolatie vereenzaming contacten contact vrienden vriendschap buren gezelschap' +
      ' sociale',
  ),
  INFORMAL_CARE: list(
    'mantelzorger mantelzorgers mantelzorgen overbelast overbelasting respijtzorg naasten zorgtaken mantelzorgondersteuning',
  ),
  PARTICIPATION: list(
    'vrijwilliger vrijwilligers vrijwilligerswerk participatie burgerinitiatief buurtinitiatief inspraak vereniging' +
      ' inzet buurthulp bewonersinitiatief inburgering',
  ),
  MEANING: list(
    'geloof levensvragen religie kerk moskee rouw verlies zin levensbeschouwing spiritueel troost toekomst',
  ),
  LIVING_ENVIRONMENT: list(
    'overlast jongerenoverlast geluidsoverlast geluidshinder geluid herrie lawaai afval zwerfafval rommel vuil' +
      ' criminaliteit inbraak inbraken diefstal onveilig onveiligheid veilig groen park speelplek verkeer verlichting' +
      ' hangjongeren drugsoverlast burenoverlast verkeersoverlast hondenpoep vandalisme politie leefbaarheid milieu' +
      ' luchtkwaliteit parkeren parkeeroverlast stank straatverlichting',
  ),
  ACCESS_TO_SERVICES: list(
    'huisarts huisartsen dokter wachtlijst wachtlijsten wachttijd winkel winkels supermarkt bus ov vervoer' +
      ' bereikbaarheid nabijheid afstand apotheek loket wijkteam buurthuis bibliotheek zorgmijding tandarts',
  ),
};

/** Words for the same thing, each group in any order. */
export const sameWords: readonly (readonly string[])[] = [
  list('huisarts huisartsen dokter dokters gp'),
  list('ouderen senioren bejaarden oudere bejaarde 65plus'),
  list('jongeren jeugd tieners hangjongeren jongere'),
  list('eenzaam eenzaamheid vereenzaming isolement'),
  list('armoede geldzorgen minima'),
  list('schulden schuld betalingsachterstanden'),
  list('bijstand bijstandsuitkering'),
  list('jeugdzorg jeugdhulp'),
  list('overlast hinder'),
  list('herrie lawaai geluidsoverlast geluidshinder geluidhinder burengerucht'),
  list('afval zwerfafval vuilnis rommel'),
  list('dik overgewicht obesitas'),
  list('depressie depressief somberheid somber'),
  list('stress spanning'),
  list('dakloos dakloosheid daklozen thuisloos'),
  list('buurthuis wijkcentrum buurtcentrum ontmoetingsplek'),
  list('laaggeletterd laaggeletterdheid analfabeet'),
  list('drank alcohol drinken drinker'),
  list('roken roker rookt sigaretten'),
  list('sporten sport bewegen beweging'),
  list('vervoer bus ov'),
  list('werkloos werkloosheid werklozen ww'),
  list('inwoners bevolking bewoners'),
  list('mantelzorg mantelzorger mantelzorgers'),
  list('vrijwilligers vrijwilliger vrijwilligerswerk'),
  list('winkel winkels supermarkt supermarkten'),
  list('kinderen kind jeugd'),
  list('woning woningen huis huizen'),
  list('ziek ziekte aandoening aandoeningen'),
];

/** Words that Dutch glues together: jongeren + overlast, mantel + zorg. */
export const compoundParts: readonly string[] = list(`
  afval alcohol arbeid arbeids armoede bejaarden bewoners bijstand bijstands buren burger buurt centrum contact cultuur
  daklozen dienst dienstverlening digitaal drugs eenzaamheid eenzaamheids energie geluid geluids gebruik geld gezin gezins
  gezondheid gezondheids groen hinder honden hulp hulpverlening huren huis huishoudens huur inkomen inkomens initiatief
  jeugd jongeren kinderen kinder kosten leefbaarheid leefbaarheids leven levens lijst mantel mensen milieu mishandeling
  moeders netwerk netwerken nood onderwijs ondersteuning opvang opvoed ouderen ouder overlast parkeer park partner plek
  poep preventie probleem problemen problematiek psychische regie schade school schuld schulden slaap speel sociaal sport
  straat studenten supermarkt taal team tekort toeslagen vaardigheden val veiligheid veiligheids verenigingen verkeer
  verkeers verlening verlichting verslaving verslavings vervoer voedsel voorziening voorzieningen vrijwilligers vuil wacht
  wachtlijst wegwerk werk wijk winkel woning woon zelf zorg zwerf geweld bank les ouders uitkering vraag vragen bus fiets
  kamer kamers migranten statushouders vluchtelingen nieuwkomers mannen vrouwen gokken gok rook vocht schimmel stank hang
  bibliotheek klachten ervaringen kwetsbare tegen gaan rook`);
