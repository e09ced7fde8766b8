// The schema builder: scopes, scalars, defaults. No types, and it imports nothing that imports it.

import SchemaBuilder, {
  type FieldNullability,
  type InputFieldMap,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { MultiPolygon, Polygon } from 'geojson';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { Actor } from '../server/access/actor.ts';
import type { AccessScope, Role } from '../server/codes/people.ts';
import type { Context } from '../server/context.ts';
import { forbidden, unauthenticated } from '../server/errors.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: false;
  AuthScopes: {
    /** Everyone, signed in or not; what they see is decided by publication level and disclosure. */
    public: boolean;
    signedIn: boolean;
    role: Role;
    /** Any of these roles. */
    roles: readonly Role[];
  };
  AuthContexts: {
    signedIn: Context & { actor: Actor };
    role: Context & { actor: Actor };
    roles: Context & { actor: Actor };
  };
  Scalars: {
    Date: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    UUID: { Input: string; Output: string };
    PlaceCode: { Input: string; Output: string };
    WijkCode: { Input: string; Output: string };
    GeoJSON: { Input: never; Output: Polygon | MultiPolygon };
  };
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}>({
  plugins: [ScopeAuthPlugin, RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    clientMutationId: 'omit',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'Items of this page, in order.',
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    pageInfoTypeOptions: { description: 'Where a page begins and ends, and whether more follows.' },
    pageInfoFieldOptions: { description: 'Where this page begins and ends.' },
    hasNextPageFieldOptions: { description: 'Whether items follow after this page.' },
    hasPreviousPageFieldOptions: { description: 'Always false: pages go forward.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
    cursorFieldOptions: { description: 'Opaque position of this item, for `after`.' },
    firstArgOptions: { description: 'How many items at most, 1 to 100; default 25.' },
    afterArgOptions: { description: 'Cursor after which to go on.' },
    beforeArgOptions: { description: 'Not supported: page forward with `first` and `after`.' },
    lastArgOptions: { description: 'Not supported: page forward with `first` and `after`.' },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, context) =>
      context.actor
        ? forbidden(`The role ${context.actor.role} may not do this.`)
        : unauthenticated(),
    authScopes: (context) => ({
      public: true,
      signedIn: context.actor !== null,
      role: (role) => context.actor?.role === role,
      roles: (roles) => context.actor !== null && roles.includes(context.actor.role),
    }),
  },
});

builder.queryType({ description: 'Everything that can be read.' });
builder.mutationType({ description: 'Everything that can be changed.' });
builder.subscriptionType({ description: 'What is told as it happens.' });

declare global {
  namespace PothosSchemaTypes {
    // Names and order of the parameters are those of Pothos, or the interfaces would not merge.
    interface MutationFieldOptions<
      Types extends SchemaTypes,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveReturnShape,
    > {
      /** What a key or token must be allowed to do here: one of these is enough. */
      scope: readonly AccessScope[];
    }
    interface QueryFieldOptions<
      Types extends SchemaTypes,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveReturnShape,
    > {
      /** As for mutations; left out: READ. */
      scope?: readonly AccessScope[];
    }
  }
}

type RootField = GraphQLField<unknown, Context>;

/** Scopes of which one is needed for a root field, as the field declares them; undefined: it declares none. */
export function scopesOfField(field: RootField): readonly AccessScope[] | undefined {
  const options = field.extensions.pothosOptions as { scope?: readonly AccessScope[] } | undefined;
  return options?.scope;
}

/**
 * Holds every query, mutation and subscription against the scopes of the login, key or token that asks; a
 * mutation without scopes is a mistake that stops the start. The public has no scopes: what it sees is public.
 */
export function limitToScopes(schema: GraphQLSchema): GraphQLSchema {
  const limit = (field: RootField, needed: readonly AccessScope[]) => {
    const guard = <Result>(
      inner: (...args: Parameters<NonNullable<RootField['resolve']>>) => Result,
    ) =>
      ((root, args, context, info) => {
        const { actor } = context;
        if (actor && !needed.some((scope) => actor.scopes.includes(scope))) {
          throw forbidden(`${field.name} needs the scope ${needed.join(' or ')}.`);
        }
        return inner(root, args, context, info);
      }) as typeof inner;
    if (field.subscribe) field.subscribe = guard(field.subscribe);
    else if (field.resolve) field.resolve = guard(field.resolve);
  };
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const needed = scopesOfField(field);
    if (!needed || needed.length === 0) throw new Error(`${field.name} declares no scope.`);
    limit(field, needed);
  }
  for (const type of [schema.getQueryType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      limit(field, scopesOfField(field) ?? ['READ']);
    }
  }
  return schema;
}
