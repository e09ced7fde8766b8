/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where changes are to be told. The gemeente is the own one. */
export type AddWebhookInput = {
  /** Made by the client: sending twice never makes two. */
  id: string;
  /** What to tell; REVIEW_QUEUE for reviewers only. */
  topics: Array<WebhookTopic>;
  /** Public https address without name, password or #; at most 500 characters. */
  url: string;
};

/** What comparing monitor and ground gives. */
export type ConcordanceOutcome =
  /** Both raise concern (Dutch: Bevestigd). */
  | 'CONFIRMED'
  /** Figure high, ground quiet: ask the actors (Dutch: Cijfer sterker dan signaal). */
  | 'FIGURE_ABOVE_SIGNAL'
  /** Too few observers to conclude (Dutch: Onvoldoende dekking). */
  | 'INSUFFICIENT_COVERAGE'
  /** Both quiet and coverage sufficient (Dutch: Geen zorg zichtbaar). */
  | 'NO_CONCERN'
  /** Nothing to compare (Dutch: Geen gegevens). */
  | 'NO_DATA'
  /** The ground sees more: likely blind spot (Dutch: Signaal sterker dan cijfer). */
  | 'SIGNAL_ABOVE_FIGURE'
  /** No figure to compare: blind spot (Dutch: Signaal zonder cijfer). */
  | 'SIGNAL_WITHOUT_FIGURE';

/** How independent the voices behind a signal are. */
export type Corroboration =
  /** Several organisations and professions (Dutch: Meer organisaties en beroepsgroepen). */
  | 'MULTIPLE_DISCIPLINES'
  /** Several organisations (Dutch: Meer organisaties). */
  | 'MULTIPLE_ORGANISATIONS'
  /** One organisation, several notes (Dutch: Eén organisatie, meer notities). */
  | 'SAME_ORGANISATION'
  /** One source (Dutch: Eén bron). */
  | 'SINGLE';

/** A count in bands. */
export type CountBand =
  /** 1 (Dutch: 1). */
  | 'N1'
  /** 2 to 4 (Dutch: 2 tot 4). */
  | 'N2_4'
  /** 5 to 9 (Dutch: 5 tot 9). */
  | 'N5_9'
  /** 10 to 24 (Dutch: 10 tot 24). */
  | 'N10_24'
  /** 25 or more (Dutch: 25 of meer). */
  | 'N25_PLUS';

/** Whether enough people have been looking. */
export type CoverageLevel =
  /** None (Dutch: Geen). */
  | 'NONE'
  /** Sufficient (Dutch: Voldoende). */
  | 'SUFFICIENT'
  /** Thin (Dutch: Mager). */
  | 'THIN';

/** Whether high or low is a concern. */
export type Direction =
  /** High is a concern (Dutch: Hoog is zorg). */
  | 'HIGH_IS_CONCERN'
  /** Low is a concern (Dutch: Laag is zorg). */
  | 'LOW_IS_CONCERN'
  /** No judgement (Dutch: Geen oordeel). */
  | 'NEUTRAL';

/** How the observer knows. */
export type EvidenceBasis =
  /** Told by several people (Dutch: Gehoord). */
  | 'HEARD'
  /** Own observation (Dutch: Eigen waarneming). */
  | 'OWN_OBSERVATION'
  /** Counted by the own organisation (Dutch: Registratie eigen organisatie). */
  | 'OWN_REGISTRATION'
  /** Suspicion (Dutch: Vermoeden). */
  | 'SUSPICION';

/** Whether a figure has a value and, if not, why not. */
export type FigureState =
  /** No longer published (Dutch: Niet meer gepubliceerd). */
  | 'DISCONTINUED'
  /** Missing (Dutch: Ontbreekt). */
  | 'MISSING'
  /** Not delivered by the municipality (Dutch: Niet geleverd). */
  | 'NOT_DELIVERED'
  /** Not yet available (Dutch: Nog niet beschikbaar). */
  | 'NOT_YET'
  /** Known (Dutch: Bekend). */
  | 'OK'
  /** Suppressed for privacy (Dutch: Geheim). */
  | 'SUPPRESSED';

