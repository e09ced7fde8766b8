// Every type and field of the schema as one page, from schema.graphql.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { escapeHtml, inlineHtml } from './markdown.ts';

/** Queries, mutations and subscriptions first, then all other types by name. */
export function referenceHtml(schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const rest = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .filter((type) => !roots.some((root) => root === type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const all = [...roots.flatMap((root) => root ?? []), ...rest];
  const index = all.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join('\n');
  return `<h1>Every type and field</h1>
<p><a href="/schema.graphql">schema.graphql</a> holds the same for programs.</p>
<details><summary>${all.length} types</summary><ul class="index">${index}</ul></details>
${all.map(typeHtml).join('\n')}`;
}

function typeHtml(type: GraphQLNamedType): string {
  return `<section id="${type.name}"><h2>${type.name} <small>${kindOf(type)}</small></h2>
${textHtml(type.description)}
${partsHtml(type)}</section>`;
}

function kindOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return 'enum';
  if (isInputObjectType(type)) return 'input';
  if (isInterfaceType(type)) return 'interface';
  return isScalarType(type) ? 'scalar' : 'type';
}

function partsHtml(type: GraphQLNamedType): string {
  if (isEnumType(type)) {
    const values = type.getValues();
    return listHtml(
      values.map((value) => `<dt><code>${value.name}</code></dt>${aboutHtml(value)}`),
    );
  }
  if (isObjectType(type) || isInterfaceType(type))
    return listHtml(Object.values(type.getFields()).map((field) => fieldHtml(type.name, field)));
  if (isInputObjectType(type))
    return listHtml(Object.values(type.getFields()).map((field) => inputHtml(type.name, field)));
  return '';
}

const listHtml = (items: readonly string[]) => `<dl>\n${items.join('\n')}\n</dl>`;

function fieldHtml(owner: string, field: GraphQLField<unknown, unknown>): string {
  const args = field.args.map(
    (arg: GraphQLArgument) => `<li>${signature(arg)} ${inlineHtml(arg.description ?? '')}</li>`,
  );
  const list = args.length > 0 ? `<dd><ul>${args.join('')}</ul></dd>` : '';
  return `<dt id="${owner}.${field.name}">${signature(field)}</dt>${aboutHtml(field)}${list}`;
}

const inputHtml = (owner: string, field: GraphQLInputField) =>
  `<dt id="${owner}.${field.name}">${signature(field)}</dt>${aboutHtml(field)}`;

const signature = ({ name, type }: { readonly name: string; readonly type: GraphQLType }) =>
  `<code>${name}: ${typeLink(type)}</code>`;

function typeLink(type: GraphQLType): string {
  const { name } = getNamedType(type);
  const link = ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name)
    ? name
    : `<a href="#${name}">${name}</a>`;
  return escapeHtml(String(type)).replace(name, link);
}

interface Described {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

function aboutHtml({ description, deprecationReason }: Described): string {
  const old = deprecationReason
    ? `<dd><strong>Deprecated</strong> ${inlineHtml(deprecationReason)}</dd>`
    : '';
  return `<dd>${inlineHtml((description ?? '').replace(/\n/g, ' '))}</dd>${old}`;
}

const textHtml = (text: string | null | undefined) =>
  text ? `<p>${inlineHtml(text.replace(/\n/g, ' '))}</p>` : '';
