// What the claims of a login mean here: gemeente, role, organisation, profession. Which claim says what is
// configuration (OIDC_CLAIMS), because every gemeente's login service names them otherwise. Pure.
import * as z from 'zod';
import { codesOf, isCode } from '../codes/code-list.ts';
import {
  type AccessScope,
  accessScopes,
  type Profession,
  professions,
  type Role,
  roles,
} from '../codes/people.ts';
import { type DomainError, forbidden } from '../errors.ts';

/** A part of a membership: always the same, or read from a claim whose values may be translated. */
const source = z.union([
  z.strictObject({ value: z.string().min(1) }),
  z.strictObject({
    claim: z.string().min(1),
    values: z.record(z.string(), z.string().min(1)).optional(),
  }),
]);
const part = z.strictObject({
  gemeente: z.string().optional(),
  role: z.string().optional(),
  organisation: z.string().optional(),
  profession: z.string().optional(),
});
const mapping = z
  .strictObject({
    gemeente: source.optional(),
    role: source.optional(),
    organisation: source.optional(),
    profession: source.optional(),
    scopes: z
      .strictObject({
        claim: z.string().min(1),
        values: z.record(z.string(), z.enum(codesOf(accessScopes))),
      })
      .optional(),
    /** A claim with groups, of which each known one is a whole membership; what it leaves out comes from above. */
    groups: z
      .strictObject({ claim: z.string().min(1), values: z.record(z.string(), part) })
      .optional(),
  })
  .refine((one) => one.groups !== undefined || (one.gemeente && one.role), {
    message: 'needs gemeente and role, or groups',
  });

export type ClaimMapping = z.infer<typeof mapping>;
type Source = z.infer<typeof source>;
type Claims = Readonly<Record<string, unknown>>;

/** What a membership says, whoever says it. */
export interface Grant {
  readonly gemeenteCode: string;
  readonly role: Role;
  readonly organisationKey: string | null;
  readonly profession: Profession | null;
}

/** Reads the setting; throws an Error that says what is wrong where. */
export function readMapping(json: string): ClaimMapping {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error('is neither a file nor JSON');
  }
  const result = mapping.safeParse(value);
  if (result.success) return result.data;
  throw new Error(
    result.error.issues.map((one) => `${one.path.join('.') || 'it'}: ${one.message}`).join('; '),
  );
}

export interface Grants {
  /** Every membership that the claims give, each once. */
  readonly grants: readonly Grant[];
  /** Why there is none, or why one was left out; names the claim. */
  readonly refusal: DomainError | undefined;
}

/** The memberships that a login's claims give; what is missing or unknown is a refusal, never a guess. */
export function grantsOf(mapping: ClaimMapping, claims: Claims): Grants {
  const grants: Grant[] = [];
  let refusal: DomainError | undefined;
  const attempt = (read: () => Grant | undefined) => {
    try {
      const grant = read();
      const isNew = grant && !grants.some((one) => sameGrant(one, grant));
      if (isNew) grants.push(grant);
    } catch (error) {
      refusal ??= error as DomainError;
    }
  };
  if (mapping.groups) {
    const { claim, values } = mapping.groups;
    const known = valuesOf(claims, claim).filter((one) => Object.hasOwn(values, one));
    for (const one of known) attempt(() => grantFrom(mapping, claims, values[one] ?? {}));
    if (known.length === 0) refusal = refusalOf(claims, claim, 'group of Wijkbeeld');
  } else {
    const named = mapping.role && 'claim' in mapping.role ? mapping.role : undefined;
    // A role claim also lists roles of other applications: those are passed over, but one must be ours.
    const ours = named ? readAll(named, claims).filter((one) => isCode(roles, one)) : [undefined];
    for (const role of ours) attempt(() => grantFrom(mapping, claims, role ? { role } : {}));
    if (named && ours.length === 0) refusal = refusalOf(claims, named.claim, 'role');
  }
  return { grants, refusal };
}

export const sameGrant = (a: Grant, b: Grant) =>
  a.gemeenteCode === b.gemeenteCode &&
  a.role === b.role &&
  a.organisationKey === b.organisationKey &&
  a.profession === b.profession;