/** Kind of personal data that screening finds. */
export type FindingType =
  /** A street with a house number. */
  | 'ADDRESS'
  /** A citizen service number. */
  | 'BSN'
  /** A number of a file or case. */
  | 'CASE_NUMBER'
  /** A date of birth. */
  | 'DATE_OF_BIRTH'
  /** An e-mail address. */
  | 'EMAIL'
  /** A bank account number. */
  | 'IBAN'
  /** A name of a person. */
  | 'PERSON'
  /** A phone number. */
  | 'PHONE'
  /** A licence plate. */
  | 'PLATE'
  /** A full postcode. */
  | 'POSTCODE'
  /** A description that may point to one person. */
  | 'RARE_PERSON';

/** How often it is seen. */
export type Frequency =
  /** Daily (Dutch: Dagelijks). */
  | 'DAILY'
  /** Once (Dutch: Eenmalig). */
  | 'ONCE'
  /** Regularly: weekly (Dutch: Regelmatig). */
  | 'REGULARLY'
  /** Sometimes: monthly or less (Dutch: Soms). */
  | 'SOMETIMES'
  /** Unknown (Dutch: Onbekend). */
  | 'UNKNOWN';

/** Where the field notes put a wijk on a theme. */
export type GroundPositionCode =
  /** Quiet (Dutch: Rustig). */
  | 'QUIET'
  /** Raised (Dutch: Verhoogd). */
  | 'RAISED'
  /** Unknown (Dutch: Onbekend). */
  | 'UNKNOWN';

/** Language of sentences and labels. */
export type Language =
  /** English. */
  | 'EN'
  /** Dutch, plain (B1). */
  | 'NL';

/** A field note to log: place, theme, kind and a sentence; the rest if you want. */
export type LogFieldNoteInput = {
  /** Keep it as a draft that only you see; default false: hand it in. */
  asDraft?: boolean | null | undefined;
  /** Division year of the place code; default: the newest division of the gemeente. */
  editionYear?: number | null | undefined;
  /** How you know. No OWN_REGISTRATION for POLICE. */
  evidenceBasis?: EvidenceBasis | null | undefined;
  /** Figure it interprets, as `indicator:period`; required for INTERPRETATION. */
  figureRef?: string | null | undefined;
  /** How often; default UNKNOWN. */
  frequency?: Frequency | null | undefined;
  /** ICPC chapter letters or Z01 to Z29; never a diagnosis. */
  icpc?: Array<string> | null | undefined;
  /** Random UUID made on the device: the same id is the same note. */
  id: string;
  /** What it means, apart from what was seen; at most 400 characters. */
  interpretationText?: string | null | undefined;
  /** What kind of thing it tells. */
  kind: NoteKind;
  /** You confirm that nobody can be recognised; must be true. */
  noPersonConfirmed: boolean;
  /** What you saw, at most 600 characters; never about a person. */
  observationText: string;
  /** First day of what was seen; default observedTo, else the day of recordedAt. */
  observedFrom?: string | null | undefined;
  /** Last day of what was seen; default the day of recordedAt. */
  observedTo?: string | null | undefined;
  /** Wijk or gemeente it is about; never a buurt. */
  placeCode: string;
  /** Groups it is about. */
  populationGroups?: Array<PopulationGroup> | null | undefined;
  /** When it was signalled on the device; default now. At most 5 years ago. */
  recordedAt?: string | null | undefined;
  /** How many, in a band; default UNKNOWN. FEW is not possible for MEDICAL and YOUTH. */
  scaleBand?: ScaleBand | null | undefined;
  /** What the band counts; default PERSONS. */
  scaleUnit?: ScaleUnit | null | undefined;
  /** How serious; default ATTENTION. None for STRENGTH and INTERPRETATION. */
  severity?: Severity | null | undefined;
  /** On what occasion; default CONTACT_PATTERN for MEDICAL, which takes patterns only. */
  sourceType?: NoteSourceType | null | undefined;
  /** Theme it is about. */
  theme: ThemeCode;
  /** Compared with the 12 months before; default UNKNOWN. */
  trend?: NoteTrend | null | undefined;
  /** You report direct danger to a person to 112, the contact point or Veilig Thuis, not here; required for URGENT. */
  urgentConfirmed?: boolean | null | undefined;
  /** Why those are not in the figures. */
  visibilityReasons?: Array<VisibilityReason> | null | undefined;
};

