// Records a joint explanation from a dialogue: it closes the interpretation question of its outcome (questions.ts).
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { handlingRoles } from '../access/policy.ts';
import type { ConcordanceOutcome } from '../codes/merge.ts';
import type { PublicationLevel } from '../codes/notes.ts';
import type { Profession } from '../codes/people.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { type Db, type ReadDb, rowsOf } from '../db/client.ts';
import { editionColumns, editionSpans, indicators, interpretations } from '../db/tables.ts';
import { readPeriodText, type YearOrPart } from '../figures/periods.ts';
import { addMonths, dayOf } from '../notes/calendar.ts';
import { figureRefPattern } from '../notes/check.ts';
import { auditHandling } from './audit.ts';
import {
  currentYear,
  refuseOtherPlace,
  refuseOtherRoles,
  refuseWrong,
  takenId,
  type Wrong,
  wrongPastDay,
  wrongPlace,
  wrongText,
} from './check.ts';
import { type Interpretation, loadHandling } from './load.ts';

export interface InterpretationInput {
  /** Made by the client: the same id is the same interpretation. */
  readonly id: string;
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly explanation: string;
  readonly figureRef?: string | null | undefined;
  readonly outcome?: ConcordanceOutcome | null | undefined;
  readonly professions: readonly Profession[];
  readonly heldOn: string;
  readonly publicationLevel: PublicationLevel;
}

const longestExplanation = 600;
/** Older dialogues are history; also catches a mistyped year. */
const oldestYears = 5;

/** Records the interpretation once, however often it is sent; an id that stands for another one is a conflict. */
export async function addInterpretation(
  db: Db,
  actor: Actor,
  input: InterpretationInput,
  now: Date,
): Promise<Interpretation> {
  refuseOtherRoles(actor, handlingRoles);
  const content = contentOf(actor, input);
  if (await isKnown(db, content)) return showInterpretation(db, actor, content);
  refuseWrong([
    ...(await wrongPlace(db, input.placeCode, ['WIJK'], now)),
    ...wrongText('explanation', input.explanation, longestExplanation),
    ...(await wrongFigure(db, content.figureRef, now)),
    ...wrongDialogue(content, now),
  ]);
  refuseOtherPlace(actor, input.placeCode);
  const editionYear = await currentYear(db, input.placeCode, now);
  await db.transaction(async (tx) => {
    const inserted = await tx
      .insert(interpretations)
      .values({ ...content, editionYear, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: interpretations.id });
    if (inserted.length === 0) {
      await isKnown(tx, content);
      return;
    }
    const { id, placeCode, theme, figureRef, outcome, publicationLevel } = content;
    const details = { placeCode, theme, figureRef, outcome, publicationLevel };
    const object = { objectType: 'interpretation', objectId: id, details };
    await auditHandling(tx, actor, { event: 'INTERPRETATION_ADDED', ...object }, now);
  });
  return showInterpretation(db, actor, content);
}

type Content = Omit<typeof interpretations.$inferSelect, 'recordedAt' | 'editionYear'>;

function contentOf(actor: Actor, input: InterpretationInput): Content {
  const { id, placeCode, theme, heldOn, publicationLevel } = input;
  return {
    ...{ id, placeCode, theme, heldOn, publicationLevel, gemeenteCode: actor.gemeenteCode },
    explanation: input.explanation.trim(),
    figureRef: input.figureRef?.trim() || null,
    outcome: input.outcome ?? null,
    professions: [...new Set(input.professions)].sort(),
  };
}

function wrongDialogue({ professions, heldOn }: Content, now: Date): Wrong[] {
  const wrong = wrongPastDay('heldOn', heldOn, now);
  if (heldOn < dayOf(addMonths(now, -12 * oldestYears))) {
    wrong.push({ field: 'heldOn', message: `heldOn ${heldOn} is more than 5 years ago.` });
  }
  if (professions.length === 0) {
    const message = 'Say who took part: at least one profession.';
    wrong.push({ field: 'professions', message });
  }
  return wrong;
}

/** The figure must be on a live edition, and be one that may be spoken of (S7). */
async function wrongFigure(db: ReadDb, figureRef: string | null, now: Date): Promise<Wrong[]> {
  if (figureRef === null) return [];
  const field = 'figureRef';
  const [, key, about] = figureRefPattern.exec(figureRef) ?? [];
  const period = readPeriodText(about ?? '');
  if (key === undefined || period === undefined) {
    const message =
      'figureRef is an indicator key, a colon and a year or a part of one, such as loneliness:2020 or thefts:2024KW03.';
    return [{ field, message }];
  }
  const rows = await rowsOf<{ period: number; part: YearOrPart; sensitive: boolean }>(
    db,
    sql`select distinct c.period, c.part, i.sensitive from ${editionColumns} c
        join ${indicators} i on i.key = c.indicator_key
        join ${editionSpans} s on s.edition_id = c.edition_id and s.live_from <= ${now.toISOString()}
          and (s.live_to is null or s.live_to > ${now.toISOString()})
        where c.indicator_key = ${key} order by c.period, c.part`,
  );
  if (rows.some((row) => row.sensitive)) {
    return [{ field, message: `${key} is a sensitive indicator and takes no interpretation.` }];
  }
  if (rows.some((row) => row.period === period.year && row.part === period.part)) return [];
  const periods = rows.map((row) => `${row.period}${row.part}`);
  const known = periods.length === 0 ? 'no period at all' : periods.join(', ');
  return [{ field, message: `No figure ${figureRef}: there is ${known} of ${key}.` }];
}

/** Whether this very interpretation is there; refuses an id that stands for another one. */
async function isKnown(db: ReadDb, content: Content): Promise<boolean> {
  const [row] = await db
    .select()
    .from(interpretations)
    .where(
      and(
        eq(interpretations.gemeenteCode, content.gemeenteCode),
        eq(interpretations.id, content.id),
      ),
    );
  if (!row) return false;
  const { recordedAt: _recordedAt, editionYear: _editionYear, ...known } = row;
  if (!isSameContent(known, content)) throw takenId(content.id);
  return true;
}

const isSameContent = (one: Content, other: Content) =>
  (Object.keys(one) as (keyof Content)[]).every((key) => String(one[key]) === String(other[key]));

const endOfTime = new Date('9999-12-31T00:00:00Z');

async function showInterpretation(
  db: ReadDb,
  actor: Actor,
  content: Content,
): Promise<Interpretation> {
  const { gemeenteCode, placeCode, id } = content;
  const handling = await loadHandling(db, actor, gemeenteCode, [placeCode], endOfTime);
  const interpretation = handling.interpretations.find((one) => one.id === id);
  if (!interpretation) throw new Error(`Interpretation ${id} is not there.`);
  return interpretation;
}