function grantFrom(mapping: ClaimMapping, claims: Claims, fixed: z.infer<typeof part>): Grant {
  const get = (name: keyof typeof fixed, isKnown: (text: string) => boolean, what: string) => {
    const from: Source | undefined = fixed[name] ? { value: fixed[name] } : mapping[name];
    if (!from) throw forbidden(`OIDC_CLAIMS does not say which claim holds the ${what}.`);
    const value = readAll(from, claims).find(isKnown);
    if (value !== undefined) return value;
    if ('value' in from)
      throw forbidden(`OIDC_CLAIMS has an unknown ${what} ${shown(from.value)}.`);
    throw refusalOf(claims, from.claim, what);
  };
  const role = get('role', (text) => isCode(roles, text), 'role') as Role;
  // Who logs notes needs both; for the others what is known is taken.
  const getOwn = (name: 'organisation' | 'profession', isKnown: (text: string) => boolean) => {
    if (role === 'OBSERVER') return get(name, isKnown, `${name} of an observer`);
    const from: Source | undefined = fixed[name] ? { value: fixed[name] } : mapping[name];
    return (from && readAll(from, claims).find(isKnown)) ?? null;
  };
  return {
    gemeenteCode: get('gemeente', isGemeenteCode, 'gemeente'),
    role,
    organisationKey: getOwn('organisation', isOrganisationKey),
    profession: getOwn('profession', (text) => isCode(professions, text)) as Profession | null,
  };
}

export const isGemeenteCode = (text: string) => /^GM[0-9]{4}$/.test(text);
export const isOrganisationKey = (text: string) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text);

/** What a token may be used for: by default the words `wijkbeeld:read`, `wijkbeeld:log-notes`, … in `scope`. */
export function scopesOf(mapping: ClaimMapping | undefined, claims: Claims): AccessScope[] {
  const { claim, values } = mapping?.scopes ?? { claim: 'scope', values: ownScopeWords };
  const given = valuesOf(claims, claim).flatMap((one) => one.split(' '));
  return codesOf(accessScopes).filter((code) => given.some((word) => values[word] === code));
}

const ownScopeWords: Record<string, AccessScope> = Object.fromEntries(
  codesOf(accessScopes).map((code) => [
    `wijkbeeld:${code.toLowerCase().replaceAll('_', '-')}`,
    code,
  ]),
);

function readAll(from: Source, claims: Claims): string[] {
  if ('value' in from) return [from.value];
  const { claim, values } = from;
  const given = valuesOf(claims, claim);
  return values
    ? given.flatMap((one) => (Object.hasOwn(values, one) ? [values[one] ?? ''] : []))
    : given;
}

/** Texts in a claim, one or a list; `realm_access.roles` is found inside when no claim has that whole name. */
function valuesOf(claims: Claims, name: string): string[] {
  const nested = () =>
    name.split('.').reduce<unknown>((at, key) => {
      const isObject = typeof at === 'object' && at !== null && Object.hasOwn(at, key);
      return isObject ? (at as Claims)[key] : undefined;
    }, claims);
  const value = Object.hasOwn(claims, name) ? claims[name] : nested();
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one) =>
    typeof one === 'string' || typeof one === 'number' ? [String(one)] : [],
  );
}

/** Claims that the mapping reads and that are not there: reason to ask the login service for more. */
export function missingClaims(mapping: ClaimMapping, claims: Claims): boolean {
  const { groups, scopes: _scopes, ...sources } = mapping;
  const names = [...Object.values(sources), groups].flatMap((one) =>
    one && 'claim' in one ? [one.claim] : [],
  );
  return names.some((name) => valuesOf(claims, name).length === 0);
}

function refusalOf(claims: Claims, claim: string, what: string): DomainError {
  const given = valuesOf(claims, claim);
  if (given.length === 0) {
    return forbidden(
      `The login has no claim ${shown(claim)}, which says the ${what}. Ask the administrator of the login service.`,
    );
  }
  return forbidden(
    `The claim ${shown(claim)} holds no ${what} that is known here. Ask the administrator of the login service.`,
  );
}

const shown = (text: string) => JSON.stringify(text.slice(0, 80));
