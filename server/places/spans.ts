// Decides how the rows of one division year join the spans that are known (domain chapter 3). Pure. A code alone
// never joins two years: the name must be the same by the rule, or CBS must say that the area is.
import type { PlaceLevel, PlaceLinkKind } from '../codes/figures.ts';
import { gemeenteOf, wijkOf } from './codes.ts';
import { isSameName, sortNameOf } from './names.ts';

/** One place as a division file gives it. */
export interface DivisionRow {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: string;
  /** Indelingswijziging against the year before: 1, 2, 3, or null when not given. */
  readonly changeCode?: number | null;
  readonly urbanity?: number | null;
}

/** A span while it is being decided on. */
export interface WorkingSpan {
  code: string;
  level: PlaceLevel;
  firstYear: number;
  lastYear: number;
  name: string;
  changeCode: number | null;
  urbanity: number | null;
}

export interface NewLink {
  readonly fromCode: string;
  readonly fromYear: number;
  readonly toCode: string;
  readonly toYear: number;
  readonly kind: PlaceLinkKind;
}

/** A span whose first year moved: links that name it must follow. */
export interface MovedKey {
  readonly code: string;
  readonly oldFirstYear: number;
  readonly newFirstYear: number;
  /** After a split only the links that leave the later part follow it. */
  readonly onlyOutgoing: boolean;
}

export interface DivisionDecision {
  readonly inserted: readonly WorkingSpan[];
  /** Spans with changed fields, under the first year they are stored with. */
  readonly updated: readonly { readonly storedFirstYear: number; readonly span: WorkingSpan }[];
  readonly moved: readonly MovedKey[];
  readonly links: readonly NewLink[];
  readonly warnings: readonly string[];
}

interface Work {
  readonly year: number;
  readonly spans: Map<string, WorkingSpan[]>;
  readonly stored: Map<WorkingSpan, WorkingSpan>;
  readonly moved: MovedKey[];
  readonly warnings: string[];
  /** Gemeenten joined over years of which nothing is known. */
  readonly gaps: { readonly code: string; readonly from: number; readonly to: number }[];
}

/**
 * Spans, links and warnings that follow from a division year, whatever the order in which years arrive.
 * `existing` are all known spans of the gemeenten that the rows lie in.
 */
export function decideDivision(
  existing: readonly WorkingSpan[],
  year: number,
  rows: readonly DivisionRow[],
): DivisionDecision {
  const work: Work = {
    ...{ year, spans: new Map(), stored: new Map() },
    ...{ moved: [], warnings: [], gaps: [] },
  };
  for (const span of existing) {
    const copy = { ...span };
    work.stored.set(copy, span);
    addSpan(work, copy);
  }
  for (const row of rows) placeRow(work, row);
  warnOfUnseenBorders(work);
  // Where nothing was known there is nothing to follow.
  const links =
    existing.length === 0 ? [] : [...linkBoundary(work, year), ...linkBoundary(work, year + 1)];
  const all = spansOf(work);
  return {
    inserted: all.filter((span) => !work.stored.has(span)),
    updated: all.flatMap((span) => {
      const before = work.stored.get(span);
      return before && differs(before, span) ? [{ storedFirstYear: before.firstYear, span }] : [];
    }),
    moved: work.moved,
    links,
    warnings: work.warnings,
  };
}

function spansOf({ spans }: Work): WorkingSpan[] {
  const all: WorkingSpan[] = [];
  for (const list of spans.values()) all.push(...list);
  return all;
}

const differs = (a: WorkingSpan, b: WorkingSpan) =>
  a.firstYear !== b.firstYear ||
  a.lastYear !== b.lastYear ||
  a.name !== b.name ||
  a.changeCode !== b.changeCode ||
  a.urbanity !== b.urbanity;

function addSpan(work: Work, span: WorkingSpan): void {
  const list = work.spans.get(span.code) ?? [];
  list.push(span);
  list.sort((a, b) => a.firstYear - b.firstYear);
  work.spans.set(span.code, list);
}

const breaksArea = (changeCode: number | null | undefined) => changeCode === 2 || changeCode === 3;

