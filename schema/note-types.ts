// What a field note looks like to whoever may see it.
import { screenNote } from '../server/notes/screen.ts';
import {
  type NoteConflict as NoteConflictView,
  type NoteReview as NoteReviewView,
  type ShownNote,
  textStates,
} from '../server/notes/show.ts';
import { builder } from './builder.ts';
import {
  EvidenceBasis,
  Frequency,
  NoteKind,
  NoteSourceType,
  NoteStatus,
  NoteTrend,
  PopulationGroup,
  Profession,
  PublicationLevel,
  Regime,
  ReviewDecision,
  ReviewReason,
  ScaleBand,
  ScaleUnit,
  Severity,
  ThemeCode,
  VisibilityReason,
} from './codes.ts';
import { NoteFeedback } from './feedback.ts';
import { NoteFinding } from './note-findings.ts';

const NoteTextState = builder.enumType('NoteTextState', {
  description: 'Whether the words of a field note are there for whoever asks, and if not, why.',
  values: {
    READABLE: { value: 'READABLE', description: textStates.READABLE },
    EXCERPT_ONLY: { value: 'EXCERPT_ONLY', description: textStates.EXCERPT_ONLY },
    SEALED: { value: 'SEALED', description: textStates.SEALED },
    ERASED: { value: 'ERASED', description: textStates.ERASED },
  } as const,
});

const NoteReview = builder.objectRef<NoteReviewView>('NoteReview').implement({
  description: 'What a reviewer decided about a field note; who it was is not shown.',
  fields: (t) => ({
    decision: t.expose('decision', { type: ReviewDecision, description: 'The decision.' }),
    reason: t.expose('reason', {
      type: ReviewReason,
      nullable: true,
      description: 'Why it was returned or rejected; null for PUBLISH.',
    }),
    publicationLevel: t.expose('publicationLevel', {
      type: PublicationLevel,
      nullable: true,
      description: 'Level given at PUBLISH; null otherwise.',
    }),
    version: t.exposeInt('version', { description: 'Version of the note that was judged.' }),
    reviewedOn: t.expose('reviewedOn', { type: 'Date', description: 'Day of the decision.' }),
  }),
});

const NoteConflict = builder.objectRef<NoteConflictView>('NoteConflict').implement({
  description:
    'A change that came too late: another device had changed the note first. Kept until the author revises the current version.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Number of the kept revision.' }),
    baseVersion: t.exposeInt('baseVersion', {
      description: 'Version the change was made from.',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it arrived.' }),
    observationText: t.exposeString('observationText', {
      nullable: true,
      description: 'What was seen, in its words; null when that change left them alone.',
    }),
    interpretationText: t.exposeString('interpretationText', {
      nullable: true,
      description: 'What it means, in its words; null when that change left them alone.',
    }),
    placeCode: t.field({
      type: 'PlaceCode',
      description: 'Place in that change.',
      resolve: (conflict) => conflict.content.placeCode,
    }),
    theme: t.field({
      type: ThemeCode,
      description: 'Theme in that change.',
      resolve: (conflict) => conflict.content.theme,
    }),
    kind: t.field({
      type: NoteKind,
      description: 'Kind in that change.',
      resolve: (conflict) => conflict.content.kind,
    }),
    severity: t.field({
      type: Severity,
      nullable: true,
      description: 'Severity in that change; null for kinds that have none.',
      resolve: (conflict) => conflict.content.severity,
    }),
  }),
});