/** Where the figures put a wijk on a theme. */
export type MonitorPositionCode =
  /** Favourable (Dutch: Gunstig). */
  | 'FAVOURABLE'
  /** Normal (Dutch: Gewoon). */
  | 'NORMAL'
  /** Raised (Dutch: Verhoogd). */
  | 'RAISED'
  /** Unknown (Dutch: Onbekend). */
  | 'UNKNOWN';

/** What kind of thing a field note tells. */
export type NoteKind =
  /** Interpretation of a figure (Dutch: Duiding). */
  | 'INTERPRETATION'
  /** Need (Dutch: Behoefte). */
  | 'NEED'
  /** Problem (Dutch: Knelpunt). */
  | 'PROBLEM'
  /** Gap in services (Dutch: Gat in aanbod). */
  | 'SERVICE_GAP'
  /** Strength, asset, resource (Dutch: Kracht). */
  | 'STRENGTH'
  /** Change (Dutch: Verandering). */
  | 'TREND';

/** On what occasion it was seen. */
export type NoteSourceType =
  /** Pattern over several own contacts (Dutch: Spreekuur of contact). */
  | 'CONTACT_PATTERN'
  /** Dialogue session (Dutch: Dialoogbijeenkomst). */
  | 'DIALOGUE'
  /** Pattern over home visits (Dutch: Huisbezoekpatroon). */
  | 'HOME_VISIT_PATTERN'
  /** Own count (Dutch: Eigen telling). */
  | 'OWN_COUNT'
  /** Panel (Dutch: Panel). */
  | 'PANEL'
  /** Talk with residents (Dutch: Bewonersgesprek). */
  | 'RESIDENT_TALK'
  /** Report by others (Dutch: Melding van derden). */
  | 'THIRD_PARTY_REPORT'
  /** Wijk or multidisciplinary meeting (Dutch: Wijkoverleg / MDO). */
  | 'WIJK_MEETING'
  /** Walk through the wijk (Dutch: Wijkschouw). */
  | 'WIJK_WALK';

/** Where a field note stands in its life. */
export type NoteStatus =
  /** Draft (Dutch: Concept). */
  | 'DRAFT'
  /** Expired (Dutch: Verlopen). */
  | 'EXPIRED'
  /** In review (Dutch: In toets). */
  | 'IN_REVIEW'
  /** Published (Dutch: Gepubliceerd). */
  | 'PUBLISHED'
  /** Rejected (Dutch: Afgewezen). */
  | 'REJECTED'
  /** Returned to the observer (Dutch: Teruggestuurd). */
  | 'RETURNED'
  /** Submitted (Dutch: Ingediend). */
  | 'SUBMITTED'
  /** Withdrawn (Dutch: Ingetrokken). */
  | 'WITHDRAWN';

/** How it compares with the 12 months before. */
export type NoteTrend =
  /** Falling (Dutch: Afnemend). */
  | 'FALLING'
  /** New (Dutch: Nieuw). */
  | 'NEW'
  /** Rising (Dutch: Toenemend). */
  | 'RISING'
  /** Stable (Dutch: Stabiel). */
  | 'STABLE'
  /** Unknown (Dutch: Onbekend). */
  | 'UNKNOWN';

/** Kind of place. */
export type PlaceLevel =
  /** Neighbourhood (buurt) (Dutch: Buurt). */
  | 'BUURT'
  /** Country (Dutch: Land). */
  | 'COUNTRY'
  /** Municipality (Dutch: Gemeente). */
  | 'GEMEENTE'
  /** District (wijk) (Dutch: Wijk). */
  | 'WIJK';