function placeRow(work: Work, row: DivisionRow): void {
  const { year } = work;
  const spans = work.spans.get(row.code) ?? [];
  const same = spans.find((span) => span.firstYear <= year && year <= span.lastYear);
  if (same) {
    meetSpan(work, same, row);
    return;
  }
  const previous = spans.findLast((span) => span.lastYear < year);
  const next = spans.find((span) => span.firstYear > year);
  if (previous && !breaksArea(row.changeCode) && isSameName(previous.name, row.name)) {
    noteGap(work, row, previous.lastYear, year);
    previous.lastYear = year;
    takeDetails(previous, row, year);
    return;
  }
  if (next && !breaksArea(next.changeCode) && isSameName(next.name, row.name)) {
    work.moved.push({
      code: row.code,
      oldFirstYear: next.firstYear,
      newFirstYear: year,
      onlyOutgoing: false,
    });
    noteGap(work, row, year, next.firstYear);
    next.firstYear = year;
    next.changeCode = row.changeCode ?? null;
    takeDetails(next, row, year);
    return;
  }
  addSpan(work, {
    code: row.code,
    level: row.level,
    firstYear: year,
    lastYear: year,
    name: row.name,
    changeCode: row.changeCode ?? null,
    urbanity: row.urbanity ?? null,
  });
}

function noteGap({ gaps }: Work, { code, level }: DivisionRow, from: number, to: number): void {
  if (level === 'GEMEENTE' && to > from + 1) gaps.push({ code, from, to });
}

/**
 * A gemeente that kept its code and name over years that are not known, while its wijken did not: another may have been
 * merged into it, which only the years between can tell.
 */
function warnOfUnseenBorders(work: Work): void {
  const wijken = new Map<string, WorkingSpan[]>();
  if (work.gaps.length > 0) {
    for (const span of spansOf(work)) {
      if (span.level === 'WIJK') addTo(wijken, gemeenteOf(span.code), span);
    }
  }
  for (const { code, from, to } of work.gaps) {
    const codesIn = (year: number) =>
      (wijken.get(code) ?? [])
        .filter((span) => span.firstYear <= year && year <= span.lastYear)
        .map((span) => span.code)
        .sort();
    const [before, after] = [codesIn(from), codesIn(to)];
    const added = after.filter((wijk) => !before.includes(wijk));
    const gone = before.filter((wijk) => !after.includes(wijk));
    if (before.length === 0 || after.length === 0 || added.length + gone.length === 0) continue;
    const what = [
      ...(added.length > 0 ? [`${added.length} more (${added[0]})`] : []),
      ...(gone.length > 0 ? [`${gone.length} less (${gone[0]})`] : []),
    ].join(' and ');
    work.warnings.push(
      `${code} kept its code and name from ${from} to ${to}, but has other wijken: ${what}. Its border may have changed in` +
        ' the years between, and its trend is joined: import those years to be sure.',
    );
  }
}

/** The year lies in a known span: it is the same place, unless CBS says that its area changed in this year. */
function meetSpan(work: Work, span: WorkingSpan, row: DivisionRow): void {
  const { year } = work;
  if (breaksArea(row.changeCode) && span.firstYear < year) {
    const later = { ...span, firstYear: year, changeCode: row.changeCode ?? null, name: row.name };
    span.lastYear = year - 1;
    addSpan(work, later);
    work.moved.push({
      code: row.code,
      oldFirstYear: span.firstYear,
      newFirstYear: year,
      onlyOutgoing: true,
    });
    return;
  }
  if (!isSameName(span.name, row.name)) {
    work.warnings.push(
      `${row.code} is "${row.name}" in ${year}, but "${span.name}" in ${yearsOf(span)}: kept the latter.`,
    );
  }
  if (span.firstYear === year) span.changeCode ??= row.changeCode ?? null;
  takeDetails(span, row, year);
}

/** A longer spelling replaces a name that CBS cut off; the newest urbanity counts. */
function takeDetails(span: WorkingSpan, row: DivisionRow, year: number): void {
  const isFuller = span.name.length >= 40 && row.name.length > span.name.length;
  if (isFuller && isSameName(span.name, row.name)) span.name = row.name;
  const urbanity = row.urbanity ?? null;
  if (urbanity !== null && (span.urbanity === null || year === span.lastYear)) {
    span.urbanity = urbanity;
  }
}

