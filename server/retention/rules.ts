// How long each kind is kept: the defaults of chapter 18, and what a gemeente decided otherwise with its archivist.
import { and, eq, sql } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import { codesOf } from '../codes/code-list.ts';
import { type RetentionKind, retentionKinds } from '../codes/retention.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { retentionRules } from '../db/tables.ts';
import { badInput, type FieldProblem } from '../errors.ts';

/** Days; null: without end. */
export const defaultDays: Readonly<Record<RetentionKind, number | null>> = {
  DRAFTS: 90,
  KEPT_CONFLICTS: 90,
  NOTE_TEXTS: 3 * 365,
  REACTION_TEXTS: 3 * 365,
  AUTHORSHIP: 365,
  AUDIT: 5 * 365,
  LOGBOOK: 5 * 365,
  QUARANTINE: 365,
  IMPORT_ORIGINALS: null,
  WEBHOOK_MESSAGES: 30,
  ACCOUNT: null,
};

/** Kinds that belong to no gemeente: their rule stands under NL00. */
export const countryKinds: readonly RetentionKind[] = ['QUARANTINE', 'IMPORT_ORIGINALS'];

export interface RetentionRule {
  readonly kind: RetentionKind;
  readonly days: number | null;
  /** Why it differs from the default; null where it does not. */
  readonly reason: string | null;
}

/** The rule of every kind in a gemeente (or in NL00), in the order of the code list. */
export async function listRetentionRules(
  db: ReadDb,
  gemeenteCode: string,
): Promise<RetentionRule[]> {
  const set = await db
    .select()
    .from(retentionRules)
    .where(eq(retentionRules.gemeenteCode, gemeenteCode));
  const isHere = (kind: RetentionKind) =>
    countryKinds.includes(kind) === (gemeenteCode === 'NL00') && kind !== 'ACCOUNT';
  return codesOf(retentionKinds)
    .filter(isHere)
    .map((kind) => {
      const own = set.find((rule) => rule.kind === kind);
      return { kind, days: own ? own.days : defaultDays[kind], reason: own?.reason ?? null };
    });
}

export interface RuleInput {
  readonly gemeenteCode: string;
  readonly kind: RetentionKind;
  /** Null: without end. */
  readonly days: number | null;
  /** The decision it rests on. */
  readonly reason: string;
}

const longest = 36525;

/** Sets the rule, with an audit line that holds both the old and the new term. */
export async function setRetentionRule(db: Db, input: RuleInput, now: Date): Promise<void> {
  refuseWrongRule(input);
  const { gemeenteCode, kind, days } = input;
  const rule = { days, reason: input.reason.trim(), changedAt: now };
  await db.transaction(async (tx) => {
    const before = (await listRetentionRules(tx, gemeenteCode)).find((one) => one.kind === kind);
    await tx
      .insert(retentionRules)
      .values({ gemeenteCode, kind, ...rule })
      .onConflictDoUpdate({
        target: [retentionRules.gemeenteCode, retentionRules.kind],
        set: rule,
      });
    const line = {
      ...{ gemeenteCode, event: 'RETENTION_RULE_SET', actor: 'system', role: 'SYSTEM' },
      ...{ objectType: 'retention_rule', objectId: kind },
      details: { from: before?.days ?? null, to: days },
    };
    await appendAudit(tx, line, now);
  });
}

/** Takes the default again. */
export async function resetRetentionRule(
  db: Db,
  { gemeenteCode, kind }: Pick<RuleInput, 'gemeenteCode' | 'kind'>,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(retentionRules)
      .where(and(eq(retentionRules.gemeenteCode, gemeenteCode), eq(retentionRules.kind, kind)))
      .returning({ days: retentionRules.days });
    if (gone.length === 0) return;
    const line = {
      ...{ gemeenteCode, event: 'RETENTION_RULE_SET', actor: 'system', role: 'SYSTEM' },
      ...{ objectType: 'retention_rule', objectId: kind },
      details: { from: gone[0]?.days ?? null, to: defaultDays[kind] },
    };
    await appendAudit(tx, line, now);
  });
}

function refuseWrongRule({ gemeenteCode, kind, days, reason }: RuleInput) {
  const problems: FieldProblem[] = [];
  const isCountry = gemeenteCode === 'NL00';
  if (!/^(GM[0-9]{4}|NL00)$/.test(gemeenteCode)) {
    problems.push({ field: 'gemeente', message: `${gemeenteCode} is no gemeente code.` });
  } else if (kind === 'ACCOUNT') {
    problems.push({ field: 'kind', message: 'ACCOUNT has no term: a person leaves or stays.' });
  } else if (countryKinds.includes(kind) !== isCountry) {
    const where = isCountry ? 'a gemeente' : 'NL00';
    problems.push({ field: 'gemeente', message: `The rule for ${kind} stands under ${where}.` });
  }
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= longest)) {
    problems.push({ field: 'days', message: `days is ${days}; give 1 to ${longest}, or never.` });
  }
  const length = reason.trim().length;
  if (length < 1 || length > 300) {
    problems.push({
      field: 'reason',
      message: 'Give the decision it rests on, in 1 to 300 characters.',
    });
  }
  if (problems.length > 0) throw badInput(problems);
}

/** Gemeenten in which anything was ever done, and NL00, in order of code. */
export async function listTenants(db: ReadDb): Promise<string[]> {
  const rows = await (db as Db).execute<{ code: string }>(
    sql`select gemeente_code as code from audit_heads union select 'NL00' order by 1`,
  );
  return rows.rows.map(({ code }) => code);
}
