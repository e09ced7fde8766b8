// Every code list that the API speaks, as an enum whose values carry their labels as descriptions.

import type { CodeList } from '../server/codes/code-list.ts';
import {
  analysisLevels,
  directions,
  editionStatuses,
  importPhases,
  measureKinds,
  placeLevels,
  placeLinkKinds,
  provenances,
  releaseStatuses,
  stateBases,
  stateReasons,
  valueStates,
} from '../server/codes/figures.ts';
import { populationGroups, visibilityReasons } from '../server/codes/groups.ts';
import {
  concordanceOutcomes,
  corroborations,
  countBands,
  coverageLevels,
  groundPositions,
  monitorPositions,
  signalDisplays,
} from '../server/codes/merge.ts';
import {
  evidenceBases,
  followUpResults,
  frequencies,
  noteKinds,
  noteSourceTypes,
  noteStatuses,
  noteTrends,
  publicationLevels,
  reviewDecisions,
  reviewReasons,
  scaleBands,
  scaleUnits,
  severities,
  signalStages,
} from '../server/codes/notes.ts';
import { partsOfYear } from '../server/codes/parts-of-year.ts';
import {
  accessScopes,
  credentials,
  membershipSources,
  professions,
  regimes,
  roles,
} from '../server/codes/people.ts';
import { reactionDecisions, reactionStatuses, reactionVoices } from '../server/codes/reactions.ts';
import { algorithmStatuses, publicationCategories } from '../server/codes/registers.ts';
import { retentionKinds } from '../server/codes/retention.ts';
import { searchKinds } from '../server/codes/search.ts';
import { themes } from '../server/codes/themes.ts';
import { thresholdKinds } from '../server/codes/thresholds.ts';
import { deliveryStatuses, webhookTopics } from '../server/codes/webhooks.ts';
import { builder } from './builder.ts';

function enumOf<Code extends string>(name: string, description: string, list: CodeList<Code>) {
  const labels = Object.entries(list) as [Code, { nl: string; en: string }][];
  const values = Object.fromEntries(
    labels.map(([code, label]) => [
      code,
      { value: code, description: `${label.en} (Dutch: ${label.nl}).` },
    ]),
  ) as { [C in Code]: { value: C; description: string } };
  return builder.enumType(name, { description, values });
}

