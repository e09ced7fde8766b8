// What the algorithm register says of every calculation that could steer policy (chapter 17), in the fields of the
// national Algoritmeregister publicatiestandaard. A change of a rule is a new version here.
import type { AlgorithmStatus, PublicationCategory } from '../codes/registers.ts';

/** A text in both languages; the Dutch is plain (B1). */
export interface BothWords {
  readonly nl: string;
  readonly en: string;
}

export interface Algorithm {
  readonly key: AlgorithmKey;
  /** Of the calculation; rises when its rules change. */
  readonly version: string;
  readonly status: AlgorithmStatus;
  readonly category: PublicationCategory;
  readonly name: BothWords;
  readonly shortDescription: BothWords;
  readonly theme: BothWords;
  readonly goalAndImpact: BothWords;
  readonly considerations: BothWords;
  readonly humanIntervention: BothWords;
  readonly riskManagement: BothWords;
  readonly legalBasis: BothWords;
  readonly impactAssessments: BothWords;
  readonly data: BothWords;
  readonly workings: BothWords;
  readonly supplier: BothWords;
}

export const algorithmKeys = ['concordance', 'information-component', 'early-warning'] as const;
export type AlgorithmKey = (typeof algorithmKeys)[number];

/** Characters that the standard leaves room for. */
export const limits = { name: 99, shortDescription: 349, goalAndImpact: 2499 } as const;

/** What holds for all: about places only, decided by people, with the same basis and supplier. */
const shared = {
  status: 'IN_DEVELOPMENT' as const,
  category: 'OTHER' as const,
  theme: { nl: 'Sociaal domein en gezondheid', en: 'Social domain and health' },
  legalBasis: {
    nl: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e): Wmo 2015 art. 2.1.1 en 2.1.2, Jeugdwet art. 2.2 en Wet publieke gezondheid art. 2. De gemeente controleert de artikelnummers voor publicatie.',
    en: 'Task in the public interest (GDPR art. 6(1)(e)): Wmo 2015 art. 2.1.1 and 2.1.2, Jeugdwet art. 2.2 and Wet publieke gezondheid art. 2. The gemeente checks the article numbers before it publishes.',
  },
  impactAssessments: {
    nl: 'DPIA: docs/dpia.md, door de gemeente vast te stellen. Een IAMA is aan te raden voordat de uitkomst in beleid wordt gebruikt.',
    en: 'DPIA: docs/dpia.md, to be adopted by the gemeente. An IAMA is advised before the outcome is used in policy.',
  },
  supplier: {
    nl: 'Eigen beheer. De broncode is open (EUPL-1.2).',
    en: 'Run by the gemeente itself. The source is open (EUPL-1.2).',
  },
};

