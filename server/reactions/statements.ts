// Published statements that can be reacted to, and how a reaction names them: `followUp:<id>`,
// `interpretation:<id>`, `signal:<wijk>:<theme>`.
import { and, eq } from 'drizzle-orm';
import { type Actor, mayReadText } from '../access/actor.ts';
import { isCode } from '../codes/code-list.ts';
import type { StatementKind } from '../codes/reactions.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import type { ReadDb } from '../db/client.ts';
import { followUps, interpretations } from '../db/tables.ts';
import { badInput, DomainError, notFound } from '../errors.ts';
import { currentYear, wrongPlace } from '../follow-ups/check.ts';
import { gemeenteOf } from '../places/codes.ts';

type Parsed =
  | { readonly kind: 'FOLLOW_UP' | 'INTERPRETATION'; readonly id: string }
  | { readonly kind: 'SIGNAL'; readonly placeCode: string; readonly theme: ThemeCode };

/** A statement that is there. */
export interface Statement {
  readonly statementKind: StatementKind;
  /** Null for a signal. */
  readonly statementId: string | null;
  readonly placeCode: string;
  /** Division year of that code. */
  readonly editionYear: number;
  readonly theme: ThemeCode;
}

const byId = /^(followUp|interpretation):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const bySignal = /^signal:(WK[0-9]{4}[0-9A-Z]{2}):([A-Z_]+)$/;

/** The statement that a text names; undefined when it names none. */
export function parseStatement(text: string): Parsed | undefined {
  const [, word, id] = byId.exec(text.trim()) ?? [];
  if (word && id) {
    const kind = word.toLowerCase() === 'followup' ? 'FOLLOW_UP' : 'INTERPRETATION';
    return { kind, id: id.toLowerCase() };
  }
  const [, placeCode, theme] = bySignal.exec(text.trim()) ?? [];
  if (!placeCode || !theme || !isCode(themes, theme)) return undefined;
  return { kind: 'SIGNAL', placeCode, theme };
}

/** As parseStatement reads it. */
export function nameStatement(statement: Omit<Statement, 'editionYear'>): string {
  const { statementKind, statementId, placeCode, theme } = statement;
  if (statementKind === 'SIGNAL') return `signal:${placeCode}:${theme}`;
  return `${statementKind === 'FOLLOW_UP' ? 'followUp' : 'interpretation'}:${statementId}`;
}

/** The statement if the actor may read it; what is not there and what may not be read are refused alike. */
export async function getStatement(
  db: ReadDb,
  actor: Actor,
  text: string,
  now: Date,
): Promise<Statement> {
  const parsed = parseStatement(text);
  if (!parsed) {
    const message =
      'statement is followUp:<id>, interpretation:<id> or signal:<wijk>:<theme>, such as signal:WK051829:HOUSING.';
    throw badInput([{ field: 'input.statement', message }]);
  }
  if (parsed.kind === 'SIGNAL') return getSignal(db, actor, parsed, now);
  const found =
    parsed.kind === 'FOLLOW_UP'
      ? await findFollowUp(db, actor, parsed.id)
      : await findInterpretation(db, actor, parsed.id);
  if (!found) throw notFound('statement', text.trim());
  return { statementKind: parsed.kind, statementId: parsed.id, ...found };
}

async function getSignal(
  db: ReadDb,
  actor: Actor,
  { placeCode, theme }: { readonly placeCode: string; readonly theme: ThemeCode },
  now: Date,
): Promise<Statement> {
  const field = 'input.statement';
  const gemeenteCode = gemeenteOf(placeCode);
  if (gemeenteCode !== actor.gemeenteCode) {
    const message = `You are signed in for ${actor.gemeenteCode}; ${placeCode} lies in ${gemeenteCode}.`;
    throw new DomainError('FORBIDDEN', message, [{ field, message }]);
  }
  const [wrong] = await wrongPlace(db, placeCode, ['WIJK'], now);
  if (wrong) {
    const { code = 'BAD_USER_INPUT', message } = wrong;
    throw new DomainError(code, message, [{ field, message }]);
  }
  const editionYear = await currentYear(db, placeCode, now);
  return { statementKind: 'SIGNAL', statementId: null, placeCode, editionYear, theme };
}

async function findFollowUp(db: ReadDb, { gemeenteCode }: Actor, id: string) {
  const [row] = await db
    .select({
      placeCode: followUps.placeCode,
      editionYear: followUps.editionYear,
      theme: followUps.theme,
    })
    .from(followUps)
    .where(and(eq(followUps.gemeenteCode, gemeenteCode), eq(followUps.id, id)));
  return row;
}

async function findInterpretation(db: ReadDb, actor: Actor, id: string) {
  const { gemeenteCode } = actor;
  const [row] = await db
    .select({
      placeCode: interpretations.placeCode,
      editionYear: interpretations.editionYear,
      theme: interpretations.theme,
      level: interpretations.publicationLevel,
    })
    .from(interpretations)
    .where(and(eq(interpretations.gemeenteCode, gemeenteCode), eq(interpretations.id, id)));
  if (!row || !mayReadText(actor, gemeenteCode, row.level, 'NONE')) return undefined;
  const { level: _level, ...statement } = row;
  return statement;
}
