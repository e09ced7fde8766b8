// `import conversion`: which share of a place in one division lies in a place of a later one. The file must share out every
// earlier place wholly and leave out no place of its gemeenten that did not simply go on, so that nothing is lost.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import { insertMany } from '../db/bulk.ts';
import { arrayParam, type Db, rowsOf } from '../db/client.ts';
import { placeConversions } from '../db/tables.ts';
import { checkPlaceCode, gemeenteOf, tidyPlaceCode } from '../places/codes.ts';
import { type NamedLine, openNamedCsv } from './csv.ts';
import { refuseFile } from './refusal.ts';
import { inTransaction, type RunOptions } from './run.ts';

export interface ConversionOutcome {
  readonly linesRead: number;
  /** Earlier places that are shared out. */
  readonly places: number;
}

interface ConversionLine {
  readonly line: number;
  readonly fromCode: string;
  readonly fromYear: number;
  readonly toCode: string;
  readonly toYear: number;
  readonly share: number;
  readonly basis: string;
}

/** Shares in a file are rounded: they may miss 1 by this much, and are then scaled to it. */
const rounding = 1e-6;

/** Records the shares of the earlier places in the file, in place of what was known of them. */
export async function importConversion(
  db: Db,
  path: string,
  options: Omit<RunOptions, 'publish'>,
): Promise<ConversionOutcome> {
  const columns = ['fromCode', 'fromYear', 'toCode', 'toYear', 'weight'];
  const { file, rows } = await openNamedCsv(path, columns, ['basis']);
  const lines: ConversionLine[] = [];
  for await (const line of rows) lines.push(readShare(file, line));
  const [first] = lines;
  if (!first) throw refuseFile({ file }, 'there is no line in it.');
  const shares = wholeShares(file, lines);
  return inTransaction(db, options.dryRun, async (tx) => {
    await refuseUnknown(tx, file, shares);
    await refuseLeftOut(tx, file, shares);
    for (const { fromYear, toYear, codes } of divisionsOf(shares)) {
      await tx
        .delete(placeConversions)
        .where(
          and(
            eq(placeConversions.fromYear, fromYear),
            eq(placeConversions.toYear, toYear),
            inArray(placeConversions.fromCode, codes),
          ),
        );
    }
    const values = shares.map(({ line: _line, ...share }) => ({
      gemeenteCode: gemeenteOf(share.toCode),
      ...share,
    }));
    for (let at = 0; at < values.length; at += 5000) {
      await insertMany(tx, placeConversions, values.slice(at, at + 5000), 'fromCode');
    }
    const places = new Set(shares.map(({ fromCode, fromYear }) => `${fromCode} ${fromYear}`)).size;
    const outcome = { linesRead: lines.length, places };
    await appendAudit(
      tx,
      {
        ...{ gemeenteCode: 'NL00', event: 'CONVERSION_IMPORTED', actor: 'system', role: 'SYSTEM' },
        ...{ objectType: 'file', objectId: file, details: outcome },
      },
      options.now,
    );
    return outcome;
  });
}

function readShare(file: string, { line, field }: NamedLine): ConversionLine {
  const refuse = (message: string) => refuseFile({ file, line }, message);
  if (!field) throw refuse('the line does not have the fields of the header.');
  const code = (name: string) => {
    const text = tidyPlaceCode(field(name));
    const level = checkPlaceCode(text);
    if (level !== 'WIJK' && level !== 'BUURT') {
      throw refuse(`${name} "${text}" is no code of a wijk or a buurt.`);
    }
    return text;
  };
  const year = (name: string) => {
    if (!/^(19|20)\d\d$/.test(field(name))) {
      throw refuse(`${name} is "${field(name)}", not a year such as 2024.`);
    }
    return Number(field(name));
  };
  const [fromCode, toCode] = [code('fromCode'), code('toCode')];
  const [fromYear, toYear] = [year('fromYear'), year('toYear')];
  if (fromCode.slice(0, 2) !== toCode.slice(0, 2)) {
    throw refuse(`${fromCode} and ${toCode} are not of one level.`);
  }
  if (fromYear >= toYear) throw refuse(`${fromYear} is not earlier than ${toYear}.`);
  const share = Number(field('weight') === '' ? Number.NaN : field('weight'));
  if (!(share > 0 && share <= 1)) {
    throw refuse(`weight "${field('weight')}" is not above 0 and at most 1.`);
  }
  const basis = field('basis').slice(0, 100);
  return { line, fromCode, fromYear, toCode, toYear, share, basis };
}

