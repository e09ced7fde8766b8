// The registers of one gemeente: the entries of this version with what the gemeente filled in.
import { and, eq } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import type { AlgorithmStatus, PublicationCategory } from '../codes/registers.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { registerSettings } from '../db/tables.ts';
import { badInput, type FieldProblem } from '../errors.ts';
import { checkPlaceCode } from '../places/codes.ts';
import { type Activity, type ActivityKey, activities, activityUri } from './activities.ts';
import { type AlgorithmKey, algorithmKeys, algorithms, type BothWords } from './algorithms.ts';

export type Language = keyof BothWords;

/** An entry's texts in one language. */
type InWords<Entry> = {
  readonly [Field in keyof Entry]: Entry[Field] extends BothWords ? string : Entry[Field];
};

/** What the gemeente says of itself; null: not filled in. */
interface Responsible {
  readonly organisation: string | null;
  readonly contact: string | null;
}

export interface ActivityEntry extends InWords<Omit<Activity, 'key'>>, Responsible {
  readonly key: ActivityKey;
  readonly uri: string;
}

export interface AlgorithmEntry extends Responsible {
  readonly key: AlgorithmKey;
  readonly version: string;
  readonly status: AlgorithmStatus;
  readonly category: PublicationCategory;
  readonly startedIn: string | null;
  readonly endedIn: string | null;
  readonly publicPage: string | null;
  readonly sourceRegistration: string | null;
  readonly name: string;
  readonly shortDescription: string;
  readonly theme: string;
  readonly goalAndImpact: string;
  readonly considerations: string;
  readonly humanIntervention: string;
  readonly riskManagement: string;
  readonly legalBasis: string;
  readonly impactAssessments: string;
  readonly data: string;
  readonly workings: string;
  readonly supplier: string;
}

/** The register of processing of the gemeente, in a fixed order. */
export async function listActivities(
  db: ReadDb,
  gemeenteCode: string,
  language: Language,
): Promise<ActivityEntry[]> {
  refuseOtherPlace(gemeenteCode);
  const own = (await loadSettings(db, gemeenteCode)).get('processing');
  return activities.map((activity) => ({
    ...inWords(activity, language),
    uri: activityUri(gemeenteCode, activity.key),
    organisation: own?.organisation ?? null,
    contact: own?.contact ?? null,
  }));
}

/** The algorithm register of the gemeente, in a fixed order. */
export async function listAlgorithms(
  db: ReadDb,
  gemeenteCode: string,
  language: Language,
): Promise<AlgorithmEntry[]> {
  refuseOtherPlace(gemeenteCode);
  const settings = await loadSettings(db, gemeenteCode);
  return algorithms.map((algorithm) => {
    const own = settings.get(algorithm.key);
    const { organisation = null, contact = null, publicPage = null } = own ?? {};
    return {
      ...inWords(algorithm, language),
      ...{ organisation, contact, publicPage },
      status: own?.status ?? algorithm.status,
      category: own?.category ?? algorithm.category,
      startedIn: own?.startedIn ?? null,
      endedIn: own?.endedIn ?? null,
      sourceRegistration: activityUri(gemeenteCode, 'notes'),
    };
  });
}

/** The same entry with the words of one language. */
function inWords<Entry extends object>(entry: Entry, language: Language): InWords<Entry> {
  const inOne = Object.entries(entry).map(([field, value]: [string, unknown]) => [
    field,
    isBoth(value) ? value[language] : value,
  ]);
  return Object.fromEntries(inOne) as InWords<Entry>;
}

const isBoth = (value: unknown): value is BothWords =>
  typeof value === 'object' && value !== null && 'nl' in value && 'en' in value;

function refuseOtherPlace(gemeenteCode: string) {
  if (checkPlaceCode(gemeenteCode) === 'GEMEENTE') return;
  const message = `Registers are kept per gemeente; ${gemeenteCode} is none.`;
  throw badInput([{ field: 'within', message }]);
}

type Settings = typeof registerSettings.$inferSelect;

async function loadSettings(db: ReadDb, gemeenteCode: string): Promise<Map<string, Settings>> {
  const rows = await db
    .select()
    .from(registerSettings)
    .where(eq(registerSettings.gemeenteCode, gemeenteCode));
  return new Map(rows.map((row) => [row.entry, row]));
}

/** What a gemeente may fill in; a field left out stays as it is. */
export interface EntryChanges {
  readonly organisation?: string | undefined;
  readonly contact?: string | undefined;
  readonly publicPage?: string | undefined;
  readonly status?: AlgorithmStatus | undefined;
  readonly category?: PublicationCategory | undefined;
  readonly startedIn?: string | undefined;
  readonly endedIn?: string | undefined;
}

export const entryKeys: readonly string[] = ['processing', ...algorithmKeys];

/** Fills in what only the gemeente knows, with an audit line that names the fields. */
export async function setEntry(
  db: Db,
  gemeenteCode: string,
  entry: string,
  changes: EntryChanges,
  now: Date,
): Promise<void> {
  refuseOtherPlace(gemeenteCode);
  refuseWrongEntry(entry, changes);
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  await db.transaction(async (tx) => {
    const values = { ...given, changedAt: now };
    await tx
      .insert(registerSettings)
      .values({ gemeenteCode, entry, ...values })
      .onConflictDoUpdate({
        target: [registerSettings.gemeenteCode, registerSettings.entry],
        set: values,
      });
    const [row] = await tx
      .select()
      .from(registerSettings)
      .where(
        and(eq(registerSettings.gemeenteCode, gemeenteCode), eq(registerSettings.entry, entry)),
      );
    if (row?.startedIn && row.endedIn && row.endedIn < row.startedIn) {
      const message = `ended ${row.endedIn} lies before started ${row.startedIn}.`;
      throw badInput([{ field: 'ended', message }]);
    }
    const line = {
      ...{ gemeenteCode, event: 'REGISTER_ENTRY_SET', actor: 'system', role: 'SYSTEM' },
      ...{ objectType: 'register_entry', objectId: entry },
      details: { fields: Object.keys(given).sort() },
    };
    await appendAudit(tx, line, now);
  });
}

function refuseWrongEntry(entry: string, changes: EntryChanges) {
  const problems: FieldProblem[] = [];
  if (!entryKeys.includes(entry)) {
    problems.push({ field: 'entry', message: `${entry} is no entry: ${entryKeys.join(', ')}.` });
  }
  for (const field of ['organisation', 'contact', 'publicPage'] as const) {
    const text = changes[field];
    if (text === undefined || (text.trim().length > 0 && text.length <= 200)) continue;
    problems.push({ field, message: `${field} takes 1 to 200 characters.` });
  }
  if (changes.publicPage !== undefined && !changes.publicPage.startsWith('https://')) {
    problems.push({ field: 'publicPage', message: 'publicPage begins with https://.' });
  }
  for (const field of ['startedIn', 'endedIn'] as const) {
    const text = changes[field];
    if (text === undefined || /^\d{4}-(0[1-9]|1[0-2])$/.test(text)) continue;
    problems.push({ field, message: `${field} is a month like 2026-03; ${text} is none.` });
  }
  if (Object.values(changes).every((value) => value === undefined)) {
    problems.push({ field: 'entry', message: 'Nothing to fill in was given.' });
  }
  if (problems.length > 0) throw badInput(problems);
}