/** Group of people a note is about: context, never a selection criterion. */
export type PopulationGroup =
  /** People with an addiction (Dutch: Mensen met een verslaving). */
  | 'ADDICTION'
  /** All residents (Dutch: Alle bewoners). */
  | 'ALL_RESIDENTS'
  /** People who avoid care (Dutch: Mensen die hulp afwijzen). */
  | 'CARE_AVOIDERS'
  /** Victims of domestic violence (Dutch: Slachtoffers van huiselijk geweld). */
  | 'DOMESTIC_VIOLENCE_VICTIMS'
  /** Frail older people (Dutch: Kwetsbare ouderen). */
  | 'FRAIL_OLDER_PEOPLE'
  /** Hidden poverty and debts (Dutch: Stille armoede en schulden). */
  | 'HIDDEN_POVERTY'
  /** Homeless people, sofa-surfers (Dutch: Dak- en thuislozen, bankslapers). */
  | 'HOMELESS'
  /** Informal carers (Dutch: Mantelzorgers). */
  | 'INFORMAL_CARERS'
  /** Labour migrants (Dutch: Arbeidsmigranten). */
  | 'LABOUR_MIGRANTS'
  /** Low literacy or digital skill (Dutch: Laaggeletterd of minder digitaal vaardig). */
  | 'LOW_LITERACY'
  /** People with mental illness without fitting care (Dutch: Psychisch kwetsbaren zonder passend aanbod). */
  | 'MENTALLY_VULNERABLE'
  /** Mild intellectual disability (Dutch: Licht verstandelijke beperking (lvb)). */
  | 'MILD_INTELLECTUAL_DISABILITY'
  /** Multi-problem households (Dutch: Huishoudens met stapeling). */
  | 'MULTI_PROBLEM_HOUSEHOLDS'
  /** Self-employed with money problems (Dutch: Zzp’ers met geldproblemen). */
  | 'SELF_EMPLOYED_IN_DIFFICULTY'
  /** Self-neglect (Dutch: Zelfverwaarlozing, woningvervuiling). */
  | 'SELF_NEGLECT'
  /** Sex workers (Dutch: Sekswerkers). */
  | 'SEX_WORKERS'
  /** Single-parent families (Dutch: Eenoudergezinnen). */
  | 'SINGLE_PARENT_FAMILIES'
  /** Socially isolated people (Dutch: Eenzame inwoners). */
  | 'SOCIALLY_ISOLATED'
  /** Refugees with a permit, newcomers (Dutch: Statushouders, nieuwkomers). */
  | 'STATUS_HOLDERS'
  /** Undocumented people (Dutch: Ongedocumenteerden). */
  | 'UNDOCUMENTED'
  /** Youth out of school and work (Dutch: Jongeren buiten onderwijs en werk). */
  | 'YOUTH_OUT_OF_VIEW';

/** How a statement came about. */
export type Provenance =
  /** Converted or derived (Dutch: Geschat of berekend). */
  | 'ESTIMATED'
  /** Interpreted together (Dutch: Geduid). */
  | 'INTERPRETED'
  /** Counted or registered (Dutch: Gemeten). */
  | 'MEASURED'
  /** Estimated by a model (Dutch: Gemodelleerd). */
  | 'MODELLED'
  /** Seen by a professional (Dutch: Waargenomen). */
  | 'OBSERVED';

/** Who may read the words of a published note. */
export type PublicationLevel =
  /** Circle: the gemeente's signed-in professionals (Dutch: Kring: professionals van de gemeente). */
  | 'CIRCLE'
  /** Public: the approved excerpt only (Dutch: Openbaar: alleen het goedgekeurde fragment). */
  | 'PUBLIC'
  /** Sealed: author and reviewer only (Dutch: Verzegeld: alleen schrijver en toetser). */
  | 'SEALED';

