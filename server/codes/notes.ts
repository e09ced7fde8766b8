// Code lists of a field note and its life cycle (domain chapters 10 and 12).
import { codeList } from './code-list.ts';

export { type NoteKind, type NoteTrend, noteKinds, noteTrends } from './note-kinds.ts';

/** In order of weight: ATTENTION is the lowest. */
export const severities = codeList({
  ATTENTION: ['Aandacht', 'Attention'],
  WORRYING: ['Zorgelijk', 'Worrying'],
  SERIOUS: ['Ernstig', 'Serious'],
  URGENT: ['Urgent', 'Urgent'],
});
export type Severity = keyof typeof severities;

export const scaleBands = codeList({
  FEW: ['Enkele (minder dan 5)', 'A few (less than 5)'],
  N5_9: ['5-9', '5-9'],
  N10_24: ['10-24', '10-24'],
  N25_49: ['25-49', '25-49'],
  N50_99: ['50-99', '50-99'],
  N100_PLUS: ['100 of meer', '100 or more'],
  UNKNOWN: ['Onbekend', 'Unknown'],
});
export type ScaleBand = keyof typeof scaleBands;

export const scaleUnits = codeList({
  PERSONS: ['Personen', 'Persons'],
  HOUSEHOLDS: ['Huishoudens', 'Households'],
  LOCATIONS: ['Locaties', 'Locations'],
});
export type ScaleUnit = keyof typeof scaleUnits;

export const frequencies = codeList({
  ONCE: ['Eenmalig', 'Once'],
  SOMETIMES: ['Soms', 'Sometimes: monthly or less'],
  REGULARLY: ['Regelmatig', 'Regularly: weekly'],
  DAILY: ['Dagelijks', 'Daily'],
  UNKNOWN: ['Onbekend', 'Unknown'],
});
export type Frequency = keyof typeof frequencies;

export const evidenceBases = codeList({
  OWN_OBSERVATION: ['Eigen waarneming', 'Own observation'],
  HEARD: ['Gehoord', 'Told by several people'],
  OWN_REGISTRATION: ['Registratie eigen organisatie', 'Counted by the own organisation'],
  SUSPICION: ['Vermoeden', 'Suspicion'],
});
export type EvidenceBasis = keyof typeof evidenceBases;

export const noteSourceTypes = codeList({
  CONTACT_PATTERN: ['Spreekuur of contact', 'Pattern over several own contacts'],
  HOME_VISIT_PATTERN: ['Huisbezoekpatroon', 'Pattern over home visits'],
  WIJK_WALK: ['Wijkschouw', 'Walk through the wijk'],
  WIJK_MEETING: ['Wijkoverleg / MDO', 'Wijk or multidisciplinary meeting'],
  DIALOGUE: ['Dialoogbijeenkomst', 'Dialogue session'],
  RESIDENT_TALK: ['Bewonersgesprek', 'Talk with residents'],
  PANEL: ['Panel', 'Panel'],
  OWN_COUNT: ['Eigen telling', 'Own count'],
  THIRD_PARTY_REPORT: ['Melding van derden', 'Report by others'],
});
export type NoteSourceType = keyof typeof noteSourceTypes;

export const noteStatuses = codeList({
  DRAFT: ['Concept', 'Draft'],
  SUBMITTED: ['Ingediend', 'Submitted'],
  IN_REVIEW: ['In toets', 'In review'],
  PUBLISHED: ['Gepubliceerd', 'Published'],
  RETURNED: ['Teruggestuurd', 'Returned to the observer'],
  REJECTED: ['Afgewezen', 'Rejected'],
  EXPIRED: ['Verlopen', 'Expired'],
  WITHDRAWN: ['Ingetrokken', 'Withdrawn'],
});
export type NoteStatus = keyof typeof noteStatuses;

export const reviewDecisions = codeList({
  PUBLISH: ['Publiceren', 'Publish'],
  RETURN: ['Terugsturen', 'Return to the observer'],
  REJECT: ['Afwijzen', 'Reject'],
});
export type ReviewDecision = keyof typeof reviewDecisions;

export const reviewReasons = codeList({
  PERSON_RECOGNISABLE: ['Persoon herkenbaar', 'A person can be recognised'],
  SINGLE_CASE: ['Eén geval', 'A single case'],
  OUT_OF_SCOPE: ['Valt buiten Wijkbeeld', 'Out of scope'],
  DUPLICATE: ['Dubbel', 'Duplicate'],
  UNCLEAR: ['Onduidelijk', 'Unclear'],
  JUDGEMENT_NOT_OBSERVATION: [
    'Oordeel in plaats van waarneming',
    'A judgement, not something seen',
  ],
});
export type ReviewReason = keyof typeof reviewReasons;

/** Who may read the text of a published note, from few to everyone. */
export const publicationLevels = codeList({
  SEALED: ['Verzegeld: alleen schrijver en toetser', 'Sealed: author and reviewer only'],
  CIRCLE: [
    'Kring: professionals van de gemeente',
    "Circle: the gemeente's signed-in professionals",
  ],
  PUBLIC: ['Openbaar: alleen het goedgekeurde fragment', 'Public: the approved excerpt only'],
});
export type PublicationLevel = keyof typeof publicationLevels;

export const followUpResults = codeList({
  TAKEN_UP: ['Opgepakt', 'Taken up'],
  ALREADY_KNOWN: ['Al bekend', 'Already known'],
  REPEAT: ['Herhaling', 'Repeat'],
  NO_ACTION_POSSIBLE: ['Geen actie mogelijk', 'No action possible'],
  REFERRED_TO_CONTACT_POINT: ['Doorverwezen naar meldpunt', 'Referred to the contact point'],
  ON_WIJK_AGENDA: ['Opgenomen in wijkagenda', 'On the wijk agenda'],
});
export type FollowUpResult = keyof typeof followUpResults;

/** The phases of Gent's Beleidssignalen, with SORMAS' screening and dropped added. */
export const signalStages = codeList({
  NOTICED: ['Opgemerkt', 'Noticed'],
  SCREENING: ['In verkenning', 'Screening: is this a pattern?'],
  COLLECTED: ['Verzameld', 'Collected'],
  BUNDLED: ['Gebundeld', 'Bundled'],
  ANALYSED: ['Geanalyseerd', 'Analysed'],
  REPORTED: ['Gerapporteerd', 'Reported'],
  DECIDED: ['Besloten', 'Decided'],
  ACTED: ['In uitvoering', 'Acted upon'],
  FED_BACK: ['Teruggekoppeld', 'Fed back to the observers'],
  DROPPED: ['Niet verder', 'Dropped after screening'],
});
export type SignalStage = keyof typeof signalStages;
