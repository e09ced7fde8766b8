// Who may ask which operation, as one table (S9, chapters 15 and 16): every field of query, mutation and subscription.
// tests/operations.test.ts holds the schema against it, both ways, and tries each field as every role. Which rows an
// operation then reaches stands in policy.ts, what it may show of them in privacy/ and notes/show.ts.
import { codesOf } from '../codes/code-list.ts';
import { type AccessScope, accessScopes, type Role } from '../codes/people.ts';

export interface Operation {
  /** EVERYONE, signed in or not; SIGNED_IN in whatever role; or these roles. */
  readonly who: 'EVERYONE' | 'SIGNED_IN' | readonly Role[];
  /** What a login, key or token must be allowed to do: one of these is enough. */
  readonly scopes: readonly AccessScope[];
  /** What of it they reach. */
  readonly reach: string;
}

const PUBLISHED = 'published, after disclosure control';
const CATALOGUE = 'the same for everyone';
const OWN = 'their own only';
const GEMEENTE = 'of their own gemeente';

/** Professionals who react, and residents. */
const reacting: readonly Role[] = ['RESIDENT', 'OBSERVER', 'REVIEWER', 'ANALYST', 'POLICY'];
const circle: readonly Role[] = ['OBSERVER', 'REVIEWER', 'ANALYST', 'POLICY'];
const steering: readonly Role[] = ['REVIEWER', 'ANALYST', 'POLICY'];
const handling: readonly Role[] = ['REVIEWER', 'POLICY'];
const keeping: readonly Role[] = ['AUDITOR', 'ADMIN'];
const hooking: readonly Role[] = ['ADMIN', 'REVIEWER'];

const everyone = (reach: string) => read('EVERYONE', reach);
const read = (who: Operation['who'], reach: string): Operation => ({
  who,
  scopes: ['READ'],
  reach,
});
const operation = (
  who: Operation['who'],
  scopes: readonly AccessScope[],
  reach: string,
): Operation => ({ who, scopes, reach });

export const operations: Readonly<
  Record<'Query' | 'Mutation' | 'Subscription', Readonly<Record<string, Operation>>>