export const algorithms: readonly Algorithm[] = [
  {
    ...shared,
    key: 'concordance',
    version: '1',
    name: {
      nl: 'Vergelijking van cijfers en signalen per wijk',
      en: 'Comparing figures and signals per wijk',
    },
    shortDescription: {
      nl: 'Wijkbeeld vergelijkt per wijk en thema wat de cijfers zeggen met wat professionals zien. De uitkomst is een woord, zoals "bevestigd" of "signaal zonder cijfer". Het gaat over wijken, nooit over personen.',
      en: 'Per wijk and theme, Wijkbeeld compares what the figures say with what professionals see. The outcome is a word, such as "confirmed" or "signal without figure". It is about wijken, never about people.',
    },
    goalAndImpact: {
      nl: 'Doel: laten zien waar cijfers en praktijk elkaar bevestigen, waar ze verschillen en waar niemand kijkt. Een verschil opent een vraag om samen te duiden. Gevolg: een wijk kan eerder of later aandacht krijgen. De uitkomst bepaalt niets over een inwoner en ordent wijken niet van goed naar slecht.',
      en: 'Goal: to show where figures and practice confirm each other, where they differ and where nobody looks. A difference opens a question to interpret together. Impact: a wijk may get attention sooner or later. The outcome decides nothing about a resident and does not rank wijken.',
    },
    considerations: {
      nl: 'Een vaste tabel in plaats van een lerend model: iedereen kan de uitkomst narekenen. Geen gegevens over herkomst. Geen signaal is geen bewijs dat er geen probleem is: dan staat er "onvoldoende dekking".',
      en: 'A fixed table instead of a model that learns: everyone can check the outcome. No data on origin. No signal is no proof of no problem: then it says "insufficient coverage".',
    },
    humanIntervention: {
      nl: 'Een signaalbeheerder toetst elke notitie voordat die meetelt. Professionals en beleid bespreken elk verschil en leggen hun duiding vast. Er is geen automatisch besluit.',
      en: 'A reviewer judges every note before it counts. Professionals and policy discuss each difference and record their interpretation. There is no automated decision.',
    },
    riskManagement: {
      nl: 'Kleine aantallen blijven verborgen (drie notities, twee organisaties, honderd inwoners; een gemeente kan meer vragen). Tien kopieën van een bron tellen als een stem. De regels zijn getest op 200 nagebootste gemeenten; de fouten staan in de README. Inwoners en professionals kunnen reageren.',
      en: 'Small numbers stay hidden (three notes, two organisations, a hundred inhabitants; a gemeente can ask more). Ten copies of one source count as one voice. The rules were tested on 200 simulated gemeenten; their errors are in the README. Residents and professionals can react.',
    },
    data: {
      nl: 'Cijfers per wijk van CBS, RIVM en de gemeente. Gecodeerde notities van professionals over een wijk, zonder persoonsgegevens. Dekking: welke beroepen hebben gekeken.',
      en: 'Figures per wijk of CBS, RIVM and the gemeente. Coded notes of professionals about a wijk, without personal data. Coverage: which professions have looked.',
    },
    workings: {
      nl: 'Cijfers: per indicator een robuuste z-score ten opzichte van de wijken van de gemeente; per thema de mediaan; verhoogd vanaf 1,0 en, als er marges zijn, alleen na een toets op toeval. Signalen: verhoogd bij twee organisaties die een zorg noemen en een ernst vanaf "zorgelijk". Een tabel van beide geeft de uitkomst. Elke stap staat bij de uitkomst.',
      en: 'Figures: a robust z-score per indicator against the wijken of the gemeente; the median per theme; raised from 1.0 and, where there are margins, only after a test for chance. Signals: raised when two organisations name a concern and the severity is at least worrying. A table of both gives the outcome. Every step stands beside it.',
    },
  },
  {
    ...shared,
    key: 'information-component',
    version: '1',
    name: {
      nl: 'Opvallend vaak genoemd (informatiecomponent)',
      en: 'Named remarkably often (information component)',
    },
    shortDescription: {
      nl: 'Wijkbeeld rekent uit of een thema in een wijk vaker wordt genoemd dan je zou verwachten. Daarbij telt hoeveel er in die wijk en over dat thema wordt gemeld. Het telt organisaties, geen personen.',
      en: 'Wijkbeeld works out whether a theme is named more often in a wijk than expected, given how much is reported in that wijk and on that theme. It counts organisations, not people.',
    },
    goalAndImpact: {
      nl: 'Doel: een thema dat er in een wijk uitspringt opmerken, ook als er veel wordt gemeld. Gevolg: het thema krijgt een merkteken naast het signaal. Het verandert de uitkomst van de vergelijking niet.',
      en: 'Goal: to notice a theme that stands out in a wijk, even where much is reported. Impact: the theme gets a mark beside the signal. It does not change the outcome of the comparison.',
    },
    considerations: {
      nl: 'De methode komt uit de geneesmiddelenbewaking en is gepubliceerd (Norén en anderen, 2013). Zij is voorzichtig bij weinig meldingen. Er wordt niets gerekend over een signaal dat niet mag worden getoond.',
      en: 'The method comes from drug safety and is published (Norén and others, 2013). It is careful where little is reported. Nothing is worked out about a signal that may not be shown.',
    },
    humanIntervention: {
      nl: 'Het merkteken is een vraag aan analist en signaalbeheerder. Zij bepalen of er iets mee gebeurt.',
      en: 'The mark is a question to analyst and reviewer. They decide whether anything is done with it.',
    },
    riskManagement: {
      nl: 'Verborgen signalen geven geen merkteken. Het onderste betrouwbaarheidspunt moet boven nul liggen. Te weinig gegevens geeft "niet berekend" met de reden.',
      en: 'Hidden signals get no mark. The lower credibility bound must be above zero. Too little data gives "not worked out" with the reason.',
    },
    data: {
      nl: 'Aantallen organisaties per wijk en thema in de gemeente, uit gepubliceerde notities.',
      en: 'Numbers of organisations per wijk and theme in the gemeente, from published notes.',
    },
    workings: {
      nl: 'IC = log2((waargenomen + 0,5) / (verwacht + 0,5)), met verwacht = totaal van de wijk x totaal van het thema / totaal. Een merkteken als de ondergrens van het 95%-interval boven nul ligt.',
      en: 'IC = log2((observed + 0.5) / (expected + 0.5)), expected = total of the wijk x total of the theme / total. A mark when the lower bound of the 95% interval is above zero.',
    },
  },
  {
    ...shared,
    key: 'early-warning',
    version: '1',
    name: {
      nl: 'Vroege waarschuwing voor oplopende signalen',
      en: 'Early warning of rising signals',
    },
    shortDescription: {
      nl: 'Wijkbeeld kijkt per maand of een thema in een wijk meer wordt genoemd dan eerder, en meer dan in de rest van de gemeente. Als dat bijna geen toeval kan zijn, zien analist, beleid en signaalbeheerder een waarschuwing.',
      en: 'Each month Wijkbeeld looks whether a theme is named more in a wijk than before, and more than in the rest of the gemeente. When that can hardly be chance, analyst, policy and reviewer see a warning.',
    },
    goalAndImpact: {
      nl: 'Doel: een stijging eerder zien dan in jaarcijfers. Gevolg: een vraag komt eerder op tafel. De waarschuwing is niet openbaar en zegt niets over een inwoner.',
      en: 'Goal: to see a rise earlier than in yearly figures. Impact: a question is asked sooner. The warning is not public and says nothing about a resident.',
    },
    considerations: {
      nl: 'Gekozen is voor een gepubliceerde methode voor kleine aantallen (Neill, Moore en Cooper, 2006) met een strenge grens: liever een gemiste stijging dan vaak loos alarm. Meer melden kan ook betekenen dat er beter wordt gekeken.',
      en: 'Chosen is a published method for small numbers (Neill, Moore and Cooper, 2006) with a strict limit: rather a missed rise than many false alarms. More reporting can also mean better looking.',
    },
    humanIntervention: {
      nl: 'Een waarschuwing leidt nergens vanzelf toe. Analist of signaalbeheerder bespreekt haar met de professionals van de wijk.',
      en: 'A warning leads to nothing by itself. Analyst or reviewer discusses it with the professionals of the wijk.',
    },
    riskManagement: {
      nl: 'Een waarschuwing berust op ten minste twee organisaties, of meer waar de gemeente dat vraagt. In nagebootste gemeenten was er hooguit een half loos alarm per 100 wijkmaanden (README).',
      en: 'A warning rests on two organisations or more, as many as the gemeente asks. In simulated gemeenten there was at most half a false alarm per 100 wijk-months (README).',
    },
    data: {
      nl: 'Aantallen organisaties per wijk, thema en maand uit gepubliceerde notities; geen teksten.',
      en: 'Numbers of organisations per wijk, theme and month from published notes; no texts.',
    },
    workings: {
      nl: 'Verwacht wordt dat elke wijk van alle meldingen van een maand het aandeel krijgt dat zij eerder had. Een likelihood-verhouding (Gamma-Poisson) over de laatste maanden, per wijk en samen met de buurwijken, wordt naast een grens gelegd. Een organisatie telt per wijk, thema en maand een keer. De broncode staat in server/statistics/early-warning.ts.',
      en: 'Each wijk is expected to get the share of all notes of a month that it had before. A likelihood ratio (Gamma-Poisson) over the last months, per wijk and with its neighbours, is held against a limit. An organisation counts once per wijk, theme and month. The source is server/statistics/early-warning.ts.',
    },
  },
];