/** What a reviewer decides. */
export type ReviewDecision =
  /** Publish (Dutch: Publiceren). */
  | 'PUBLISH'
  /** Reject (Dutch: Afwijzen). */
  | 'REJECT'
  /** Return to the observer (Dutch: Terugsturen). */
  | 'RETURN';

/** What a reviewer decides about a field note. */
export type ReviewFieldNoteInput = {
  /** The decision. */
  decision: ReviewDecision;
  /** The exact words that everyone will read; required for PUBLIC, at most 600. */
  excerpt?: string | null | undefined;
  /** The note. */
  id: string;
  /** Required for PUBLISH. Not PUBLIC for the regimes MEDICAL and YOUTH. */
  publicationLevel?: PublicationLevel | null | undefined;
  /** Required for RETURN and REJECT. */
  reason?: ReviewReason | null | undefined;
  /** Version that was read and judged. */
  version: number;
};

/** Why a note is returned or rejected. */
export type ReviewReason =
  /** Duplicate (Dutch: Dubbel). */
  | 'DUPLICATE'
  /** A judgement, not something seen (Dutch: Oordeel in plaats van waarneming). */
  | 'JUDGEMENT_NOT_OBSERVATION'
  /** Out of scope (Dutch: Valt buiten Wijkbeeld). */
  | 'OUT_OF_SCOPE'
  /** A person can be recognised (Dutch: Persoon herkenbaar). */
  | 'PERSON_RECOGNISABLE'
  /** A single case (Dutch: Eén geval). */
  | 'SINGLE_CASE'
  /** Unclear (Dutch: Onduidelijk). */
  | 'UNCLEAR';

/** How many, in bands; never an exact small number. */
export type ScaleBand =
  /** A few (less than 5) (Dutch: Enkele (minder dan 5)). */
  | 'FEW'
  /** 5-9 (Dutch: 5-9). */
  | 'N5_9'
  /** 10-24 (Dutch: 10-24). */
  | 'N10_24'
  /** 25-49 (Dutch: 25-49). */
  | 'N25_49'
  /** 50-99 (Dutch: 50-99). */
  | 'N50_99'
  /** 100 or more (Dutch: 100 of meer). */
  | 'N100_PLUS'
  /** Unknown (Dutch: Onbekend). */
  | 'UNKNOWN';

/** What is counted in the scale band. */
export type ScaleUnit =
  /** Households (Dutch: Huishoudens). */
  | 'HOUSEHOLDS'
  /** Locations (Dutch: Locaties). */
  | 'LOCATIONS'
  /** Persons (Dutch: Personen). */
  | 'PERSONS';

/** How serious it is, from ATTENTION to URGENT. */
export type Severity =
  /** Attention (Dutch: Aandacht). */
  | 'ATTENTION'
  /** Serious (Dutch: Ernstig). */
  | 'SERIOUS'
  /** Urgent (Dutch: Urgent). */
  | 'URGENT'
  /** Worrying (Dutch: Zorgelijk). */
  | 'WORRYING';

/** What may be shown of a signal, or why nothing is. */
export type SignalDisplay =
  /** Nobody or too few looked (Dutch: Niemand of te weinig gekeken). */
  | 'NOBODY_LOOKING'
  /** No signals, though people were looking (Dutch: Geen signalen, wel meegekeken). */
  | 'NONE'
  /** Signals shown (Dutch: Signalen). */
  | 'SHOWN'
  /** Signals present, too few to show (Dutch: Signalen aanwezig, te weinig om te tonen). */
  | 'TOO_FEW';

/** Phase in the handling of a signal. */
export type SignalStage =
  /** Acted upon (Dutch: In uitvoering). */
  | 'ACTED'
  /** Analysed (Dutch: Geanalyseerd). */
  | 'ANALYSED'
  /** Bundled (Dutch: Gebundeld). */
  | 'BUNDLED'
  /** Collected (Dutch: Verzameld). */
  | 'COLLECTED'
  /** Decided (Dutch: Besloten). */
  | 'DECIDED'
  /** Dropped after screening (Dutch: Niet verder). */
  | 'DROPPED'
  /** Fed back to the observers (Dutch: Teruggekoppeld). */
  | 'FED_BACK'
  /** Noticed (Dutch: Opgemerkt). */
  | 'NOTICED'
  /** Reported (Dutch: Gerapporteerd). */
  | 'REPORTED'
  /** Screening: is this a pattern? (Dutch: In verkenning). */
  | 'SCREENING';

