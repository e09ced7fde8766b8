// The attack: towns are imported, every role asks everything about three variants of each, and what was answered is
// solved for what must stay hidden.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { codesOf } from '../../server/codes/code-list.ts';
import { thresholdKinds } from '../../server/codes/thresholds.ts';
import { type Database, rowsOf } from '../../server/db/client.ts';
import { importFrom } from '../../server/monitors/connector.ts';
import { placesCsv } from '../../server/monitors/connectors/figures.ts';
import { parseFigures } from '../../server/monitors/generic-figures.ts';
import { importIndicators } from '../../server/monitors/generic-indicators.ts';
import { runEditions } from '../../server/monitors/run.ts';
import { importNotes } from '../../server/notes/import.ts';
import type { OwnThresholds } from '../../server/privacy/disclosure.ts';
import { setThreshold } from '../../server/thresholds/change.ts';
import { type Ask, askOn } from '../support/ask.ts';
import { attackCare } from './care.ts';
import { isShownNow, type Leak, type OwnNotes, programmeOf, unknownOf } from './knowledge.ts';
import { intervalOf } from './solve.ts';
import { reviewer, roles, spy, type Transcript } from './spy.ts';
import {
  gemeenteCode,
  makeTown,
  now,
  organisations,
  type Town,
  variants,
  writeTown,
} from './town.ts';

export interface Tally {
  /** Unknowns solved for: notes or organisations x cell x month's end x who asks, and secret care counts. */
  attempts: number;
  /** Answers compared between variants. */
  compared: number;
  /** Protected cells recovered to within their band. */
  recovered: string[];
  /** Answers of outsiders that tell variants apart. */
  telling: string[];
  /** Days on which an outsider sees a hidden cell change within a month. */
  days: string[];
  cells: number;
  hiddenCells: number;
  notes: number;
  hiddenNotes: number;
  careCells: number;
  hiddenCare: number;
  secretCare: number;
  /** Cells left out because what the colluders wrote themselves settles them under S3. */
  ownKnowledge: number;
}

export const newTally = (): Tally => ({
  ...{
    attempts: 0,
    compared: 0,
    recovered: [],
    telling: [],
    days: [],
    cells: 0,
    hiddenCells: 0,
    notes: 0,
  },
  ...{ hiddenNotes: 0, careCells: 0, hiddenCare: 0, secretCare: 0, ownKnowledge: 0 },
});

/** Narrowest feasible interval of notes or organisations in a hidden signal, in values. */
const narrowest = 3;

const asked = (database: Database) => askOn(database, () => now);

/** How much is asked: everything, unless a test has seconds only. */
export interface Effort {
  readonly attackers: readonly string[];
  readonly variants: readonly number[];
  readonly wijken: number;
  readonly days: number;
  /** Who asks all once more while the gemeente asks more, to lay it beside what was told before. */
  readonly again: readonly string[];
}

/** What the gemeente asks then: hides signals that the product shows, and wijken. */
const stricter = { ORGANISATIONS: 4, INHABITANTS: 500 } as const;

/** Every second town changes its thresholds to and fro. */
const everythingOn = (seed: number): Effort => ({
  ...{ attackers: Object.keys(roles), variants, wijken: 6, days: 6 },
  again: seed % 2 === 1 ? ['public', 'observer', 'analyst'] : [],
});

