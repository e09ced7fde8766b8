import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  assertValidSchema,
  type GraphQLNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { scopesOfField } from '../schema/builder.ts';
import { schema } from '../schema/index.ts';
import { codesOf } from '../server/codes/code-list.ts';
import { accessScopes } from '../server/codes/people.ts';
import type { Context } from '../server/context.ts';

const own = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const builtIn = ['String', 'Int', 'Float', 'Boolean', 'ID'];

function undescribed(type: GraphQLNamedType): string[] {
  const found = type.description || builtIn.includes(type.name) ? [] : [type.name];
  if (isEnumType(type)) {
    return [
      ...found,
      ...type
        .getValues()
        .filter((v) => !v.description)
        .map((v) => `${type.name}.${v.name}`),
    ];
  }
  if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) return found;
  for (const field of Object.values(type.getFields())) {
    if (!field.description) found.push(`${type.name}.${field.name}`);
    const args = 'args' in field ? field.args : [];
    found.push(
      ...args
        .filter((a: { description?: string | null }) => !a.description)
        .map((a: { name: string }) => `${type.name}.${field.name}(${a.name})`),
    );
  }
  return found;
}

test('the schema is valid', () => {
  expect(() => assertValidSchema(schema)).not.toThrow();
  expect(own.length).toBeGreaterThan(40);
});

test('every type, field, argument and enum value is described', () => {
  expect(own.flatMap(undescribed)).toEqual([]);
});

test('every field of query and mutation says who may use it', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
  const open = fields.filter((field) => {
    const options = field.extensions.pothosOptions as { authScopes?: unknown } | undefined;
    return !options?.authScopes;
  });
  expect(fields.length).toBeGreaterThan(5);
  expect(open.map((field) => field.name)).toEqual([]);
});

test('every mutation says which scope of a key it needs, and every scope is of use', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const needed = fields.map((field) => scopesOfField(field) ?? []);
  expect(fields.filter((_field, at) => needed[at]?.length === 0).map((f) => f.name)).toEqual([]);
  expect(new Set(['READ', ...needed.flat()])).toEqual(new Set(codesOf(accessScopes)));
});

test('no root field answers a login, key or token without its scope', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
  const context = { actor: { role: 'OBSERVER', scopes: [] } } as unknown as Context;
  const open = fields.filter((field) => {
    const run = field.subscribe ?? field.resolve;
    try {
      run?.({}, {}, context, {} as never);
      return true;
    } catch (error) {
      return !(error as Error).message.includes(`${field.name} needs the scope`);
    }
  });
  expect(fields.length).toBeGreaterThan(30);
  expect(open.map((field) => field.name)).toEqual([]);
});

/** Lists at the top that the world bounds: codes, one gemeente's wijken, one person's rights. */
const bounded = new Set([
  ...[
    'algorithmRegister',
    'catalogue',
    'concordanceGrid',
    'contacts',
    'disclosureThresholds',
    'erasedNotes',
    'indicatorMap',
    'indicatorPeriods',
    'placeShapes',
    'runningImports',
    'myMemberships',
  ],
  ...['mySessions', 'processingActivities', 'retentionRules', 'sensitiveFigures', 'signalChanges'],
  ...['signalHistory', 'sources', 'themes'],
]);

test('every list that grows is a connection', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lists = fields.filter(({ type }) => isListType(getNullableType(type)));
  expect(lists.map(({ name }) => name).filter((name) => !bounded.has(name))).toEqual([]);
  const pages = fields.filter(({ type }) => String(type).includes('Connection'));
  expect(pages.length).toBeGreaterThan(10);
  for (const { name, type, args } of pages) {
    expect(String(type), name).toMatch(/Connection!$/);
    expect(
      args.map((one) => one.name),
      name,
    ).toEqual(expect.arrayContaining(['first', 'after']));
  }
});

test('what is deprecated says until which day and what takes its place', () => {
  const wrong = own.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
          .filter(({ deprecationReason }) => deprecationReason)
          .filter(
            ({ deprecationReason }) => !/^until \d{4}-\d\d-\d\d: ./.test(deprecationReason ?? ''),
          )
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  expect(wrong).toEqual([]);
});

test('mutations never answer null, so that a failure cannot look like success', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(fields.filter((f) => !String(f.type).endsWith('!')).map((f) => f.name)).toEqual([]);
});

test('schema.graphql is what the code prints', () => {
  const committed = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('every example operation is valid', () => {
  const folder = fileURLToPath(new URL('../client/operations', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const name of files) {
    const problems = validate(schema, parse(readFileSync(`${folder}/${name}`, 'utf8')));
    expect(problems.map((problem) => `${name}: ${problem.message}`)).toEqual([]);
  }
});
