import { confirmFieldNote } from '../server/notes/confirm.ts';
import { logFieldNote } from '../server/notes/log.ts';
import {
  findFieldNote,
  type ListedNote,
  listFieldNotes,
  listReviewQueue,
} from '../server/notes/read.ts';
import { reviewFieldNote } from '../server/notes/review.ts';
import { reviseFieldNote } from '../server/notes/revise.ts';
import {
  type NoteConflict as NoteConflictView,
  type NoteReview as NoteReviewView,
  type ShownNote,
  textStates,
} from '../server/notes/show.ts';
import { discardDraft, submitFieldNote, withdrawFieldNote } from '../server/notes/withdraw.ts';
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
import { connectionOf, connectionTypes, type PageArgs, pageSize, readCursor } from './page.ts';

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
      description: 'On what occasion; null when not said.',
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
        'Profession of the writer; null where fewer than two organisations of that profession published in the gemeente, as it would tell who wrote.',
    }),
    regime: t.expose('regime', { type: Regime, description: 'Secrecy regime of the writer.' }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description: 'Key of the own organisation; null for everyone but the author.',
    }),
    isMine: t.exposeBoolean('isMine', { description: 'Whether whoever asks wrote it.' }),
    confirmationCount: t.exposeInt('confirmationCount', {
      nullable: true,
      description:
        'Other organisations that see this too; null for others than author and reviewers.',
    }),
    reviews: t.expose('reviews', {
      type: [NoteReview],
      description: 'What was decided, oldest first; empty for others than author and reviewers.',
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

const LogFieldNoteInput = builder.inputType('LogFieldNoteInput', {
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

const ReviseFieldNoteInput = builder.inputType('ReviseFieldNoteInput', {
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

const WithdrawFieldNoteInput = builder.inputType('WithdrawFieldNoteInput', {
  description: 'A field note to take back.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The note.' }),
  }),
});

const ConfirmFieldNoteInput = builder.inputType('ConfirmFieldNoteInput', {
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

const ReviewFieldNoteInput = builder.inputType('ReviewFieldNoteInput', {
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

const FieldNoteFilter = builder.inputType('FieldNoteFilter', {
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

const isNoteKey = (value: unknown): value is [sortKey: string, id: string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(String(value[0])) &&
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value[1]));

function notePage(args: PageArgs) {
  const after = readCursor(args, isNoteKey);
  return { first: pageSize(args), after: after ? { sortKey: after[0], id: after[1] } : undefined };
}

const noteConnection = ({ notes, hasMore }: { notes: readonly ListedNote[]; hasMore: boolean }) =>
  connectionOf(notes, hasMore, (note) => [note.sortKey, note.id]);

const [connectionType, edgeType] = connectionTypes('FieldNote');
const FieldNoteConnection = builder.connectionObject(
  { type: FieldNote, ...connectionType },
  edgeType,
);

builder.queryFields((t) => ({
  fieldNote: t.field({
    type: FieldNote,
    nullable: true,
    description: 'A field note; null when there is none or whoever asks may not see it.',
    authScopes: { public: true },
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The note.' }) },
    resolve: (_root, { id }, { db, actor, now }) => findFieldNote(db, actor, id, now),
  }),
  fieldNotes: t.connection(
    {
      type: FieldNote,
      description:
        'Field notes that whoever asks may see, newest first: own ones; for reviewers all of the gemeente but drafts; for its professionals the published ones; for everyone what is public.',
      authScopes: { public: true },
      args: { filter: t.arg({ type: FieldNoteFilter, description: 'Which notes.' }) },
      resolve: async (_root, args, { db, actor, now }) =>
        noteConnection(await listFieldNotes(db, actor, args.filter ?? {}, notePage(args), now)),
    },
    FieldNoteConnection,
  ),
  reviewQueue: t.withAuth({ role: 'REVIEWER' }).connection(
    {
      type: FieldNote,
      description:
        "Notes of the gemeente that wait for review, oldest first; not the reviewer's own.",
      args: {
        within: t.arg({
          type: 'PlaceCode',
          required: true,
          description: 'The own gemeente, or a wijk of it.',
        }),
      },
      resolve: async (_root, args, { db, actor, now }) =>
        noteConnection(await listReviewQueue(db, actor, args.within, notePage(args), now)),
    },
    FieldNoteConnection as never,
  ),
}));

builder.mutationFields((t) => ({
  logFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description:
      'Logs a field note. The same id again answers the same note and changes nothing. Texts with personal data are refused and not kept.',
    args: {
      input: t.arg({ type: LogFieldNoteInput, required: true, description: 'The note.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => logFieldNote(db, actor, input, now),
  }),
  reviseFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description:
      'Changes an own note. When another device changed it first, both versions are kept and CONFLICT says so. A changed published note goes back into review and is not shown until then.',
    args: {
      input: t.arg({ type: ReviseFieldNoteInput, required: true, description: 'The change.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => reviseFieldNote(db, actor, input, now),
  }),
  submitFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description: 'Hands in an own draft, or a returned note as it is.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The note.' }) },
    resolve: (_root, { id }, { db, actor, now }) => submitFieldNote(db, actor, id, now),
  }),
  discardDraft: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: 'UUID',
    description: 'Throws an own draft away and answers its id; also when it was gone already.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The draft.' }) },
    resolve: (_root, { id }, { db, actor, now }) => discardDraft(db, actor, id, now),
  }),
  withdrawFieldNote: t.withAuth({ signedIn: true }).field({
    scope: ['LOG_NOTES', 'REVIEW'],
    type: FieldNote,
    description:
      'Takes a note back: the author own notes, a reviewer published ones. It stops counting and its texts are erased.',
    args: {
      input: t.arg({ type: WithdrawFieldNoteInput, required: true, description: 'The note.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => withdrawFieldNote(db, actor, input, now),
  }),
  confirmFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description:
      'Confirms a published note for the own organisation, which must be another than that of the note; once, however often it is sent.',
    args: {
      input: t.arg({
        type: ConfirmFieldNoteInput,
        required: true,
        description: 'The confirmation.',
      }),
    },
    resolve: (_root, { input }, { db, actor, now }) => confirmFieldNote(db, actor, input, now),
  }),
  reviewFieldNote: t.withAuth({ role: 'REVIEWER' }).field({
    scope: ['REVIEW'],
    type: FieldNote,
    description:
      'Publishes, returns or rejects a note of the own gemeente, never an own one. Rejecting erases its texts at once.',
    args: {
      input: t.arg({ type: ReviewFieldNoteInput, required: true, description: 'The decision.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => reviewFieldNote(db, actor, input, now),
  }),
}));
