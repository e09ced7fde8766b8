// Asks everything the schema knows: every field of every type, without a list that somebody has to keep. A field whose
// required arguments have no sample stops the test, so that no new question goes unasked. Split so that every request
// stays within the limits of one request (server/limits/table.ts).
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface Question {
  /** Name of the query it asks. */
  readonly name: string;
  /** Whether it reads all wijken of a gemeente. */
  readonly isWide: boolean;
  readonly query: string;
}

/** Values for required arguments by name, as GraphQL literals. Several: the question is asked for each. */
export type Samples = Readonly<Record<string, readonly string[]>>;

/** Part of a selection, with the number of its fields. */
interface Part {
  readonly text: string;
  readonly fields: number;
}

const deepest = 9;
const mostFields = 400;
const mostAliases = 20;

/** All questions of the schema, for every combination of samples. */
export function everyQuestion(schema: GraphQLSchema, samples: Samples): Question[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.flatMap((field) => {
    const { name } = field;
    const parts = partsOf(field.type, samples, []);
    const asked = argumentsOf(field, samples).flatMap((args) =>
      parts.map((part) => ({
        text: `${name}${args} ${part.text}`,
        fields: part.fields + 1,
      })),
    );
    const isWide = field.args.some((arg) => arg.name === 'within');
    // What reads much is asked alone, as its price is more than its fields.
    const most = isWide || name === 'wijkProfile' ? 1 : mostAliases;
    return packed(asked, most).map((group) => ({
      ...{ name, isWide },
      query: `{ ${group.map(({ text }, at) => `${name}_${at}: ${text}`).join(' ')} }`,
    }));
  });
}

/** Every field of the type, down to its leaves, in parts that each fit one request; a type inside itself is left out. */
function partsOf(type: GraphQLOutputType, samples: Samples, path: readonly string[]): Part[] {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return [{ text: '', fields: 0 }];
  if (!isObjectType(named)) throw new Error(`${named.name} is no object type: teach this file.`);
  const within = [...path, named.name];
  const children = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isCompositeType(inner) && (within.includes(inner.name) || within.length >= deepest)) {
      return [];
    }
    const [args = ''] = argumentsOf(field, samples);
    return partsOf(field.type, samples, within).map(({ text, fields }) => ({
      text: `${field.name}${args} ${text}`,
      fields: fields + 1,
    }));
  });
  return packed(children, Number.POSITIVE_INFINITY).map((group) => ({
    text: `{ ${group.map(({ text }) => text).join(' ')} }`,
    fields: group.reduce((sum, part) => sum + part.fields, 0),
  }));
}

/** Neighbours together, as many as fit. */
function packed(parts: readonly Part[], most: number): Part[][] {
  const groups: Part[][] = [];
  let size = 0;
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && last.length < most && size + part.fields <= mostFields) {
      last.push(part);
      size += part.fields;
    } else {
      groups.push([part]);
      size = part.fields;
    }
  }
  return groups;
}

function argumentsOf(field: GraphQLField<unknown, unknown>, samples: Samples): string[] {
  const wanted = field.args.filter(
    (arg) => isRequiredArgument(arg) || `${field.name}.${arg.name}` in samples,
  );
  if (wanted.length === 0) return [''];
  const combined = wanted.reduce<string[]>(
    (so, arg) =>
      so.flatMap((text) =>
        samplesOf(field, arg, samples).map((value) => `${text} ${arg.name}: ${value}`),
      ),
    [''],
  );
  return combined.map((text) => `(${text.trim()})`);
}

function samplesOf(field: { readonly name: string }, arg: GraphQLArgument, samples: Samples) {
  const found = samples[`${field.name}.${arg.name}`] ?? samples[arg.name];
  if (!found) throw new Error(`No sample for the argument ${arg.name} of ${field.name}.`);
  return found;
}
