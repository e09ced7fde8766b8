// What is sent about field notes: logging, revising, confirming, reviewing, and which to list.
import { builder } from './builder.ts';
import {
  EvidenceBasis,
  Frequency,
  NoteKind,
  NoteSourceType,
  NoteStatus,
  NoteTrend,
  PopulationGroup,
  PublicationLevel,
  ReviewDecision,
  ReviewReason,
  ScaleBand,
  ScaleUnit,
  Severity,
  ThemeCode,
  VisibilityReason,
} from './codes.ts';

const optionalAnswers = {
  editionYear: 'Division year of the place code; default: the newest division of the gemeente.',
  interpretationText: 'What it means, apart from what was seen; at most 400 characters.',
  severity: 'How serious; default ATTENTION. None for STRENGTH and INTERPRETATION.',
  scaleBand: 'How many, in a band; default UNKNOWN. FEW is not possible for MEDICAL and YOUTH.',
  scaleUnit: 'What the band counts; default PERSONS.',
  frequency: 'How often; default UNKNOWN.',
  trend: 'Compared with the 12 months before; default UNKNOWN.',
  evidenceBasis: 'How you know. No OWN_REGISTRATION for POLICE.',
  sourceType: 'On what occasion; default CONTACT_PATTERN for MEDICAL, which takes patterns only.',
  populationGroups: 'Groups it is about.',
  visibilityReasons: 'Why those are not in the figures.',
  figureRef: 'Figure it interprets, as `indicator:period`; required for INTERPRETATION.',
  icpc: 'ICPC chapter letters or Z01 to Z29; never a diagnosis.',
  observedFrom: 'First day of what was seen; default observedTo, else the day of recordedAt.',
  observedTo: 'Last day of what was seen; default the day of recordedAt.',
  urgentConfirmed:
    'You report direct danger to a person to 112, the contact point or Veilig Thuis, not here; required for URGENT.',
} as const;

export const LogFieldNoteInput = builder.inputType('LogFieldNoteInput', {
  description: 'A field note to log: place, theme, kind and a sentence; the rest if you want.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Random UUID made on the device: the same id is the same note.',
    }),
    placeCode: t.field({
      type: 'PlaceCode',
      required: true,
      description: 'Wijk or gemeente it is about; never a buurt.',
    }),
    editionYear: t.int({ description: optionalAnswers.editionYear }),
    theme: t.field({ type: ThemeCode, required: true, description: 'Theme it is about.' }),
    kind: t.field({ type: NoteKind, required: true, description: 'What kind of thing it tells.' }),
    observationText: t.string({
      required: true,
      description: 'What you saw, at most 600 characters; never about a person.',
    }),
    interpretationText: t.string({ description: optionalAnswers.interpretationText }),
    severity: t.field({ type: Severity, description: optionalAnswers.severity }),
    scaleBand: t.field({ type: ScaleBand, description: optionalAnswers.scaleBand }),
    scaleUnit: t.field({ type: ScaleUnit, description: optionalAnswers.scaleUnit }),
    frequency: t.field({ type: Frequency, description: optionalAnswers.frequency }),
    trend: t.field({ type: NoteTrend, description: optionalAnswers.trend }),
    evidenceBasis: t.field({ type: EvidenceBasis, description: optionalAnswers.evidenceBasis }),
    sourceType: t.field({ type: NoteSourceType, description: optionalAnswers.sourceType }),
    populationGroups: t.field({
      type: [PopulationGroup],
      description: optionalAnswers.populationGroups,
    }),
    visibilityReasons: t.field({
      type: [VisibilityReason],
      description: optionalAnswers.visibilityReasons,
    }),
    figureRef: t.string({ description: optionalAnswers.figureRef }),
    icpc: t.stringList({ description: optionalAnswers.icpc }),
    observedFrom: t.field({ type: 'Date', description: optionalAnswers.observedFrom }),
    observedTo: t.field({ type: 'Date', description: optionalAnswers.observedTo }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it was signalled on the device; default now. At most 5 years ago.',
    }),
    noPersonConfirmed: t.boolean({
      required: true,
      description: 'You confirm that nobody can be recognised; must be true.',
    }),
    urgentConfirmed: t.boolean({ description: optionalAnswers.urgentConfirmed }),
    asDraft: t.boolean({
      description: 'Keep it as a draft that only you see; default false: hand it in.',
    }),
  }),
});