const yearsOf = (span: WorkingSpan) =>
  span.firstYear === span.lastYear ? `${span.firstYear}` : `${span.firstYear}-${span.lastYear}`;

/** Links from spans that end the year before to spans that begin in `year`. */
function linkBoundary(work: Work, year: number): NewLink[] {
  const starting: WorkingSpan[] = [];
  const startingByGemeente = new Map<string, WorkingSpan[]>();
  const endedByGemeente = new Map<string, WorkingSpan[]>();
  const knownBefore = new Set<string>();
  for (const span of spansOf(work)) {
    const gemeente = gemeenteOf(span.code);
    if (span.firstYear === year) {
      starting.push(span);
      addTo(startingByGemeente, gemeente, span);
    }
    if (span.firstYear < year && span.lastYear >= year - 1) knownBefore.add(gemeente);
    if (span.lastYear === year - 1) addTo(endedByGemeente, gemeente, span);
  }
  return starting.flatMap((span) => {
    const gemeente = gemeenteOf(span.code);
    const ended = endedByGemeente.get(gemeente) ?? [];
    const link = linkOf(span, ended, startingByGemeente.get(gemeente) ?? []);
    if (!link) warnOfGap(work, span, knownBefore.has(gemeente));
    return link ? [link] : [];
  });
}

function addTo(groups: Map<string, WorkingSpan[]>, key: string, span: WorkingSpan): void {
  const group = groups.get(key);
  if (group) group.push(span);
  else groups.set(key, [span]);
}

/** The link to a span that begins, from the spans of its gemeente that ended just before. */
function linkOf(
  span: WorkingSpan,
  ended: readonly WorkingSpan[],
  starting: readonly WorkingSpan[],
): NewLink | undefined {
  const before = ended.find((other) => other.code === span.code);
  if (span.changeCode === 3) return before && makeLink(before, span, 'CHANGED');
  if (span.changeCode === 1 && before) {
    return makeLink(before, span, isSameName(before.name, span.name) ? 'SAME' : 'RENAMED');
  }
  if (span.changeCode !== 2) return undefined;
  const [only, ...others] = ended.filter((other) => isTwin(other, span));
  if (!only || others.length > 0) return undefined;
  const hasRival = starting.some((other) => other.changeCode === 2 && isTwin(other, span));
  return hasRival ? undefined : makeLink(only, span, 'RECODED');
}

const makeLink = (from: WorkingSpan, to: WorkingSpan, kind: PlaceLinkKind): NewLink => ({
  fromCode: from.code,
  fromYear: from.firstYear,
  toCode: to.code,
  toYear: to.firstYear,
  kind,
});

/** Another code with the same name on the same level. */
const isTwin = (other: WorkingSpan, span: WorkingSpan) =>
  other.code !== span.code && other.level === span.level && isSameName(other.name, span.name);

/** Says what a reader of trends will miss: an old code that was not found, or a code with another name. */
function warnOfGap(work: Work, span: WorkingSpan, isYearBeforeKnown: boolean): void {
  if (span.changeCode === 2 && isYearBeforeKnown) {
    work.warnings.push(
      `${span.code} "${span.name}" has a new code in ${span.firstYear}, but its old code was not found by` +
        ' name: no trend across. Import the link if you know it.',
    );
    return;
  }
  const earlier = work.spans.get(span.code)?.findLast((other) => other.lastYear < span.firstYear);
  if (earlier && span.changeCode !== 2 && span.changeCode !== 3) {
    work.warnings.push(
      `${span.code} was "${earlier.name}" in ${yearsOf(earlier)} and is "${span.name}" since` +
        ` ${span.firstYear}: re-used or renamed, so not joined. Import the link if the area is the same.`,
    );
  }
}

/** Columns of the table that follow from the code and the name. */
export const derivedColumns = (span: WorkingSpan) => ({
  sortName: sortNameOf(span.name),
  gemeenteCode: gemeenteOf(span.code),
  wijkCode: wijkOf(span.code),
});
