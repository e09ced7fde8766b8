// The schema builder: scopes, scalars, defaults. No types, and it imports nothing that imports it.
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { Actor } from '../server/access/actor.ts';
import type { Role } from '../server/codes/people.ts';
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