/** The same lines with the shares of each earlier place scaled to add up to exactly 1; refuses those that miss it. */
function wholeShares(file: string, lines: readonly ConversionLine[]): ConversionLine[] {
  const groups = new Map<string, ConversionLine[]>();
  const seen = new Set<string>();
  for (const one of lines) {
    const key = `${one.fromCode} ${one.fromYear} ${one.toYear}`;
    const whole = `${key} ${one.toCode}`;
    if (seen.has(whole)) {
      throw refuseFile(
        { file, line: one.line },
        `${one.fromCode} to ${one.toCode} stands in the file twice.`,
      );
    }
    seen.add(whole);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const total = group.reduce((sum, { share }) => sum + share, 0);
    const [first] = group;
    if (!first || Math.abs(total - 1) > rounding) {
      throw refuseFile(
        { file, line: first?.line ?? 1 },
        `the weights of ${first?.fromCode} (${first?.fromYear}) add up to ${Number(total.toPrecision(9))}, not to 1:` +
          ' part of it would be lost or made.',
      );
    }
    return group.map((one) => ({ ...one, share: Math.min(1, one.share / total) }));
  });
}

/** The codes per pair of division years. */
function divisionsOf(shares: readonly ConversionLine[]) {
  const pairs = new Map<string, { fromYear: number; toYear: number; codes: string[] }>();
  for (const { fromYear, toYear, fromCode } of shares) {
    const key = `${fromYear} ${toYear}`;
    const pair = pairs.get(key) ?? { fromYear, toYear, codes: [] };
    pairs.set(key, pair);
    pair.codes.push(fromCode);
  }
  return [...pairs.values()].map((pair) => ({ ...pair, codes: [...new Set(pair.codes)] }));
}

async function refuseUnknown(tx: Db, file: string, shares: readonly ConversionLine[]) {
  const ends = shares.flatMap(({ line, fromCode, fromYear, toCode, toYear }) => [
    { line, code: fromCode, year: fromYear },
    { line, code: toCode, year: toYear },
  ]);
  const unknown = await rowsOf<{ line: number; code: string; year: number }>(
    tx,
    sql`select e.line, e.code, e.year from json_to_recordset(${JSON.stringify(ends)}::json)
        as e (line int, code text, year int)
      where not exists (select from places p where p.code = e.code and e.year between p.first_year and p.last_year)
      order by e.line limit 1`,
  );
  const [first] = unknown;
  if (!first) return;
  throw refuseFile(
    { file, line: first.line },
    `${first.code} does not exist in the division of ${first.year}.`,
  );
}

/** A place that neither stands in the file nor goes on under some code would vanish from its gemeente. */
async function refuseLeftOut(tx: Db, file: string, shares: readonly ConversionLine[]) {
  for (const { fromYear, toYear, codes } of divisionsOf(shares)) {
    const gemeenten = [...new Set(codes.map(gemeenteOf))];
    const level = codes[0]?.startsWith('WK') ? 'WIJK' : 'BUURT';
    const lost = await rowsOf<{ code: string }>(
      tx,
      sql`select p.code from places p
        where p.gemeente_code = any(${arrayParam(gemeenten)}) and p.level = ${level}
          and ${fromYear}::int between p.first_year and p.last_year and p.last_year < ${toYear}
          and p.code <> all(${arrayParam(codes)})
          and not exists (select from place_links l where l.from_code = p.code and l.from_year = p.first_year
            and l.kind in ('SAME', 'RENAMED', 'RECODED'))
        order by p.code`,
    );
    const [first] = lost;
    if (!first) continue;
    throw refuseFile(
      { file },
      `${first.code}${lost.length > 1 ? ` and ${lost.length - 1} others` : ''} of ${fromYear} neither went on nor are` +
        ` shared out over ${toYear}: what is converted would miss them.`,
    );
  }
}
