import type {
  FollowUp as FollowUpView,
  Interpretation as InterpretationView,
} from '../server/follow-ups.ts';
import { builder } from './builder.ts';
import { FollowUpResult, Profession, PublicationLevel } from './codes.ts';

export const FollowUp = builder.objectRef<FollowUpView>('FollowUp').implement({
  description: 'What is done with a signal.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the follow-up.' }),
    action: t.exposeString('action', { description: 'What will be done.' }),
    owner: t.exposeString('owner', { description: 'Function or team that does it.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'Day by which it is due; null: none agreed.',
    }),
    result: t.expose('result', {
      type: FollowUpResult,
      nullable: true,
      description: 'How it ended; null while open.',
    }),
    publicSentence: t.exposeString('publicSentence', {
      nullable: true,
      description: 'What is done about it, for everyone; null while open.',
    }),
    fedBackAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the observers were told; null while open.',
      resolve: (followUp) => (followUp.fedBackAt ? new Date(followUp.fedBackAt) : null),
    }),
  }),
});

export const Interpretation = builder.objectRef<InterpretationView>('Interpretation').implement({
  description:
    'A joint explanation of a figure or an outcome, made in a dialogue (Dutch: duiding).',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the interpretation.' }),
    explanation: t.exposeString('explanation', {
      description: 'The explanation that was supported.',
    }),
    figureRef: t.exposeString('figureRef', {
      nullable: true,
      description: 'Figure it refers to, as `indicator:period`; null when it is about the outcome.',
    }),
    professions: t.expose('professions', {
      type: [Profession],
      description: 'Who took part, by profession only.',
    }),
    heldOn: t.expose('heldOn', { type: 'Date', description: 'Day of the dialogue.' }),
    publicationLevel: t.expose('publicationLevel', {
      type: PublicationLevel,
      description: 'Who may read it.',
    }),
  }),
});