export const PlaceLevel = enumOf('PlaceLevel', 'Kind of place.', placeLevels);
export const PlaceLinkKind = enumOf(
  'PlaceLinkKind',
  'How places of two divisions follow each other.',
  placeLinkKinds,
);
export const FigureState = enumOf(
  'FigureState',
  'Whether a figure has a value and, if not, why not.',
  valueStates,
);
export const StateReason = enumOf(
  'StateReason',
  'Why a figure has no value, more precisely.',
  stateReasons,
);
export const StateBasis = enumOf('StateBasis', 'What a state rests on.', stateBases);
export const PartOfYear = enumOf(
  'PartOfYear',
  'A half-year, quarter or month, as CBS codes it.',
  partsOfYear,
);
export const ReleaseStatus = enumOf('ReleaseStatus', 'How final a figure is.', releaseStatuses);
export const EditionStatus = enumOf('EditionStatus', 'Where an import stands.', editionStatuses);
export const ImportPhase = enumOf('ImportPhase', 'What an import is doing.', importPhases);
export const Provenance = enumOf('Provenance', 'How a statement came about.', provenances);
export const MeasureKind = enumOf(
  'MeasureKind',
  'What kind of measure an indicator is; counts are never compared between places.',
  measureKinds,
);
export const Direction = enumOf('Direction', 'Whether high or low is a concern.', directions);
export const AnalysisLevel = enumOf(
  'AnalysisLevel',
  'How far a statement goes: from describing to predicting.',
  analysisLevels,
);
export const ThemeCode = enumOf(
  'ThemeCode',
  'Theme under which figures and field notes meet.',
  themes,
);
export const NoteKind = enumOf('NoteKind', 'What kind of thing a field note tells.', noteKinds);
export const Severity = enumOf(
  'Severity',
  'How serious it is, from ATTENTION to URGENT.',
  severities,
);
export const ScaleBand = enumOf(
  'ScaleBand',
  'How many, in bands; never an exact small number.',
  scaleBands,
);
export const ScaleUnit = enumOf('ScaleUnit', 'What is counted in the scale band.', scaleUnits);
export const Frequency = enumOf('Frequency', 'How often it is seen.', frequencies);
export const NoteTrend = enumOf(
  'NoteTrend',
  'How it compares with the 12 months before.',
  noteTrends,
);
export const EvidenceBasis = enumOf('EvidenceBasis', 'How the observer knows.', evidenceBases);
export const NoteSourceType = enumOf(
  'NoteSourceType',
  'On what occasion it was seen.',
  noteSourceTypes,
);
export const NoteStatus = enumOf(
  'NoteStatus',
  'Where a field note stands in its life.',
  noteStatuses,
);
export const ReviewDecision = enumOf('ReviewDecision', 'What a reviewer decides.', reviewDecisions);
export const ReviewReason = enumOf(
  'ReviewReason',
  'Why a note is returned or rejected.',
  reviewReasons,
);
export const PublicationLevel = enumOf(
  'PublicationLevel',
  'Who may read the words of a published note.',
  publicationLevels,
);
export const SignalStage = enumOf(
  'SignalStage',
  'Phase in the handling of a signal.',
  signalStages,
);
export const FollowUpResult = enumOf('FollowUpResult', 'How a follow-up ended.', followUpResults);
export const ReactionVoice = enumOf(
  'ReactionVoice',
  'In which part a reaction was written.',
  reactionVoices,
);
export const ReactionStatus = enumOf(
  'ReactionStatus',
  'Where a reaction stands in its life.',
  reactionStatuses,
);
export const ReactionDecision = enumOf(
  'ReactionDecision',
  'What a reviewer decides about a reaction.',
  reactionDecisions,
);
export const PopulationGroup = enumOf(
  'PopulationGroup',
  'Group of people a note is about: context, never a selection criterion.',
  populationGroups,
);
export const VisibilityReason = enumOf(
  'VisibilityReason',
  'Why a group or problem is not in the figures.',
  visibilityReasons,
);
export const Corroboration = enumOf(
  'Corroboration',
  'How independent the voices behind a signal are.',
  corroborations,
);
export const SignalDisplay = enumOf(
  'SignalDisplay',
  'What may be shown of a signal, or why nothing is.',
  signalDisplays,
);
export const CoverageLevel = enumOf(
  'CoverageLevel',
  'Whether enough people have been looking.',
  coverageLevels,
);
export const MonitorPositionCode = enumOf(
  'MonitorPositionCode',
  'Where the figures put a wijk on a theme.',
  monitorPositions,
);
export const GroundPositionCode = enumOf(
  'GroundPositionCode',
  'Where the field notes put a wijk on a theme.',
  groundPositions,
);
export const ConcordanceOutcome = enumOf(
  'ConcordanceOutcome',
  'What comparing monitor and ground gives.',
  concordanceOutcomes,
);
export const SearchKind = enumOf('SearchKind', 'What a search can find.', searchKinds);
export const CountBand = enumOf('CountBand', 'A count in bands.', countBands);
export const AlgorithmStatus = enumOf(
  'AlgorithmStatus',
  'Whether a calculation is used.',
  algorithmStatuses,
);
export const PublicationCategory = enumOf(
  'PublicationCategory',
  'Category of the algorithm register.',
  publicationCategories,
);
export const ThresholdKind = enumOf(
  'DisclosureThresholdKind',
  'What is counted before something is shown; of one organisation three notes at most count.',
  thresholdKinds,
);
export const RetentionKind = enumOf('RetentionKind', 'What is kept for some time.', retentionKinds);
export const Role = enumOf('Role', 'What an actor may do.', roles);
export const AccessScope = enumOf(
  'AccessScope',
  'What a login, key or token may be used for, within what its role may do.',
  accessScopes,
);
export const WebhookTopic = enumOf(
  'WebhookTopic',
  'What other systems can be told.',
  webhookTopics,
);
export const DeliveryStatus = enumOf(
  'DeliveryStatus',
  'How far a message to another system has come.',
  deliveryStatuses,
);
export const MembershipSource = enumOf(
  'MembershipSource',
  'Where a membership comes from.',
  membershipSources,
);
export const Credential = enumOf('Credential', 'How an actor proved who it is.', credentials);
export const Profession = enumOf('Profession', 'Profession of an observer.', professions);
export const Regime = enumOf('Regime', 'Secrecy regime a profession falls under.', regimes);
export const Language = builder.enumType('Language', {
  description: 'Language of sentences and labels.',
  values: {
    NL: { value: 'nl', description: 'Dutch, plain (B1).' },
    EN: { value: 'en', description: 'English.' },
  } as const,
});