> = {
  Query: {
    algorithmRegister: everyone(CATALOGUE),
    catalogue: everyone(CATALOGUE),
    indicatorMap: everyone(CATALOGUE),
    indicatorPeriods: everyone(CATALOGUE),
    indicatorTrend: everyone(CATALOGUE),
    indicators: everyone(CATALOGUE),
    place: everyone(CATALOGUE),
    placeShapes: everyone(CATALOGUE),
    places: everyone(CATALOGUE),
    processingActivities: everyone(CATALOGUE),
    sources: everyone(CATALOGUE),
    themes: everyone(CATALOGUE),
    screenText: everyone('the text they send, which is kept nowhere'),
    me: everyone(OWN),

    blindSpots: everyone(PUBLISHED),
    concordanceGrid: everyone(PUBLISHED),
    contact: everyone(CATALOGUE),
    disclosureThresholds: everyone(CATALOGUE),
    followUpStatistics: everyone(PUBLISHED),
    interpretationQuestions: everyone(PUBLISHED),
    signalChanges: everyone(PUBLISHED),
    signals: everyone(PUBLISHED),
    wijkProfile: everyone(PUBLISHED),
    noteGroups: read('SIGNED_IN', PUBLISHED),
    snapshot: everyone('the public view of a day'),
    verifySnapshot: everyone('the public view of a day'),
    search: everyone('what they may read elsewhere, and nothing of the rest in counts or order'),
    fieldNote: everyone('own notes, and published ones by role and publication level'),
    fieldNotes: everyone('own notes, and published ones by role and publication level'),

    myKeys: read('SIGNED_IN', OWN),
    myMemberships: read('SIGNED_IN', OWN),
    mySessions: read('SIGNED_IN', OWN),
    erasedNotes: read('SIGNED_IN', OWN),
    myFeedback: read(['OBSERVER'], OWN),
    myReactions: read(reacting, OWN),

    signalHistory: read(circle, GEMEENTE),
    sensitiveFigures: read(steering, 'of their own gemeente, with a purpose, logged'),
    earlyWarnings: read(steering, GEMEENTE),
    digest: read(steering, GEMEENTE),
    reviewQueue: read(['REVIEWER'], GEMEENTE),
    reactionQueue: read(['REVIEWER'], GEMEENTE),

    auditLines: read(['AUDITOR'], 'of their own gemeente, under pseudonyms'),
    disclosureThresholdChanges: read(keeping, GEMEENTE),
    retentionCertificates: read(keeping, GEMEENTE),
    retentionRules: read(keeping, GEMEENTE),
    apiKeys: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    contacts: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    look: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    disclosureThresholdPreview: operation(
      ['ADMIN'],
      ['MANAGE'],
      'counts of what is shown in their gemeente',
    ),
    members: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    editions: operation(['ADMIN'], ['MANAGE'], 'imports of their gemeente and of the country'),
    runningImports: operation(['ADMIN'], ['MANAGE'], 'imports that run on the server'),
    quarantine: operation(['ADMIN'], ['MANAGE'], 'imports of their gemeente and of the country'),
    webhooks: operation(
      hooking,
      ['MANAGE', 'REVIEW'],
      'an administrator of the gemeente, else own',
    ),
    webhookDeliveries: operation(
      hooking,
      ['MANAGE', 'REVIEW'],
      'an administrator of the gemeente, else own',
    ),
  },
  Mutation: {
    logFieldNote: operation(['OBSERVER'], ['LOG_NOTES'], OWN),
    logFieldNotes: operation(['OBSERVER'], ['LOG_NOTES'], OWN),
    reviseFieldNote: operation(['OBSERVER'], ['LOG_NOTES'], OWN),
    submitFieldNote: operation(['OBSERVER'], ['LOG_NOTES'], OWN),
    discardDraft: operation(['OBSERVER'], ['LOG_NOTES'], OWN),
    confirmFieldNote: operation(['OBSERVER'], ['LOG_NOTES'], 'published notes of others'),
    withdrawFieldNote: operation(
      ['OBSERVER', 'REVIEWER'],
      ['LOG_NOTES', 'REVIEW'],
      'the author of an own note; a reviewer of a published one of the gemeente',
    ),
    reviewFieldNote: operation(['REVIEWER'], ['REVIEW'], 'of their own gemeente, never an own one'),

    addReaction: operation(reacting, ['REACT'], 'on what is published'),
    withdrawReaction: operation(
      reacting,
      ['REACT', 'REVIEW'],
      'own ones; a reviewer those of the gemeente',
    ),
    reviewReaction: operation(['REVIEWER'], ['REVIEW'], 'of their own gemeente, never an own one'),

    assignSignal: operation(handling, ['FOLLOW_UP'], GEMEENTE),
    recordFollowUp: operation(handling, ['FOLLOW_UP'], GEMEENTE),
    closeFollowUp: operation(handling, ['FOLLOW_UP'], GEMEENTE),
    addInterpretation: operation(handling, ['FOLLOW_UP'], GEMEENTE),
    addKnownDocument: operation(handling, ['FOLLOW_UP'], GEMEENTE),
    makeSnapshot: operation(steering, ['FOLLOW_UP'], 'the public view of a wijk of their gemeente'),

    addMember: operation(['ADMIN'], ['MANAGE'], 'of their own gemeente, never the own rights'),
    endMember: operation(['ADMIN'], ['MANAGE'], 'of their own gemeente, never the own rights'),
    chooseLook: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    setContact: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    removeContact: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    setDisclosureThreshold: operation(
      ['ADMIN'],
      ['MANAGE'],
      'of their own gemeente, stricter only',
    ),
    undoDisclosureThreshold: operation(
      ['ADMIN'],
      ['MANAGE'],
      'of their own gemeente, stricter only',
    ),
    createApiKey: operation(['ADMIN'], ['MANAGE'], 'keys that read no more than they do'),
    revokeApiKey: operation(['ADMIN'], ['MANAGE'], GEMEENTE),
    addWebhook: operation(hooking, ['MANAGE', 'REVIEW'], OWN),
    removeWebhook: operation(hooking, ['MANAGE', 'REVIEW'], GEMEENTE),
    resumeWebhook: operation(hooking, ['MANAGE', 'REVIEW'], GEMEENTE),
    replayWebhookDelivery: operation(hooking, ['MANAGE', 'REVIEW'], GEMEENTE),

    createOwnKey: operation('SIGNED_IN', ['READ'], 'keys that do nothing beyond their own role'),
    withdrawOwnKey: operation('SIGNED_IN', ['READ'], OWN),
    switchMembership: operation('SIGNED_IN', ['READ'], OWN),
    endSession: operation('SIGNED_IN', ['READ'], OWN),
    signOutEverywhere: operation('SIGNED_IN', ['READ'], OWN),
  },
  Subscription: {
    publicationChanged: everyone(CATALOGUE),
    signalChanged: everyone(PUBLISHED),
    reviewQueueChanged: read(['REVIEWER'], GEMEENTE),
  },
};

/** What a login or key can be used for in a role at all; where either of two scopes is enough, neither is told by it. */
export function scopesOfRole(role: Role): AccessScope[] {
  const useful = Object.values(operations)
    .flatMap((kind) => Object.values(kind))
    .filter(({ who }) => typeof who === 'string' || who.includes(role))
    .flatMap(({ scopes }) => (scopes.length === 1 ? scopes : []));
  return codesOf(accessScopes).filter((scope) => useful.includes(scope));
}
