// Field notes of a gemeente by groups: how many organisations stand behind notes of a kind, month, profession, theme or
// wijk. Only notes of signals that the product's own thresholds let show count, as they stood when the last month ended:
// the same under whatever a gemeente asks, so that no two tables before and after a change can be subtracted. Which groups
// are told of is decided in privacy/note-groups.ts, the same for everyone, reviewers too.
import { type SQL, sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import type { CountBand } from '../codes/merge.ts';
import { type NoteKind, noteKinds } from '../codes/notes.ts';
import { type Profession, professions } from '../codes/people.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { badInput, type FieldProblem } from '../errors.ts';
import { addMonths, validMonths } from '../notes/calendar.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { getPlace, listPlaces } from '../places/find.ts';
import { isInOpen, scopeOf, shownCells } from '../privacy/cells.ts';
import {
  keyOf,
  mostDimensions,
  type NoteDimension,
  type NoteGroup,
  noteDimensions,
  openGroups,
} from '../privacy/note-groups.ts';
import { lastReleasedDay, monthStart } from '../privacy/releases.ts';
import { mostNotes } from '../signals.ts';
import { loadThresholds } from '../thresholds/load.ts';

export interface NoteGroupFilter {
  readonly theme?: ThemeCode | null | undefined;
  /** First day of a month, YYYY-MM-01. */
  readonly month?: string | null | undefined;
  readonly kind?: NoteKind | null | undefined;
  readonly profession?: Profession | null | undefined;
}

export interface NoteGroupRequest {
  /** A gemeente, or one wijk of it. */
  readonly within: string;
  readonly by: readonly NoteDimension[];
  readonly filter?: NoteGroupFilter | null | undefined;
}

/** One group; a dimension that was not asked for is null. */
export interface ToldGroup {
  readonly theme: ThemeCode | null;
  readonly placeCode: string | null;
  readonly month: string | null;
  readonly kind: NoteKind | null;
  readonly profession: Profession | null;
  /** Null: none, too few, or kept back beside another. */
  readonly voices: CountBand | null;
}

export interface ToldGroups {
  /** Last day that counts. */
  readonly asOf: string;
  readonly groups: readonly ToldGroup[];
}

/** The groups of the table that was asked for, each of them, in the order of its dimensions. */
export async function loadNoteGroups(
  db: ReadDb,
  request: NoteGroupRequest,
  now: Date,
): Promise<ToldGroups> {
  const fixed = fixedOf(request);
  checkRequest(request, fixed);
  const gemeenteCode = gemeenteOf(request.within);
  await getPlace(db, request.within, undefined, 'within');
  const released = monthStart(now);
  const listed = await listCodes(db, gemeenteCode, released, fixed.get('WIJK'));
  const dimensions = noteDimensions.filter((one) => request.by.includes(one) || fixed.has(one));
  const groups = await countGroups(db, gemeenteCode, released, dimensions);
  const isListed = (dimension: NoteDimension, code: string) => listed[dimension].includes(code);
  const thresholds = await loadThresholds(db, gemeenteCode);
  const open = openGroups({ dimensions, groups, isListed, thresholds });
  const rows = dimensions.reduce<string[][]>(
    (begun, dimension) => {
      const only = fixed.get(dimension);
      const codes = only === undefined ? listed[dimension] : [only];
      return begun.flatMap((row) => codes.map((code) => [...row, code]));
    },
    [[]],
  );
  return {
    asOf: lastReleasedDay(released),
    groups: rows.map((codes) => toldOf(dimensions, codes, open.get(keyOf(codes)) ?? null)),
  };
}

/** The dimensions of which one code was asked for. */
function fixedOf({ within, filter }: NoteGroupRequest): ReadonlyMap<NoteDimension, string> {
  const { theme, month, kind, profession } = filter ?? {};
  const asked: [NoteDimension, string | null | undefined][] = [
    ['THEME', theme],
    ['WIJK', checkPlaceCode(within) === 'WIJK' ? within : null],
    ['MONTH', month],
    ['KIND', kind],
    ['PROFESSION', profession],
  ];
  return new Map(asked.flatMap(([one, code]) => (code ? [[one, code] as const] : [])));
}

function checkRequest(
  { within, by }: NoteGroupRequest,
  fixed: ReadonlyMap<NoteDimension, string>,
): void {
  const problems: FieldProblem[] = [];
  const level = checkPlaceCode(within);
  if (level !== 'GEMEENTE' && level !== 'WIJK') {
    const message = `${within} is not a gemeente or wijk; ask for one of those, for example GM9001.`;
    problems.push({ field: 'within', message });
  }
  if (new Set(by).size < by.length) {
    problems.push({ field: 'by', message: 'by names each dimension once.' });
  }
  const twice = by.filter((one) => fixed.has(one));
  if (twice.length > 0) {
    const message = `${twice.join(', ')} is one value already (within or filter): leave it out of by.`;
    problems.push({ field: 'by', message });
  }
  const bound = new Set([...by, ...fixed.keys()]).size;
  if (by.length > 2 || bound > mostDimensions) {
    const message =
      `by takes at most 2 dimensions, and by, filter and a wijk together at most ${mostDimensions}; ` +
      `${bound} were given. Ask for less at once.`;
    problems.push({ field: 'by', message });
  }
  const month = fixed.get('MONTH');
  if (month !== undefined && !month.endsWith('-01')) {
    const message = `month is the first day of a month, such as ${month.slice(0, 7)}-01; it is ${month}.`;
    problems.push({ field: 'filter.month', message });
  }
  if (problems.length > 0) throw badInput(problems);
}

/** Wijken of one gemeente, far more than any has. */
const mostWijken = 1000;

/** The codes of each dimension that stand in an answer; `wijk` as well when it is of an older division. */
async function listCodes(
  db: ReadDb,
  gemeenteCode: string,
  released: Date,
  wijk: string | undefined,
): Promise<Record<NoteDimension, readonly string[]>> {
  const { places } = await listPlaces(db, {
    ...{ level: 'WIJK', within: gemeenteCode, first: mostWijken },
  });
  const codes = places.map(({ code }) => code);
  const last = new Date(released.getTime() - 1);
  return {
    THEME: codesOf(themes),
    WIJK: wijk === undefined || codes.includes(wijk) ? codes : [...codes, wijk],
    MONTH: Array.from(
      { length: validMonths },
      (_, at) => `${lastReleasedDay(addMonths(last, at + 1 - validMonths)).slice(0, 7)}-01`,
    ),
    KIND: codesOf(noteKinds),
    PROFESSION: codesOf(professions),
  };
}

/** What each dimension is in SQL; of `t`, a voice in an open signal. */
const columnOf: Readonly<Record<NoteDimension, SQL>> = {
  THEME: sql.raw('t.theme'),
  WIJK: sql.raw('t.wijk'),
  MONTH: sql.raw(`to_char(t.observed_to, 'YYYY-MM-01')`),
  KIND: sql.raw('t.kind'),
  PROFESSION: sql.raw('t.profession'),
};

/** Every group of these dimensions and of fewer of them that holds a note; one statement. */
async function countGroups(
  db: ReadDb,
  gemeenteCode: string,
  released: Date,
  dimensions: readonly NoteDimension[],
): Promise<NoteGroup[]> {
  const columns = dimensions.map((one) => columnOf[one]);
  const cube = columns.length > 0 ? sql`cube (${sql.join(columns, sql`, `)}), ` : sql``;
  const codes = sql.join([sql`null::text`, ...columns], sql`, `);
  return namedRows<NoteGroup>(
    db,
    ['note_groups', ...dimensions].join('_').toLowerCase(),
    sql`with recursive ${shownCells(scopeOf({ at: released, released }, gemeenteCode))},
      wijken as (select distinct on (root) root, code as wijk from roots where code like 'WK%'
        order by root, last_year desc, code),
      open_notes as (select c.*, w.wijk, n.kind, n.observed_to from counted c
        join wijken w using (root)
        join field_notes n on n.gemeente_code = c.gemeente_code and n.id = c.id
        where c.is_now and ${isInOpen}),
      told as (
        select theme, wijk, kind, observed_to, organisation_key, profession, said from open_notes
        union all
        select s.theme, s.wijk, s.kind, s.observed_to, o.organisation_key, o.profession, null
        from open_notes s join note_confirmations o on o.gemeente_code = s.gemeente_code
          and o.note_id = s.id and o.organisation_key <> s.organisation_key
          and o.confirmed_at <= ${released.toISOString()}::timestamptz),
      by_organisation as (
        select array[${codes}] as codes, count(distinct t.said) as notes
        from told t group by ${cube} t.organisation_key)
      select codes[2:] as codes, sum(least(notes, ${sql.raw(String(mostNotes))}))::int as notes,
        count(*)::int as organisations,
        exists (select from wijken w join too_small using (root) where w.wijk = any(codes)) as "isTooSmall"
      from by_organisation b group by b.codes`,
  );
}

function toldOf(
  dimensions: readonly NoteDimension[],
  codes: readonly string[],
  voices: CountBand | null,
): ToldGroup {
  const codeOf = (dimension: NoteDimension) => codes[dimensions.indexOf(dimension)] ?? null;
  return {
    theme: codeOf('THEME') as ThemeCode | null,
    placeCode: codeOf('WIJK'),
    month: codeOf('MONTH'),
    kind: codeOf('KIND') as NoteKind | null,
    profession: codeOf('PROFESSION') as Profession | null,
    voices,
  };
}
