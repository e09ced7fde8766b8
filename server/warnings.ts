// Early warning on a gemeente: the space-time rule of statistics/early-warning.ts on published notes, one theme at a
// time. An event is an organisation that reports a concern on a theme in a wijk in a month, counted once.
import { sql } from 'drizzle-orm';
import { type Actor, isReviewerOf } from './access/actor.ts';
import { codesOf } from './codes/code-list.ts';
import type { Role } from './codes/people.ts';
import { type ThemeCode, themes } from './codes/themes.ts';
import { namedRows, type ReadDb } from './db/client.ts';
import { forbidden } from './errors.ts';
import { scopeOf, shownCells } from './privacy/cells.ts';
import { productThresholds } from './privacy/disclosure.ts';
import { groundMoments } from './privacy/releases.ts';
import { findRises, warningDefaults } from './statistics/early-warning.ts';
import { isRefused } from './statistics/refusal.ts';
import { loadThresholds } from './thresholds/load.ts';

export interface EarlyWarning {
  readonly theme: ThemeCode;
  /** The wijk, or the wijk and the neighbours that rise with it. */
  readonly places: readonly { readonly placeCode: string; readonly name: string }[];
  /** First day of the month from which more is noted. */
  readonly since: string;
  /** Times as much as the past and the rest of the gemeente explain, rounded to a tenth. */
  readonly ratio: number;
}

export interface EarlyWarnings {
  readonly warnings: readonly EarlyWarning[];
  /** Themes with too few notes or too short a past to say anything. */
  readonly refusedThemes: readonly ThemeCode[];
  readonly falseAlertsPerHundredWijkMonths: number;
}

interface Wijk {
  readonly code: string;
  readonly name: string;
  readonly neighbours: readonly string[];
}

interface MonthRow {
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly month: number;
  readonly organisations: readonly string[];
}

/** Who is told where more is being noted than expected. */
export const warnedRoles: readonly Role[] = ['REVIEWER', 'ANALYST', 'POLICY'];

/**
 * Rises, for reviewers, analysts and policy advisers of the gemeente. Reviewers: of all notes, at the end of this month.
 * The others: of signals that may be shown, at the end of the last month, so that neither a warning nor the day it
 * comes tells of a hidden cell; and of as many organisations as the gemeente asks.
 */
export async function loadWarnings(
  db: ReadDb,
  actor: Actor,
  gemeenteCode: string,
  now: Date,
): Promise<EarlyWarnings> {
  const mayAsk = warnedRoles.includes(actor.role);
  if (!mayAsk || actor.gemeenteCode !== gemeenteCode) {
    throw forbidden(
      `Early warnings of ${gemeenteCode} are for its reviewers, analysts and policy advisers.`,
    );
  }
  const isReviewer = isReviewerOf(actor, gemeenteCode);
  const { released: at } = groundMoments(isReviewer, now, now);
  const [wijken, thresholds, rows] = await Promise.all([
    loadWijken(db, gemeenteCode),
    isReviewer ? productThresholds : loadThresholds(db, gemeenteCode),
    loadMonths(db, gemeenteCode, at, isReviewer),
  ]);
  const lastMonth = monthOf(isReviewer ? now : new Date(at.getTime() - 1));
  const answers = codesOf(themes).map((theme) =>
    warningsOfTheme(
      theme,
      wijken,
      rows.filter((row) => row.theme === theme),
      lastMonth,
      thresholds.ORGANISATIONS,
    ),
  );
  return {
    warnings: answers.flatMap((answer) => answer ?? []),
    refusedThemes: codesOf(themes).filter((_theme, index) => answers[index] === null),
    falseAlertsPerHundredWijkMonths: warningDefaults.falseAlertsPerHundred,
  };
}

