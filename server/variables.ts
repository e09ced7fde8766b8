// Says what is wrong with the variables of a request: all of it, by field, and without echoing the whole
// input, as graphql and graphql-jit do: it may hold the text of a field note.
import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { badInput, type DomainError, type FieldProblem } from './errors.ts';

/** The refusal of variables that do not fit their types. */
export function refusalOfVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): DomainError {
  const operation = getOperationAST(document, operationName);
  const problems = (operation?.variableDefinitions ?? []).flatMap((definition) =>
    problemsOf(schema, definition, variables[definition.variable.name.value]),
  );
  if (problems.length > 0) return badInput(problems);
  return badInput([{ field: 'variables', message: 'The variables do not fit the query.' }]);
}

function problemsOf(
  schema: GraphQLSchema,
  { variable, type: written, defaultValue }: VariableDefinitionNode,
  value: unknown,
): FieldProblem[] {
  const name = variable.name.value;
  const type = typeFromAST(schema, written as never);
  if (!isInputType(type)) return [{ field: name, message: `$${name} has no input type.` }];
  if (value === undefined) {
    const isMissing = isNonNullType(type) && !defaultValue;
    return isMissing ? [{ field: name, message: `The variable $${name} is missing.` }] : [];
  }
  const problems: FieldProblem[] = [];
  coerceInputValue(value, type, (path, _value, error: GraphQLError) => {
    const missing = /^Field "(\w+)" of required type "([^"]+)" was not provided\.$/.exec(
      error.message,
    );
    const field = [name, ...path, ...(missing?.[1] ? [missing[1]] : [])].join('.');
    const message = missing
      ? `${field} (${missing[2]}) is missing.`
      : `${field}: ${shorten(error)}`;
    problems.push({ field, message });
  });
  return problems;
}

/** What graphql says without the value it repeats: a text may have landed in the wrong field. */
const shorten = ({ message }: GraphQLError) => withoutValue(message);

/** A message of graphql about a wrong value, cut off before the value itself when that is not one short word. */
export function withoutValue(message: string): string {
  if (message.length <= 200 && !/[{[]|: .* .* /.test(message.replace(/write it like.*$/, '')))
    return message;
  return (
    /^[^:"]*cannot represent [^:]*value/.exec(message)?.[0] ?? 'the value does not fit its type.'
  );
}