export const ReviseFieldNoteInput = builder.inputType('ReviseFieldNoteInput', {
  description:
    'A change to an own field note. A field left out stays as it is; null takes the default.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The note.' }),
    version: t.int({ required: true, description: 'Version the change was made from.' }),
    placeCode: t.field({ type: 'PlaceCode', description: 'Wijk or gemeente it is about.' }),
    editionYear: t.int({ description: optionalAnswers.editionYear }),
    theme: t.field({ type: ThemeCode, description: 'Theme it is about.' }),
    kind: t.field({ type: NoteKind, description: 'What kind of thing it tells.' }),
    observationText: t.string({ description: 'What you saw, at most 600 characters.' }),
    interpretationText: t.string({ description: optionalAnswers.interpretationText }),
    severity: t.field({ type: Severity, description: optionalAnswers.severity }),
    scaleBand: t.field({ type: ScaleBand, description: optionalAnswers.scaleBand }),
    scaleUnit: t.field({ type: ScaleUnit, description: optionalAnswers.scaleUnit }),
    frequency: t.field({ type: Frequency, description: optionalAnswers.frequency }),
    trend: t.field({ type: NoteTrend, description: optionalAnswers.trend }),
    evidenceBasis: t.field({ type: EvidenceBasis, description: optionalAnswers.evidenceBasis }),
    sourceType: t.field({ type: NoteSourceType, description: optionalAnswers.sourceType }),
    populationGroups: t.field({
      type: [PopulationGroup],
      description: optionalAnswers.populationGroups,
    }),
    visibilityReasons: t.field({
      type: [VisibilityReason],
      description: optionalAnswers.visibilityReasons,
    }),
    figureRef: t.string({ description: optionalAnswers.figureRef }),
    icpc: t.stringList({ description: optionalAnswers.icpc }),
    observedFrom: t.field({ type: 'Date', description: optionalAnswers.observedFrom }),
    observedTo: t.field({ type: 'Date', description: optionalAnswers.observedTo }),
    noPersonConfirmed: t.boolean({
      description: 'You confirm that nobody can be recognised; stays true when left out.',
    }),
    urgentConfirmed: t.boolean({ description: optionalAnswers.urgentConfirmed }),
  }),
});

export const WithdrawFieldNoteInput = builder.inputType('WithdrawFieldNoteInput', {
  description: 'A field note to take back.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The note.' }),
  }),
});

export const ConfirmFieldNoteInput = builder.inputType('ConfirmFieldNoteInput', {
  description: '"We see this too", from another organisation.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Random UUID of the confirmation, made on the device.',
    }),
    noteId: t.field({ type: 'UUID', required: true, description: 'The note that is confirmed.' }),
  }),
});

export const ReviewFieldNoteInput = builder.inputType('ReviewFieldNoteInput', {
  description: 'What a reviewer decides about a field note.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The note.' }),
    version: t.int({ required: true, description: 'Version that was read and judged.' }),
    decision: t.field({ type: ReviewDecision, required: true, description: 'The decision.' }),
    reason: t.field({ type: ReviewReason, description: 'Required for RETURN and REJECT.' }),
    publicationLevel: t.field({
      type: PublicationLevel,
      description: 'Required for PUBLISH. Not PUBLIC for the regimes MEDICAL and YOUTH.',
    }),
    excerpt: t.string({
      description: 'The exact words that everyone will read; required for PUBLIC, at most 600.',
    }),
  }),
});

export const FieldNoteFilter = builder.inputType('FieldNoteFilter', {
  description: 'Which field notes; what is left out does not limit.',
  fields: (t) => ({
    placeCode: t.field({ type: 'PlaceCode', description: 'Exactly about this wijk or gemeente.' }),
    within: t.field({
      type: 'PlaceCode',
      description: 'About this wijk, or about this gemeente and its wijken; NL00: everywhere.',
    }),
    theme: t.field({ type: ThemeCode, description: 'On this theme.' }),
    kind: t.field({ type: NoteKind, description: 'Of this kind.' }),
    status: t.field({ type: NoteStatus, description: 'Standing here in their life.' }),
    mine: t.boolean({ description: 'True: own notes only.' }),
    since: t.field({
      type: 'Date',
      description: 'Signalled from this day on; notes of others by month.',
    }),
  }),
});