/** Why a figure has no value, more precisely. */
export type StateReason =
  /** Below the source's threshold (Dutch: Onder de drempel van de bron). */
  | 'BELOW_SOURCE_THRESHOLD'
  /** Border changed (Dutch: Grens gewijzigd). */
  | 'BOUNDARY_BREAK'
  /** Not applicable here (Dutch: Niet van toepassing). */
  | 'NOT_APPLICABLE'
  /** Not measured in this period (Dutch: Niet gemeten in dit jaar). */
  | 'NOT_MEASURED'
  /** Hidden by Wijkbeeld: small cell (Dutch: Door Wijkbeeld afgeschermd). */
  | 'OWN_PRIMARY'
  /** Hidden by Wijkbeeld: protects another cell (Dutch: Door Wijkbeeld afgeschermd). */
  | 'OWN_SECONDARY'
  /** Secret or absent (Dutch: Geheim of afwezig). */
  | 'SECRET_OR_ABSENT'
  /** Not reliable enough (Dutch: Niet betrouwbaar genoeg). */
  | 'UNRELIABLE';

/** Theme under which figures and field notes meet. */
export type ThemeCode =
  /** Services & access to help (Dutch: Voorzieningen & toegang tot hulp). */
  | 'ACCESS_TO_SERVICES'
  /** Day activities (Dutch: Tijdsbesteding). */
  | 'DAY_ACTIVITIES'
  /** Family & parenting (Dutch: Gezin & opvoeding). */
  | 'FAMILY_PARENTING'
  /** Housing (Dutch: Wonen & huisvesting). */
  | 'HOUSING'
  /** Informal care (Dutch: Mantelzorg). */
  | 'INFORMAL_CARE'
  /** Livelihood & debts (Dutch: Bestaanszekerheid & schulden). */
  | 'LIVELIHOOD'
  /** Living environment & safety (Dutch: Leefomgeving, overlast & veiligheid). */
  | 'LIVING_ENVIRONMENT'
  /** Meaning in life (Dutch: Zingeving). */
  | 'MEANING'
  /** Mental health (Dutch: Psychische gezondheid). */
  | 'MENTAL_HEALTH'
  /** Paperwork, literacy & digital (Dutch: Administratie, taal & digitaal). */
  | 'PAPERWORK_DIGITAL'
  /** Participation & volunteering (Dutch: Meedoen & vrijwillige inzet). */
  | 'PARTICIPATION'
  /** Physical health & lifestyle (Dutch: Lichamelijke gezondheid & leefstijl). */
  | 'PHYSICAL_HEALTH'
  /** Safety at home (Dutch: Huiselijke veiligheid). */
  | 'SAFETY_AT_HOME'
  /** Self-reliance (Dutch: Zelfredzaamheid (ADL, huishouden)). */
  | 'SELF_RELIANCE'
  /** Loneliness & network (Dutch: Eenzaamheid & sociaal netwerk). */
  | 'SOCIAL_NETWORK'
  /** Substance use & addiction (Dutch: Middelengebruik & verslaving). */
  | 'SUBSTANCE_USE'
  /** Work & education (Dutch: Werk & opleiding). */
  | 'WORK_EDUCATION';

