// The table of operations (server/access/operations.ts) against the schema: none missing on either side, and each
// field refuses exactly the roles that the table leaves out, asked without arguments and without a database.
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { scopesOfField } from '../schema/builder.ts';
import { schema } from '../schema/index.ts';
import { type Operation, operations } from '../server/access/operations.ts';
import { codesOf } from '../server/codes/code-list.ts';
import { accessScopes, type Role, roles } from '../server/codes/people.ts';
import type { Context } from '../server/context.ts';
import { DomainError } from '../server/errors.ts';

type Kind = keyof typeof operations;
type RootField = GraphQLField<unknown, Context>;

const kinds = codesOf(operations as never) as unknown as Kind[];
const rootOf = (kind: Kind) => schema.getType(kind) as GraphQLObjectType<unknown, Context>;
const fields = kinds.flatMap((kind) =>
  Object.values(rootOf(kind).getFields()).map((field) => ({ kind, field })),
);
const entry = (kind: Kind, name: string): Operation => {
  const found = operations[kind][name];
  if (!found) throw new Error(`server/access/operations.ts does not say who may ask ${name}.`);
  return found;
};

/** Whether the field lets somebody in this role past its own door; what comes behind it is not asked here. */
async function opensFor(kind: Kind, field: RootField, role: Role | null): Promise<boolean> {
  const actor = role && { role, gemeenteCode: 'GM9001', scopes: codesOf(accessScopes) };
  const info = { path: { key: field.name, prev: undefined }, parentType: rootOf(kind) };
  try {
    await (field.subscribe ?? field.resolve)?.({}, {}, { actor } as Context, info as never);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) return true;
    const isClosed =
      error.code === 'UNAUTHENTICATED' ||
      (error.code === 'FORBIDDEN' && error.message === `The role ${role} may not do this.`);
    return !isClosed;
  }
}

test('the table has every operation of the schema and no other', () => {
  for (const kind of kinds) {
    expect(Object.keys(operations[kind]).sort()).toEqual(
      Object.keys(rootOf(kind).getFields()).sort(),
    );
  }
  expect(fields.length).toBeGreaterThan(70);
});

test('each operation needs the scopes of the table', () => {
  const declared = fields.map(({ field }) => [field.name, scopesOfField(field) ?? ['READ']]);
  expect(declared).toEqual(
    fields.map(({ kind, field }) => [field.name, entry(kind, field.name).scopes]),
  );
});

test('each operation opens for the roles of the table and for nobody else', async () => {
  const all = codesOf(roles);
  for (const { kind, field } of fields) {
    const { who } = entry(kind, field.name);
    const expected = [...all, null].filter(
      (role) =>
        who === 'EVERYONE' || (role !== null && (who === 'SIGNED_IN' || who.includes(role))),
    );
    const open = [];
    for (const role of [...all, null]) if (await opensFor(kind, field, role)) open.push(role);
    expect([field.name, open]).toEqual([field.name, expected]);
  }
});
