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

/** Messages name the wrong value; a text that landed in the wrong field is not repeated. */
const shorten = ({ message }: GraphQLError) =>
  message.length > 200 ? 'the value does not fit its type.' : message;
