// Asks everything the schema knows: every field of every type, without a list that somebody has to keep. A field whose
// required arguments have no sample stops the test, so that no new question goes unasked.
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
  readonly name: string;
  readonly query: string;
}

/** Values for required arguments by name, as GraphQL literals. Several: the question is asked for each. */
export type Samples = Readonly<Record<string, readonly string[]>>;

const deepest = 9;

/** One question per query of the schema, once for every combination of samples. */
export function everyQuestion(schema: GraphQLSchema, samples: Samples): Question[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.map((field) => {
    const selection = selectionOf(field.type, samples, []);
    const asked = argumentsOf(field, samples).map(
      (args, at) => `${field.name}_${at}: ${field.name}${args} ${selection}`,
    );
    return { name: field.name, query: `{ ${asked.join(' ')} }` };
  });
}

/** Every field of the type, down to its leaves; a type inside itself is left out. */
function selectionOf(type: GraphQLOutputType, samples: Samples, path: readonly string[]): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) throw new Error(`${named.name} is no object type: teach this file.`);
  const within = [...path, named.name];
  const parts = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isCompositeType(inner) && (within.includes(inner.name) || within.length >= deepest)) {
      return [];
    }
    const [args = ''] = argumentsOf(field, samples);
    return [`${field.name}${args} ${selectionOf(field.type, samples, within)}`];
  });
  return `{ ${parts.join(' ')} }`;
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