/** Attacks the town of one seed, as each role and each pair of them, and adds what came of it. */
export async function attackTown(
  database: Database,
  seed: number,
  tally: Tally,
  effort = everythingOn(seed),
): Promise<void> {
  const whole = makeTown(seed);
  const days = whole.days.slice(-effort.days);
  const town = { ...whole, days, wijken: whole.wijken.slice(0, effort.wijken) };
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-attack-'));
  try {
    const files = writeTown(whole, folder);
    await importFigures(database, files);
    const ask = asked(database);
    await attackCare(ask, town, tally);
    let before: ReadonlyMap<string, Transcript> | undefined;
    for (const variant of effort.variants) {
      await replaceNotes(database, files.notes[variant] ?? '');
      const read = await readAll(ask, town, effort.attackers);
      if (effort.again.length > 0) {
        await askMore(database, stricter);
        const again = await readAll(ask, town, effort.again);
        for (const [role, transcript] of again) read.set(`${role}, stricter`, transcript);
        await askMore(database, {});
      }
      const truth = await loadTruth(database);
      solveAll(town, read, truth, tally);
      if (variant === effort.variants[0]) measureLoss(town, read, truth, tally);
      if (before) compareVariants(before, read, seed, tally);
      before = read;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same solver on what a reviewer reads and on a published total: it must recover, else it is blind. */
export async function attackOpenly(database: Database, seed: number, wijken = 6) {
  const whole = makeTown(seed);
  const town = { ...whole, days: whole.days.slice(-1), wijken: whole.wijken.slice(0, wijken) };
  const [byReviewer, byTotal] = [newTally(), newTally()];
  await importTown(database, whole, 1);
  const truth = await loadTruth(database);
  const ask = asked(database);
  const inside = new Map([['reviewer', await spy(ask, reviewer, town)]]);
  solveAll(town, inside, truth, byReviewer);
  const outside = new Map([['public', await spy(ask, null, town)]]);
  solveAll(town, outside, truth, byTotal, (wijk) =>
    [...truth].flatMap(([key, { notes }]) => {
      const [place, theme = ''] = key.split(' ');
      return place === wijk ? [{ theme, total: notes }] : [];
    }),
  );
  return { byReviewer, byTotal };
}

/** Imports a town with one variant of its notes. */
export async function importTown(database: Database, town: Town, variant: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-attack-'));
  try {
    const files = writeTown(town, folder);
    await importFigures(database, files);
    await replaceNotes(database, files.notes[variant] ?? '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const longAgo = new Date('2024-01-01T00:00:00Z');

async function importFigures(database: Database, files: ReturnType<typeof writeTown>) {
  const { db } = database;
  await db.execute(sql`truncate editions, divisions, places, place_links, indicators cascade`);
  const run = { now: longAgo, publish: true, dryRun: false };
  await importFrom(db, placesCsv, { path: files.places }, run);
  await importIndicators(db, files.indicators, run);
  await runEditions(db, await parseFigures(db, files.figures, { source: 'gemeente' }), run);
}

async function replaceNotes(database: Database, path: string): Promise<void> {
  await database.db.execute(sql`truncate field_notes, authors cascade`);
  const done = await importNotes(database.db, path, { publish: true, dryRun: false, now });
  if (done.quarantined.length > 0) {
    throw new Error(`The town's notes were refused: ${done.quarantined[0]?.explanation}`);
  }
}

/** Sets the thresholds of the town; a kind that is left out: the product's own. */
async function askMore(database: Database, own: OwnThresholds): Promise<void> {
  for (const kind of codesOf(thresholdKinds)) {
    const input = { gemeente: gemeenteCode, kind, least: own[kind] ?? null };
    await setThreshold(database.db, null, input, now);
  }
}

async function readAll(
  ask: Ask,
  town: Town,
  attackers: readonly string[],
): Promise<Map<string, Transcript>> {
  const read = new Map<string, Transcript>();
  for (const role of attackers) read.set(role, await spy(ask, roles[role] ?? null, town));
  return read;
}

interface Truth {
  readonly notes: number;
  readonly organisations: number;
  /** Notes per organisation. */
  readonly own: Readonly<Record<string, number>>;
}

/** What the cells hold now. */
async function loadTruth(database: Database): Promise<Map<string, Truth>> {
  const rows = await rowsOf<Truth & { cell: string }>(
    database.db,
    sql`select n.place_code || ' ' || n.theme as cell, count(distinct coalesce(n.repeats, n.id))::int as notes,
        (select count(distinct v.key)::int from field_notes m
          left join note_confirmations c on c.note_id = m.id
          cross join lateral (values (m.organisation_key), (c.organisation_key)) v(key)
          where m.place_code = n.place_code and m.theme = n.theme) as organisations,
        (select json_object_agg(w.key, w.n) from (select m.organisation_key as key, count(*) as n
          from field_notes m where m.place_code = n.place_code and m.theme = n.theme group by 1) w) as own
      from field_notes n where n.gemeente_code = ${gemeenteCode} group by n.place_code, n.theme`,
  );
  return new Map(rows.map(({ cell, ...truth }) => [cell, truth]));
}

/** Each role alone, each pair of roles, and observers with what their own organisation wrote. */
function solveAll(
  town: Town,
  read: ReadonlyMap<string, Transcript>,
  truth: ReadonlyMap<string, Truth>,
  tally: Tally,
  leaksOf: (wijk: string) => Leak[] = () => [],
): void {
  const names = [...read.keys()];
  const groups = names.flatMap((name, at) => [
    [name],
    ...names.slice(at + 1).map((o) => [name, o]),
  ]);
  for (const group of groups) {
    const transcripts = group.flatMap((name) => read.get(name) ?? []);
    for (const { code } of town.wijken) {
      const leaks = leaksOf(code);
      solveWijk({ town, wijk: code, group, transcripts, truth, tally, leaks, own: [] });
      if (group.length > 1 || group[0] !== 'observer') continue;
      for (const { name } of organisations) {
        const own = ownNotes(code, name, truth);
        solveWijk({ town, wijk: code, group: [name], transcripts, truth, tally, leaks, own });
      }
    }
  }
}

function ownNotes(wijk: string, organisation: string, truth: ReadonlyMap<string, Truth>) {
  return [...truth].flatMap(([cell, { own }]) => {
    const [place, theme = ''] = cell.split(' ');
    const notes = own[organisation] ?? 0;
    return place === wijk && notes > 0 ? [{ theme, notes }] : [];
  });
}

interface Siege {
  readonly town: Town;
  readonly wijk: string;
  readonly group: readonly string[];
  readonly transcripts: readonly Transcript[];
  readonly truth: ReadonlyMap<string, Truth>;
  readonly tally: Tally;
  readonly leaks: readonly Leak[];
  readonly own: readonly OwnNotes[];
}

function solveWijk({ town, wijk, group, transcripts, truth, tally, leaks, own }: Siege): void {
  const readings = transcripts.flatMap((one) => one.wijken).filter((one) => one.wijk === wijk);
  for (const ends of new Set(readings.map((one) => one.groundAsOf))) {
    const ofMonth = readings.filter((one) => one.groundAsOf === ends);
    const isHidden = (theme: string) =>
      ofMonth.some((one) => one.cells.some((c) => c.theme === theme && c.display === 'TOO_FEW'));
    const themes = [...new Set(ofMonth.flatMap((one) => one.cells.map((cell) => cell.theme)))];
    const hidden = themes.filter(
      (theme) => isHidden(theme) && !isShownNow(transcripts, wijk, theme),
    );
    findDays(ofMonth, tally, group);
    if (hidden.length === 0) continue;
    const programme = programmeOf(ofMonth, transcripts, town, own, leaks);
    for (const theme of hidden) {
      if (own.some((one) => one.theme === theme && one.notes >= 3)) {
        // Three notes of one's own and still hidden: S3 itself says that nobody else wrote.
        tally.ownKnowledge += 1;
        continue;
      }
      for (const kind of ['n', 'o'] as const) {
        tally.attempts += 1;
        const found = intervalOf(programme, unknownOf(kind, theme));
        if (!found || found.high - found.low + 1 >= narrowest) continue;
        const real = truth.get(`${wijk} ${theme}`);
        const value = (kind === 'n' ? real?.notes : real?.organisations) ?? 0;
        const isTrue = found.low <= value && value <= found.high;
        if (isTrue) tally.recovered.push(`${group.join('+')} ${wijk} ${theme} ${kind} ${ends}`);
      }
    }
  }
}

/** Within one month no past day may show a hidden cell otherwise than another. */
function findDays(
  readings: readonly { day: string; cells: readonly { theme: string; display: string }[] }[],
  tally: Tally,
  group: readonly string[],
): void {
  if (group.length > 1) return;
  const past = readings.filter((one) => one.day !== 'now');
  const faces = new Set(past.map((one) => JSON.stringify(one.cells.map((cell) => cell.display))));
  if (faces.size > 1) tally.days.push(`${group.join('+')} ${past[0]?.day}`);
}

/** The variants differ in hidden cells only: an answer that differs tells them apart. */
function compareVariants(
  before: ReadonlyMap<string, Transcript>,
  after: ReadonlyMap<string, Transcript>,
  seed: number,
  tally: Tally,
): void {
  for (const [role, transcript] of after) {
    for (const [question, answer] of transcript.answers) {
      tally.compared += 1;
      if (before.get(role)?.answers.get(question) !== answer) {
        tally.telling.push(`town ${seed}, ${role}: ${question}`);
      }
    }
  }
}

/** What readers lose: wijk x theme cells with notes that are not shown, and the notes in them. */
function measureLoss(
  town: Town,
  read: ReadonlyMap<string, Transcript>,
  truth: ReadonlyMap<string, Truth>,
  tally: Tally,
): void {
  const shown = new Set(
    (read.get('public')?.wijken ?? [])
      .filter((one) => one.day === 'now' && town.wijken.some(({ code }) => code === one.wijk))
      .flatMap(({ wijk, cells }) =>
        cells.filter((cell) => cell.display === 'SHOWN').map((cell) => `${wijk} ${cell.theme}`),
      ),
  );
  for (const [cell, { notes }] of truth) {
    if (!town.wijken.some(({ code }) => cell.startsWith(code))) continue;
    tally.cells += 1;
    tally.notes += notes;
    if (shown.has(cell)) continue;
    tally.hiddenCells += 1;
    tally.hiddenNotes += notes;
  }
}
