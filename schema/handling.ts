// How the handling of a signal is changed: assigned, followed up, closed with feedback, explained, documented.

import { circleRoles, handlingRoles } from '../server/access/policy.ts';
import { assignSignal } from '../server/follow-ups/assign.ts';
import { closeFollowUp } from '../server/follow-ups/close.ts';
import { addKnownDocument } from '../server/follow-ups/documents.ts';
import {
  listSignalSteps,
  type SignalStep as SignalStepView,
} from '../server/follow-ups/history.ts';
import { addInterpretation } from '../server/follow-ups/interpretations.ts';
import { recordFollowUp } from '../server/follow-ups/record.ts';
import { builder } from './builder.ts';
import {
  ConcordanceOutcome,
  FollowUpResult,
  Profession,
  PublicationLevel,
  SignalStage,
  ThemeCode,
} from './codes.ts';
import { FollowUp, Interpretation, KnownDocument } from './follow-ups.ts';
import { Signal } from './signals.ts';

const AssignSignalInput = builder.inputType('AssignSignalInput', {
  description: 'Phase, owner and due date of a signal, on the version that was read.',
  fields: (t) => ({
    placeCode: t.field({ type: 'PlaceCode', required: true, description: 'Wijk of the signal.' }),
    theme: t.field({ type: ThemeCode, required: true, description: 'Theme of the signal.' }),
    stage: t.field({
      type: SignalStage,
      required: true,
      description:
        'Phase from now on: a later one, DROPPED, or SCREENING to take up again what was dropped or fed back. FED_BACK comes from closeFollowUp only.',
    }),
    owner: t.string({
      description:
        'Function or team that owns it, never a person; left out: stays, null: nobody. At most 100 characters.',
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'Day by which the next step is due; left out: stays, null: none agreed.',
    }),
    reason: t.string({
      description: 'Why it is dropped or taken up again; required then. At most 300 characters.',
    }),
    version: t.int({
      required: true,
      description: 'Version that was read (Signal.version); 0 while nobody touched the signal.',
    }),
  }),
});

const RecordFollowUpInput = builder.inputType('RecordFollowUpInput', {
  description: 'What will be done with a signal.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: the same id is the same follow-up.',
    }),
    placeCode: t.field({ type: 'PlaceCode', required: true, description: 'Wijk of the signal.' }),
    theme: t.field({ type: ThemeCode, required: true, description: 'Theme of the signal.' }),
    action: t.string({
      required: true,
      description: 'What will be done, for everyone to read; at most 300 characters.',
    }),
    owner: t.string({
      required: true,
      description: 'Function or team that does it, never a person; at most 100 characters.',
    }),
    dueOn: t.field({ type: 'Date', description: 'Day by which it is due; default: none agreed.' }),
  }),
});

const CloseFollowUpInput = builder.inputType('CloseFollowUpInput', {
  description:
    'How a follow-up ended: nothing closes without word to its observers and to everyone.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The follow-up.' }),
    result: t.field({ type: FollowUpResult, required: true, description: 'How it ended.' }),
    feedback: t.string({
      required: true,
      description:
        'What every observer behind the signal is told; at most 600 characters, never about a person.',
    }),
    publicSentence: t.string({
      required: true,
      description:
        '"Wat doen we ermee", or an honest "nog geen actie", for everyone; at most 300 characters.',
    }),
  }),
});

const AddInterpretationInput = builder.inputType('AddInterpretationInput', {
  description: 'A joint explanation from a dialogue (Dutch: duiding).',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: the same id is the same interpretation.',
    }),
    placeCode: t.field({ type: 'PlaceCode', required: true, description: 'Wijk it is about.' }),
    theme: t.field({ type: ThemeCode, required: true, description: 'Theme it is about.' }),
    explanation: t.string({
      required: true,
      description: 'The explanation that was supported; at most 600 characters.',
    }),
    figureRef: t.string({
      description: 'Figure it refers to, as `indicator:period`; it must be published.',
    }),
    outcome: t.field({
      type: ConcordanceOutcome,
      description:
        'Outcome it explains: closes its interpretation question. Left out: of whatever outcome.',
    }),
    professions: t.field({
      type: [Profession],
      required: true,
      description: 'Who took part, by profession only; at least one.',
    }),
    heldOn: t.field({
      type: 'Date',
      required: true,
      description: 'Day of the dialogue; at most 5 years ago.',
    }),
    publicationLevel: t.field({
      type: PublicationLevel,
      required: true,
      description: 'Who may read it.',
    }),
  }),
});