/** Null when the rule refuses: too few notes, wijken or months. */
function warningsOfTheme(
  theme: ThemeCode,
  wijken: readonly Wijk[],
  rows: readonly MonthRow[],
  thisMonth: number,
  leastOrganisations: number,
): EarlyWarning[] | null {
  const indexOf = new Map(wijken.map((wijk, index) => [wijk.code, index]));
  const events = rows.flatMap(({ placeCode, month, organisations }) => {
    const placeIndex = indexOf.get(placeCode);
    return placeIndex === undefined ? [] : [{ placeIndex, month, count: organisations.length }];
  });
  // A month without notes is news too: without this zero the scan would end a month early.
  if (events.length > 0) events.push({ placeIndex: 0, month: thisMonth, count: 0 });
  const neighbours = wijken.map((wijk) =>
    wijk.neighbours.flatMap((code) => indexOf.get(code) ?? []),
  );
  const alerts = findRises(events, neighbours);
  if (isRefused(alerts)) return null;
  return alerts.flatMap((alert) => {
    const places = alert.places.flatMap((index) => wijken[index] ?? []);
    const voices = rows.filter(
      (row) =>
        row.month >= alert.firstMonth && places.some((place) => place.code === row.placeCode),
    );
    const organisations = new Set(voices.flatMap((row) => row.organisations));
    if (organisations.size < leastOrganisations) return [];
    return [
      {
        theme,
        places: places.map(({ code, name }) => ({ placeCode: code, name })),
        since: dayOfMonth(alert.firstMonth),
        ratio: Math.round((alert.observed / alert.expected) * 10) / 10,
      },
    ];
  });
}

/** Months since year 0, as loadMonths counts them. */
const monthOf = (now: Date) => now.getUTCFullYear() * 12 + now.getUTCMonth();

const dayOfMonth = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

function loadWijken(db: ReadDb, gemeenteCode: string): Promise<Wijk[]> {
  return namedRows<Wijk>(
    db,
    'warning_wijken',
    sql`select p.code, p.name, array(select n.neighbour_code from place_neighbours n
          where n.gemeente_code = p.gemeente_code and n.code = p.code
            and n.year = (select max(y.year) from place_neighbours y
              where y.gemeente_code = p.gemeente_code and y.code = p.code)) as neighbours
      from places p where p.gemeente_code = ${gemeenteCode} and p.level = 'WIJK'
        and p.last_year = (select max(d.year) from divisions d where d.gemeente_code = ${gemeenteCode})
      order by p.code`,
  );
}

/** Thirty months of concerns, with who spoke per month; months count from year 0. */
function loadMonths(
  db: ReadDb,
  gemeenteCode: string,
  moment: Date,
  isReviewer: boolean,
): Promise<MonthRow[]> {
  const at = moment.toISOString();
  const moments = { at: moment, released: moment };
  const shown = sql`with recursive ${shownCells(scopeOf(moments, gemeenteCode))},
    shown_codes as materialized (select r.code, r.first_year, r.last_year, s.theme from shown s join roots r using (root))`;
  const isTold = sql`exists (select from shown_codes s where s.code = n.place_code and s.theme = n.theme
    and n.edition_year between s.first_year and s.last_year)`;
  return namedRows<MonthRow>(
    db,
    isReviewer ? 'warning_months_of_all' : 'warning_months_of_shown',
    sql`${isReviewer ? sql`` : shown}
      select n.place_code as "placeCode", n.theme,
        (extract(year from n.observed_to) * 12 + extract(month from n.observed_to) - 1)::int as month,
        array_agg(distinct n.organisation_key) as organisations
      from field_notes n
      where n.gemeente_code = ${gemeenteCode} and n.published_at <= ${at}
        and n.status in ('PUBLISHED', 'EXPIRED')
        and n.observed_to > ${at}::timestamptz - interval '30 months'
        and (n.kind in ('PROBLEM', 'NEED', 'SERVICE_GAP') or (n.kind = 'TREND' and n.trend in ('NEW', 'RISING')))
        ${isReviewer ? sql`` : sql`and ${isTold}`}
      group by 1, 2, 3`,
  );
}
