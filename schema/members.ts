// Members of a gemeente, as its administrators keep them. By issuer and subject: names are not kept.
import {
  addMember,
  endMember,
  listMembers,
  listOwnMemberships,
  type Member,
} from '../server/access/members.ts';
import { builder } from './builder.ts';
import { MembershipSource, Profession, Role } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';

const day = (at: Date) => at.toISOString().slice(0, 10);

const MemberType = builder.objectRef<Member>('Member').implement({
  description: 'A person in a role of one gemeente. Nothing here leads to a field note.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the membership.' }),
    gemeenteCode: t.expose('gemeenteCode', {
      type: 'PlaceCode',
      description: 'Gemeente the role holds in.',
    }),
    issuer: t.exposeString('issuer', { description: 'Login service that vouches for the person.' }),
    subject: t.exposeString('subject', {
      description: "The login service's own, opaque name for the person.",
    }),
    role: t.expose('role', { type: Role, description: 'The role.' }),
    organisation: t.exposeString('organisationKey', {
      nullable: true,
      description: 'Key of the organisation; null for roles of the gemeente itself.',
    }),
    profession: t.expose('profession', {
      type: Profession,
      nullable: true,
      description: 'Profession; null for roles that log no notes.',
    }),
    source: t.expose('source', { type: MembershipSource, description: 'Where it comes from.' }),
    validFrom: t.field({
      type: 'Date',
      description: 'Since which day.',
      resolve: (member) => day(member.validFrom),
    }),
    endedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day on which it ended; null: it holds.',
      resolve: ({ validTo }) => validTo && day(validTo),
    }),
  }),
});

const OwnMembership = builder
  .objectRef<Omit<Member, 'issuer' | 'subject'>>('OwnMembership')
  .implement({
    description: 'A role that whoever is signed in may act in.',
    fields: (t) => ({
      id: t.expose('id', { type: 'UUID', description: 'For `switchMembership`.' }),
      gemeenteCode: t.expose('gemeenteCode', {
        type: 'PlaceCode',
        description: 'Gemeente the role holds in.',
      }),
      role: t.expose('role', { type: Role, description: 'The role.' }),
      organisation: t.exposeString('organisationKey', {
        nullable: true,
        description: 'Key of the organisation; null for roles of the gemeente itself.',
      }),
      profession: t.expose('profession', {
        type: Profession,
        nullable: true,
        description: 'Profession; null for roles that log no notes.',
      }),
    }),
  });

const AddMemberInput = builder.inputType('AddMemberInput', {
  description: 'Who gets which role. The gemeente is that of the administrator.',
  fields: (t) => ({
    issuer: t.string({ required: true, description: 'Address of the login service.' }),
    subject: t.string({
      required: true,
      description: "The login service's own name (`sub`) for the person.",
    }),
    role: t.field({ type: Role, required: true, description: 'The role.' }),
    organisation: t.string({
      description: 'Key of the organisation, such as wijkteam-noord; an observer has one.',
    }),
    profession: t.field({ type: Profession, description: 'Profession; an observer has one.' }),
  }),
});

const [connectionType, edgeType] = connectionTypes('Member');
const MemberConnection = builder.connectionObject(
  { type: MemberType, ...connectionType },
  edgeType,
);

builder.queryFields((t) => ({
  members: t.withAuth({ role: 'ADMIN' }).connection(
    {
      type: MemberType,
      scope: ['MANAGE'],
      description: 'Members of the own gemeente, in the order of their ids; for administrators.',
      args: {
        ended: t.arg.boolean({ description: 'Also the ones that ended; default: no.' }),
      },
      resolve: async (_root, args, { db, actor, now }) => {
        const page = { first: pageSize(args), after: readCursor(args, isText) };
        const { gemeenteCode } = actor;
        const list = await listMembers(db, gemeenteCode, page, args.ended ?? false, now);
        return connectionOf(list.members, list.hasMore, (member) => member.id);
      },
    },
    MemberConnection as never,
  ),
  myMemberships: t.withAuth({ signedIn: true }).field({
    type: [OwnMembership],
    description: 'Roles that whoever is signed in may act in; empty for demo tokens and keys.',
    resolve: (_root, _args, { db, actor, now }) => listOwnMemberships(db, actor, now),
  }),
}));

builder.mutationFields((t) => ({
  addMember: t.withAuth({ role: 'ADMIN' }).field({
    type: MemberType,
    scope: ['MANAGE'],
    description:
      'Gives a person a role in the own gemeente; the same again changes nothing. Nobody gives it to themselves.',
    args: { input: t.arg({ type: AddMemberInput, required: true, description: 'Who and what.' }) },
    resolve: (_root, { input }, { db, actor, now }) =>
      addMember(db, actor, { ...input, gemeenteCode: actor.gemeenteCode }, now),
  }),
  endMember: t.withAuth({ role: 'ADMIN' }).field({
    type: MemberType,
    scope: ['MANAGE'],
    description: 'Ends a membership of the own gemeente at once, with its sessions; never an own.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The membership.' }) },
    resolve: (_root, { id }, { db, actor, now }) => endMember(db, actor, id, now),
  }),
}));