export const FieldNote = builder.objectRef<ShownNote>('FieldNote').implement({
  description:
    'What a professional saw, in codes and a short text; never about a person. Author and reviewers see days, everyone else the first day of the month. Who wrote it is shown to nobody.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Made on the device that logged it.' }),
    placeCode: t.expose('placeCode', {
      type: 'PlaceCode',
      description: 'Wijk or gemeente it is about.',
    }),
    editionYear: t.exposeInt('editionYear', { description: 'Division year of that code.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'Theme it is about.' }),
    kind: t.expose('kind', { type: NoteKind, description: 'What kind of thing it tells.' }),
    status: t.expose('status', {
      type: NoteStatus,
      description: 'Where it stands; EXPIRED as soon as validUntil has passed.',
    }),
    severity: t.expose('severity', {
      type: Severity,
      nullable: true,
      description: 'How serious; null for STRENGTH and INTERPRETATION, which have none.',
    }),
    scaleBand: t.expose('scaleBand', { type: ScaleBand, description: 'How many, in a band.' }),
    scaleUnit: t.expose('scaleUnit', {
      type: ScaleUnit,
      description: 'What the band counts.',
    }),
    frequency: t.expose('frequency', { type: Frequency, description: 'How often it is seen.' }),
    trend: t.expose('trend', {
      type: NoteTrend,
      description: 'Compared with the 12 months before.',
    }),
    evidenceBasis: t.expose('evidenceBasis', {
      type: EvidenceBasis,
      nullable: true,
      description: 'How the observer knows; null when not said.',
    }),
    sourceType: t.expose('sourceType', {
      type: NoteSourceType,
      nullable: true,
      description:
        'On what occasion; null when not said, and for others than the author when it was a pattern over contacts, as most notes are.',
    }),
    populationGroups: t.expose('populationGroups', {
      type: [PopulationGroup],
      description:
        'Groups it is about. Others than author and reviewers see only groups that at least five published notes of the same place and theme name.',
    }),
    visibilityReasons: t.expose('visibilityReasons', {
      type: [VisibilityReason],
      description: 'Why those are not in the figures.',
    }),
    figureRef: t.exposeString('figureRef', {
      nullable: true,
      description: 'Figure it interprets, as `indicator:period`; null when it names none.',
    }),
    icpc: t.exposeStringList('icpc', {
      description: 'ICPC chapters or Z codes; empty for others than author and reviewers.',
    }),
    observedFrom: t.expose('observedFrom', {
      type: 'Date',
      description: 'First day of what was seen.',
    }),
    observedTo: t.expose('observedTo', {
      type: 'Date',
      description: 'Last day of what was seen.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'Date', description: 'When it was signalled.' }),
    validUntil: t.expose('validUntil', {
      type: 'Date',
      description: 'Until when it counts: 18 months after recordedAt.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was published; null before.',
    }),
    version: t.exposeInt('version', { description: 'Rises by one with each change of content.' }),
    publicationLevel: t.expose('publicationLevel', {
      type: PublicationLevel,
      nullable: true,
      description: 'Who may read the words; null before publication.',
    }),
    textState: t.expose('textState', {
      type: NoteTextState,
      description: 'Whether the words are there for whoever asks, and if not, why.',
    }),
    observationText: t.exposeString('observationText', {
      nullable: true,
      description: 'What was seen; null unless textState is READABLE.',
    }),
    interpretationText: t.exposeString('interpretationText', {
      nullable: true,
      description: 'What the observer thinks it means; null when none or not READABLE.',
    }),
    excerpt: t.exposeString('excerpt', {
      nullable: true,
      description: 'Words approved for everyone; null unless published as PUBLIC.',
    }),
    shownWords: t.exposeString('shownWords', {
      nullable: true,
      description:
        'The exact words that the widest audience reads: the excerpt when PUBLIC, the texts when CIRCLE; null while nothing is shown, and for who may not read them.',
    }),
    profession: t.expose('profession', {
      type: Profession,
      nullable: true,
      description:
        'Profession of the writer; null where too few organisations that wrote about the place share it, as it would tell who wrote.',
    }),
    regime: t.expose('regime', {
      type: Regime,
      nullable: true,
      description:
        'Secrecy regime of the writer; null where too few organisations that wrote about the place share it, as it would tell who wrote.',
    }),
    mayBePublic: t.exposeBoolean('mayBePublic', {
      nullable: true,
      description:
        'Whether words of it may be approved for everyone: not under medical or youth secrecy. Null for others than author and reviewer.',
    }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description: 'Key of the own organisation; null for everyone but the author.',
    }),
    isMine: t.exposeBoolean('isMine', { description: 'Whether whoever asks wrote it.' }),
    confirmationCount: t.exposeInt('confirmationCount', {
      nullable: true,
      description:
        'Organisations that see this too, an echo of the own one included, though it counts for nothing in the signal; null for others than author and reviewers.',
    }),
    reviews: t.expose('reviews', {
      type: [NoteReview],
      description: 'What was decided, oldest first; empty for others than author and reviewers.',
    }),
    screening: t.field({
      type: [NoteFinding],
      description:
        'What screening finds in the words as they stand, soft findings too; empty for others than author and reviewers.',
      resolve: (note) => screenNote(note),
    }),
    conflicts: t.expose('conflicts', {
      type: [NoteConflict],
      description: 'Own changes that wait for a choice; empty for others than the author.',
    }),
    whatHappened: t.expose('whatHappened', {
      type: [NoteFeedback],
      description:
        'What was done with the signal it stands behind, latest first; empty for others than the author and those who confirmed it.',
    }),
  }),
});