/** Why a group or problem is not in the figures. */
export type VisibilityReason =
  /** Figures are 1-3 years old (Dutch: Vertraagd). */
  | 'DELAYED'
  /** No trust in being helped well (Dutch: Wantrouwen). */
  | 'DISTRUST'
  /** Fear of having to pay back (Dutch: Angst terug te betalen). */
  | 'FEAR_OF_REPAYMENT'
  /** The average hides a part of the wijk (Dutch: Gemiddelde verhult). */
  | 'HIDDEN_BY_AVERAGE'
  /** Help needed on several domains, given on one (Dutch: Onvolledigheid). */
  | 'INCOMPLETE_HELP'
  /** The resident is not seen (Dutch: Onzichtbaarheid). */
  | 'INVISIBLE'
  /** Not in the BRP or another register (Dutch: Niet in een register). */
  | 'NOT_IN_REGISTER'
  /** Not in the survey, non-response (Dutch: Niet in de steekproef). */
  | 'NOT_IN_SAMPLE'
  /** No trace because no service is used (Dutch: Geen voorzieninggebruik). */
  | 'NO_SERVICE_USE'
  /** Does not realise help is needed (Dutch: Herkent het probleem niet). */
  | 'PROBLEM_NOT_RECOGNISED'
  /** Shame (Dutch: Schaamte). */
  | 'SHAME'
  /** Offered help does not fit (Dutch: Niet-passend aanbod). */
  | 'SUPPORT_NOT_FITTING'
  /** Fitting support is not available (Dutch: Onbeschikbaarheid). */
  | 'SUPPORT_UNAVAILABLE'
  /** Suppressed, small number (Dutch: Onderdrukt, klein aantal). */
  | 'SUPPRESSED_SMALL_NUMBER'
  /** Help comes too late or never (Dutch: Tijd en timing). */
  | 'TOO_LATE'
  /** Does not know help exists (Dutch: Onbekend met hulp). */
  | 'UNAWARE_OF_HELP';

/** What other systems can be told. */
export type WebhookTopic =
  /** An edition of figures was published or taken back (Dutch: Publicaties). */
  | 'PUBLICATIONS'
  /** What waits for review changed; for reviewers (Dutch: Beoordeling). */
  | 'REVIEW_QUEUE'
  /** What may be seen of a signal changed (Dutch: Signalen). */
  | 'SIGNALS';

export type SignalChangedSubscriptionVariables = Exact<{
  within: string;
}>;


export type SignalChangedSubscription = { signalChanged: { display: SignalDisplay, voices: CountBand | null, stage: SignalStage, place: { code: string, name: string }, theme: { code: ThemeCode } } };

export type AddWebhookMutationVariables = Exact<{
  input: AddWebhookInput;
}>;


export type AddWebhookMutation = { addWebhook: { secret: string, webhook: { id: string, url: string, topics: Array<WebhookTopic>, pausedAt: string | null } } };

export type LogFieldNoteMutationVariables = Exact<{
  input: LogFieldNoteInput;
}>;


export type LogFieldNoteMutation = { logFieldNote: { id: string, status: NoteStatus, version: number, screening: Array<{ finding: { type: FindingType, start: number, end: number, hard: boolean } }> } };

export type ReadReviewQueueQueryVariables = Exact<{
  within: string;
  after?: string | null | undefined;
}>;


