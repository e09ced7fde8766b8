// Own sessions: where one is signed in, signing out everywhere, acting in another of one's roles.
import {
  endOwnSession,
  listSessions,
  type SessionView,
  signOutEverywhere,
  switchMembership,
} from '../server/access/sessions.ts';
import { ActorType } from './actors.ts';
import { builder } from './builder.ts';
import { Role } from './codes.ts';

const Session = builder.objectRef<SessionView>('Session').implement({
  description: 'A browser in which whoever asks is signed in.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Label of the session, for `endSession`.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'Signed in at.' }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      description: 'Last request, to the minute.',
    }),
    gemeenteCode: t.expose('gemeenteCode', {
      type: 'PlaceCode',
      description: 'Gemeente in which it acts.',
    }),
    role: t.expose('role', { type: Role, description: 'Role in which it acts.' }),
    isCurrent: t.exposeBoolean('isCurrent', { description: 'Whether it is the one that asks.' }),
  }),
});

builder.queryField('mySessions', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: [Session],
    description: 'Browsers in which whoever asks is signed in, newest first.',
    resolve: (_root, _args, { db, actor, now, sessionLimits }) =>
      sessionLimits ? listSessions(db, actor, sessionLimits, now) : [],
  }),
);

builder.mutationFields((t) => ({
  endSession: t.withAuth({ signedIn: true }).field({
    type: 'String',
    scope: ['READ'],
    description: 'Ends one own session, in another browser or this one, and answers its label.',
    args: {
      id: t.arg.string({ required: true, description: 'The session, as `mySessions` names it.' }),
    },
    resolve: (_root, { id }, { db, actor, now }) => endOwnSession(db, actor, id, now),
  }),
  signOutEverywhere: t.withAuth({ signedIn: true }).field({
    type: 'Int',
    scope: ['READ'],
    description: 'Ends all own sessions, this one too, and answers how many there were.',
    resolve: (_root, _args, { db, actor, now }) => signOutEverywhere(db, actor, now),
  }),
  switchMembership: t.withAuth({ signedIn: true }).field({
    type: ActorType,
    scope: ['READ'],
    description: 'Lets this session act in another role of the same person (`myMemberships`).',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The membership.' }) },
    resolve: (_root, { id }, { db, actor, now }) => switchMembership(db, actor, id, now),
  }),
}));
