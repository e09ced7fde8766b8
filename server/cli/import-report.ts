// Words for what an import did: read, staged or published, set aside and why, and what changes.

import type { QuarantinedRow } from '../monitors/refusal.ts';
import type { RunOutcome } from '../monitors/run.ts';

const number = new Intl.NumberFormat('en-US');
export const count = (n: number, one: string, many = `${one}s`) =>
  `${number.format(n)} ${n === 1 ? one : many}`;

const stateNames: Readonly<Record<string, string>> = {
  O: 'known',
  P: 'provisional',
  R: 'revised provisional',
  S: 'suppressed',
  M: 'missing',
  Y: 'not yet available',
  D: 'discontinued',
  N: 'not delivered',
};

const LISTED = 10;

/** The whole report of one edition. */
export function describeRun(run: RunOutcome, isDryRun: boolean): string {
  const name = `${run.title} (${run.sourceKey} ${run.tableId}, ${run.scope}, division ${run.divisionYear})`;
  const { report } = run;
  const states = Object.entries(report.states).map(
    ([letter, n]) => `${number.format(n)} ${stateNames[letter] ?? letter}`,
  );
  return [
    name,
    `  read         ${count(report.linesRead, 'line')}: ${count(report.places, 'place')} x ${count(report.columns, 'column')}`,
    `  figures      ${states.join(', ')}`,
    ...describePlaces(run),
    ...describeSetAside(report.quarantined),
    ...describeDiff(run),
    ...list('  warning      ', report.warnings),
    `  ${describeStanding(run, isDryRun)}`,
  ].join('\n');
}

function describePlaces({ report: { division } }: RunOutcome): string[] {
  if (!division) return [];
  const { added, changed, links } = division;
  if (added + changed + links === 0) return ['  places       nothing changed'];
  return [`  places       ${added} new, ${changed} changed, ${count(links, 'new link')}`];
}

function describeStanding(run: RunOutcome, isDryRun: boolean): string {
  const id = run.editionId;
  if (isDryRun) return `dry run      nothing was changed`;
  if (run.outcome === 'UNCHANGED' && run.status === 'LIVE') {
    return `unchanged    nothing changed: the same content is live as edition ${id}`;
  }
  if (run.status === 'LIVE') {
    const replaced = run.superseded.length > 0 ? `, replaces ${run.superseded.join(', ')}` : '';
    return `published    edition ${id}${replaced}`;
  }
  if (run.status === 'STAGED') {
    const again = run.outcome === 'UNCHANGED' ? 'nothing changed: staged before' : 'staged';
    return `staged       ${again} as edition ${id}; make it visible with: wijkbeeld publish ${id}`;
  }
  return (
    `unchanged    nothing changed: the same content was edition ${id}, now ${run.status}; bring it back with:` +
    ` wijkbeeld publish ${id}`
  );
}

function describeDiff({ report, outcome }: RunOutcome): string[] {
  const { diff } = report;
  if (outcome === 'UNCHANGED') return [];
  if (diff.against.length === 0) return ['  compared     nothing of this table is live yet'];
  const values =
    `${number.format(diff.newValues)} new, ${number.format(diff.changedValues)} changed, ` +
    `${number.format(diff.vanishedValues)} vanished, ${number.format(diff.unchangedValues)} equal` +
    (diff.changedStates > 0 ? `; ${number.format(diff.changedStates)} other reasons` : '');
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['new places', diff.newPlaces],
    ['vanished places', diff.vanishedPlaces],
    ['new columns', diff.newColumns],
    ['lost columns', diff.lostColumns],
    [
      'changed definitions',
      report.changedIndicators.map((c) => `${c.key} (${c.fields.join(', ')})`),
    ],
  ];
  return [
    `  compared     with edition ${diff.against.join(', ')}: values ${values}`,
    ...lists
      .filter(([, names]) => names.length > 0)
      .map(([title, names]) => `               ${title}: ${shorten(names)}`),
  ];
}

const shorten = (names: readonly string[]) =>
  names.length <= LISTED
    ? names.join(', ')
    : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;

function describeSetAside(reasons: Readonly<Record<string, number>>): string[] {
  const parts = Object.entries(reasons).map(([reason, n]) => `${number.format(n)} ${reason}`);
  return parts.length === 0
    ? ['  quarantined  nothing']
    : [`  quarantined  ${parts.join(', ')}; see: wijkbeeld quarantine list`];
}

/** Quarantined rows of an import that makes no edition. */
export function describeRows(rows: readonly QuarantinedRow[]): string[] {
  const reasons: Record<string, number> = {};
  for (const { reason } of rows) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return [
    ...describeSetAside(reasons),
    ...list(
      '               ',
      rows.map((row) => `line ${row.line}: ${row.explanation}`),
    ),
  ];
}

/** Lines with a heading, cut off after ten. */
export function list(heading: string, texts: readonly string[]): string[] {
  const lines = texts.slice(0, LISTED).map((text) => heading + text);
  const rest = texts.length - LISTED;
  return rest > 0 ? [...lines, `${heading}and ${number.format(rest)} more`] : lines;
}