export type ReadReviewQueueQuery = { reviewQueue: { edges: Array<{ node: { id: string, version: number, placeCode: string, theme: ThemeCode, kind: NoteKind, severity: Severity | null, observationText: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReviewFieldNoteMutationVariables = Exact<{
  input: ReviewFieldNoteInput;
}>;


export type ReviewFieldNoteMutation = { reviewFieldNote: { id: string, status: NoteStatus, version: number, publicationLevel: PublicationLevel | null } };

export type FindPlacesQueryVariables = Exact<{
  search?: string | null | undefined;
  level?: PlaceLevel | null | undefined;
  within?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type FindPlacesQuery = { places: { edges: Array<{ node: { code: string, name: string, level: PlaceLevel, gemeenteCode: string, wijkCode: string | null, year: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReadWijkProfileQueryVariables = Exact<{
  code: string;
  year?: number | null | undefined;
  asOf?: string | null | undefined;
  language?: Language;
}>;


export type ReadWijkProfileQuery = { wijkProfile: { gemeenteName: string, year: number, asOf: string, groundAsOf: string, place: { code: string, name: string }, themes: Array<{ theme: { code: ThemeCode, label: string }, concordance: { outcome: ConcordanceOutcome, monitor: MonitorPositionCode, ground: GroundPositionCode, rule: string, sentence: string }, signal: { display: SignalDisplay, voices: CountBand | null, corroboration: Corroboration | null, highestSeverity: Severity | null, trend: NoteTrend | null, excerpts: Array<{ words: string }> }, coverage: { level: CoverageLevel, organisations: number | null }, figures: Array<{ indicator: { key: string, title: string, unit: string, direction: Direction }, current: { value: number | null, state: FigureState, stateReason: StateReason | null, period: number, lower: number | null, upper: number | null, provenance: Provenance, source: { attribution: string } | null } }> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SignalChangedDocument = new TypedDocumentString(`
    subscription SignalChanged($within: PlaceCode!) {
  signalChanged(within: $within) {
    place {
      code
      name
    }
    theme {
      code
    }
    display
    voices
    stage
  }
}
    `) as unknown as TypedDocumentString<SignalChangedSubscription, SignalChangedSubscriptionVariables>;
export const AddWebhookDocument = new TypedDocumentString(`
    mutation AddWebhook($input: AddWebhookInput!) {
  addWebhook(input: $input) {
    secret
    webhook {
      id
      url
      topics
      pausedAt
    }
  }
}
    `) as unknown as TypedDocumentString<AddWebhookMutation, AddWebhookMutationVariables>;
export const LogFieldNoteDocument = new TypedDocumentString(`
    mutation LogFieldNote($input: LogFieldNoteInput!) {
  logFieldNote(input: $input) {
    id
    status
    version
    screening {
      finding {
        type
        start
        end
        hard
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LogFieldNoteMutation, LogFieldNoteMutationVariables>;
export const ReadReviewQueueDocument = new TypedDocumentString(`
    query ReadReviewQueue($within: PlaceCode!, $after: String) {
  reviewQueue(within: $within, first: 100, after: $after) {
    edges {
      node {
        id
        version
        placeCode
        theme
        kind
        severity
        observationText
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReadReviewQueueQuery, ReadReviewQueueQueryVariables>;
export const ReviewFieldNoteDocument = new TypedDocumentString(`
    mutation ReviewFieldNote($input: ReviewFieldNoteInput!) {
  reviewFieldNote(input: $input) {
    id
    status
    version
    publicationLevel
  }
}
    `) as unknown as TypedDocumentString<ReviewFieldNoteMutation, ReviewFieldNoteMutationVariables>;
export const FindPlacesDocument = new TypedDocumentString(`
    query FindPlaces($search: String, $level: PlaceLevel, $within: PlaceCode, $after: String) {
  places(
    search: $search
    level: $level
    within: $within
    first: 100
    after: $after
  ) {
    edges {
      node {
        code
        name
        level
        gemeenteCode
        wijkCode
        year
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindPlacesQuery, FindPlacesQueryVariables>;
export const ReadWijkProfileDocument = new TypedDocumentString(`
    query ReadWijkProfile($code: WijkCode!, $year: Int, $asOf: Date, $language: Language! = NL) {
  wijkProfile(code: $code, year: $year, asOf: $asOf) {
    place {
      code
      name
    }
    gemeenteName
    year
    asOf
    groundAsOf
    themes {
      theme {
        code
        label(language: $language)
      }
      concordance {
        outcome
        monitor
        ground
        rule
        sentence(language: $language)
      }
      signal {
        display
        voices
        corroboration
        highestSeverity
        trend
        excerpts {
          words
        }
      }
      coverage {
        level
        organisations
      }
      figures {
        indicator {
          key
          title
          unit
          direction
        }
        current {
          value
          state
          stateReason
          period
          lower
          upper
          provenance
          source {
            attribution
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadWijkProfileQuery, ReadWijkProfileQueryVariables>;