const AddKnownDocumentInput = builder.inputType('AddKnownDocumentInput', {
  description: 'A document that says what is known already.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: the same id is the same document.',
    }),
    placeCode: t.field({
      type: 'PlaceCode',
      required: true,
      description: 'Wijk, or the gemeente for all its wijken.',
    }),
    theme: t.field({ type: ThemeCode, description: 'Theme it is about; default: all themes.' }),
    title: t.string({
      required: true,
      description: 'Title as printed on it; at most 200 characters.',
    }),
    address: t.string({
      required: true,
      description: 'Web address that begins with https://; at most 500 characters.',
    }),
    publishedOn: t.field({ type: 'Date', required: true, description: 'Day of publication.' }),
  }),
});

const SignalStep = builder.objectRef<SignalStepView>('SignalStep').implement({
  description: 'One step in the handling of a signal; who took it stands in the audit log.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version that the step made.' }),
    stage: t.expose('stage', { type: SignalStage, description: 'Phase from then on.' }),
    owner: t.exposeString('owner', { nullable: true, description: 'Owner from then on.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'Due date from then on; null: none agreed.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was dropped or taken up again; null for every other step.',
    }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When.' }),
  }),
});

builder.queryField('signalHistory', (t) =>
  t.withAuth({ roles: circleRoles }).field({
    type: [SignalStep],
    description:
      'Steps in the handling of a signal, oldest first; for professionals of the gemeente.',
    args: {
      placeCode: t.arg({ type: 'WijkCode', required: true, description: 'Wijk of the signal.' }),
      theme: t.arg({ type: ThemeCode, required: true, description: 'Theme of the signal.' }),
    },
    resolve: (_root, args, { readDb, actor }) => listSignalSteps(readDb, actor, args),
  }),
);

builder.mutationFields((t) => ({
  assignSignal: t.withAuth({ roles: handlingRoles }).field({
    scope: ['FOLLOW_UP'],
    type: Signal,
    description:
      'Gives a signal of the own gemeente its phase, owner and due date. A version that changed since is a CONFLICT that names the current one.',
    args: {
      input: t.arg({ type: AssignSignalInput, required: true, description: 'The assignment.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => assignSignal(db, actor, input, now),
  }),
  recordFollowUp: t.withAuth({ roles: handlingRoles }).field({
    scope: ['FOLLOW_UP'],
    type: FollowUp,
    description: 'Records what will be done with a signal; once, however often it is sent.',
    args: {
      input: t.arg({ type: RecordFollowUpInput, required: true, description: 'The follow-up.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => recordFollowUp(db, actor, input, now),
  }),
  closeFollowUp: t.withAuth({ roles: handlingRoles }).field({
    scope: ['FOLLOW_UP'],
    type: FollowUp,
    description:
      'Closes a follow-up: tells every observer behind the signal, publishes the sentence, and moves the signal to FED_BACK.',
    args: {
      input: t.arg({ type: CloseFollowUpInput, required: true, description: 'The closing.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => closeFollowUp(db, actor, input, now),
  }),
  addInterpretation: t.withAuth({ roles: handlingRoles }).field({
    scope: ['FOLLOW_UP'],
    type: Interpretation,
    description: 'Records a joint explanation; once, however often it is sent.',
    args: {
      input: t.arg({
        type: AddInterpretationInput,
        required: true,
        description: 'The interpretation.',
      }),
    },
    resolve: (_root, { input }, { db, actor, now }) => addInterpretation(db, actor, input, now),
  }),
  addKnownDocument: t.withAuth({ roles: handlingRoles }).field({
    scope: ['FOLLOW_UP'],
    type: KnownDocument,
    description: 'Records a document about a wijk or the gemeente; once, however often it is sent.',
    args: {
      input: t.arg({ type: AddKnownDocumentInput, required: true, description: 'The document.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => addKnownDocument(db, actor, input, now),
  }),
}));
