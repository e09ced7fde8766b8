// Code lists of the monitor side (domain chapters 3 and 4).
import { codeList } from './code-list.ts';

export const placeLevels = codeList({
  COUNTRY: ['Land', 'Country'],
  GEMEENTE: ['Gemeente', 'Municipality'],
  WIJK: ['Wijk', 'District (wijk)'],
  BUURT: ['Buurt', 'Neighbourhood (buurt)'],
});
export type PlaceLevel = keyof typeof placeLevels;

export const placeLinkKinds = codeList({
  SAME: ['Gelijk', 'Same territory, same name'],
  RENAMED: ['Hernoemd', 'Same territory, other name'],
  RECODED: ['Code gewijzigd', 'Same territory, other code'],
  SPLIT: ['Gesplitst', 'Split into several places'],
  MERGED: ['Samengevoegd', 'Merged with other places'],
  CHANGED: ['Grens gewijzigd', 'Border moved: not comparable'],
});
export type PlaceLinkKind = keyof typeof placeLinkKinds;

export const valueStates = codeList({
  OK: ['Bekend', 'Known'],
  SUPPRESSED: ['Geheim', 'Suppressed for privacy'],
  MISSING: ['Ontbreekt', 'Missing'],
  NOT_YET: ['Nog niet beschikbaar', 'Not yet available'],
  DISCONTINUED: ['Niet meer gepubliceerd', 'No longer published'],
  NOT_DELIVERED: ['Niet geleverd', 'Not delivered by the municipality'],
});
export type ValueState = keyof typeof valueStates;

export const stateReasons = codeList({
  NOT_APPLICABLE: ['Niet van toepassing', 'Not applicable here'],
  NOT_MEASURED: ['Niet gemeten in dit jaar', 'Not measured in this period'],
  SECRET_OR_ABSENT: ['Geheim of afwezig', 'Secret or absent'],
  BELOW_SOURCE_THRESHOLD: ['Onder de drempel van de bron', "Below the source's threshold"],
  OWN_PRIMARY: ['Door Wijkbeeld afgeschermd', 'Hidden by Wijkbeeld: small cell'],
  OWN_SECONDARY: ['Door Wijkbeeld afgeschermd', 'Hidden by Wijkbeeld: protects another cell'],
  UNRELIABLE: ['Niet betrouwbaar genoeg', 'Not reliable enough'],
  BOUNDARY_BREAK: ['Grens gewijzigd', 'Border changed'],
});
export type StateReason = keyof typeof stateReasons;

export const stateBases = codeList({
  SOURCE: ['Teken in het bestand', 'A sign in the source file'],
  RULE: ['Afgeleid door Wijkbeeld', 'Derived by Wijkbeeld'],
});
export type StateBasis = keyof typeof stateBases;

export const releaseStatuses = codeList({
  DEFINITIVE: ['Definitief', 'Definitive'],
  PROVISIONAL: ['Voorlopig', 'Provisional'],
  REVISED_PROVISIONAL: ['Nader voorlopig', 'Revised provisional'],
});
export type ReleaseStatus = keyof typeof releaseStatuses;

export const provenances = codeList({
  MEASURED: ['Gemeten', 'Counted or registered'],
  MODELLED: ['Gemodelleerd', 'Estimated by a model'],
  ESTIMATED: ['Geschat of berekend', 'Converted or derived'],
  OBSERVED: ['Waargenomen', 'Seen by a professional'],
  INTERPRETED: ['Geduid', 'Interpreted together'],
});
export type Provenance = keyof typeof provenances;

export const measureKinds = codeList({
  COUNT: ['Aantal', 'Count'],
  PERCENT: ['Percentage', 'Percentage'],
  PER_1000: ['Per 1.000', 'Per 1,000'],
  PER_10000: ['Per 10.000', 'Per 10,000'],
  AVERAGE: ['Gemiddelde', 'Average'],
  MEDIAN: ['Mediaan', 'Median'],
  SCORE: ['Score', 'Score'],
  DISTANCE_KM: ['Afstand in km', 'Distance in km'],
  AMOUNT_1000_EUR: ['Bedrag x 1.000 euro', 'Amount x 1,000 euro'],
});
export type MeasureKind = keyof typeof measureKinds;

export const directions = codeList({
  HIGH_IS_CONCERN: ['Hoog is zorg', 'High is a concern'],
  LOW_IS_CONCERN: ['Laag is zorg', 'Low is a concern'],
  NEUTRAL: ['Geen oordeel', 'No judgement'],
});
export type Direction = keyof typeof directions;

export const editionStatuses = codeList({
  STAGED: ['Klaargezet', 'Staged: checked, not yet visible'],
  LIVE: ['Live', 'Live: visible in profiles'],
  SUPERSEDED: ['Vervangen', 'Replaced by a later edition'],
  ROLLED_BACK: ['Teruggedraaid', 'Taken back after publishing'],
});
export type EditionStatus = keyof typeof editionStatuses;

export const importPhases = codeList({
  FETCHING: ['Ophalen', 'Fetching'],
  READING: ['Lezen', 'Reading'],
  STORING: ['Opslaan', 'Storing'],
});
export type ImportPhase = keyof typeof importPhases;

export const analysisLevels = codeList({
  DESCRIPTIVE: ['Beschrijvend', 'Descriptive'],
  DIAGNOSTIC: ['Diagnosticerend', 'Diagnostic'],
  PREDICTIVE: ['Voorspellend', 'Predictive'],
  PRESCRIPTIVE: ['Voorschrijvend', 'Prescriptive: not used by Wijkbeeld'],
});
export type AnalysisLevel = keyof typeof analysisLevels;

/** Counts that a gemeente delivers from its own registers, and how they are protected before they are kept (S6). */
export const smallCounts = codeList({
  OWN_COUNT: ['Eigen telling, afgerond op vijftallen', 'Own count, rounded to fives'],
  OWN_CARE_COUNT: [
    'Eigen telling van zorggebruik: afgerond op vijftallen, 0 tot 7 geheim',
    'Own count of care users: rounded to fives, 0 to 7 secret',
  ],
});
export type SmallCounts = keyof typeof smallCounts;
