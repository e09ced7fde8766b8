// What can be observed of a cell as a list of numbers: everything a rule could rest on, the truth excepted. Only the
// ceiling (ceiling.ts) reads it; NaN says that a number does not exist.
import { type Severity, severities } from '../../server/codes/notes.ts';
import { expectedProfessions } from '../../server/codes/themes.ts';
import { displayOf, productThresholds } from '../../server/privacy/disclosure.ts';
import {
  coverageOf,
  isConcern,
  type PublishedNote,
  summariseSignal,
} from '../../server/signals.ts';
import { themeCodes } from './needs.ts';
import { type CellEvidence, groupBy, type IndicatorEvidence } from './subject.ts';

/**
 * CELL: figures and notes of the cell as they may be shown, and the coverage of the wijk. WIJK: also the figures of its
 * other themes and how much is written there in all. HIDDEN: also the hidden notes of the cell, which no outcome may
 * rest on.
 */
export const scopes = ['CELL', 'WIJK', 'HIDDEN'] as const;
export type Scope = (typeof scopes)[number];

/** The same numbers in the same order for every cell of one scope. */
export function featuresOf(
  cell: CellEvidence,
  ofWijk: readonly CellEvidence[],
  scope: Scope,
): number[] {
  const features = [...figuresOf(cell), ...notesOf(cell, scope)];
  return scope === 'CELL' ? features : [...features, ...surroundingsOf(cell, ofWijk)];
}

type Known = IndicatorEvidence & { readonly signedZ: number };

const knownOf = ({ indicators }: CellEvidence): Known[] =>
  indicators.filter((one): one is Known => one.signedZ !== null);
const isModelled = ({ provenance }: Known) => provenance === 'MODELLED';
const isMeasured = (one: Known) => !isModelled(one);

function figuresOf(cell: CellEvidence): number[] {
  const used = knownOf(cell);
  const values = used.map((one) => one.signedZ).sort((a, b) => b - a);
  const half = Math.ceil(values.length / 2);
  const tested = used.filter((one) => one.adjustedP !== null);
  const [newest] = used.filter(isMeasured).sort((a, b) => a.age - b.age);
  return [
    values.length,
    at(values, 0),
    at(values, 1),
    at(values, values.length - 1),
    at(values, half - 1),
    at(values, values.length - half),
    mean(values),
    ...[isModelled, isMeasured].flatMap((kind) => {
      const some = used.filter(kind).map((one) => one.signedZ);
      return [some.length, mean(some), most(some)];
    }),
    newest?.signedZ ?? Number.NaN,
    newest?.age ?? Number.NaN,
    mean(used.map((one) => one.age)),
    tested.length,
    -most(tested.map((one) => -(one.adjustedP ?? 1))),
    mean(tested.map((one) => one.signedZ)),
  ];
}

function notesOf({ wijk, theme, notes, wijkNotes }: CellEvidence, scope: Scope): number[] {
  const { level } = coverageOf(wijkNotes, new Set());
  const { inhabitants } = wijk;
  const isShown =
    displayOf({ ...summariseSignal(notes), inhabitants }, level, productThresholds) === 'SHOWN';
  const said = isShown || scope === 'HIDDEN' ? notes : [];
  const facts = summariseSignal(said);
  const concerns = said.filter(isConcern);
  const distinct = concerns.filter((note) => note.repeats === null);
  const gravest = [...gravestOf(concerns).values()].sort((a, b) => b - a);
  const days = distinct.map((note) => Date.parse(note.observedTo) / 86_400_000);
  const groups = groupBy(
    distinct.flatMap((note) => note.populationGroups),
    (group) => group,
  );
  const expected = concerns.filter((note) => expectedProfessions[theme].includes(note.profession));
  return [
    Number(isShown),
    facts.notes,
    facts.concernNotes,
    facts.organisations,
    facts.concernOrganisations,
    facts.professions.length,
    facts.strengths,
    distinct.length,
    concerns.length - distinct.length,
    at(gravest, 0),
    at(gravest, 1),
    sum(gravest),
    gravest.filter((points) => points >= 2).length,
    mean(distinct.map(pointsOf)),
    distinct.filter((note) => pointsOf(note) >= 2).length,
    distinct.filter((note) => pointsOf(note) >= 3).length,
    new Set(expected.map((note) => note.organisationKey)).size,
    sum(concerns.map((note) => note.confirmations.length)),
    distinct.filter((note) => note.trend === 'NEW' || note.trend === 'RISING').length,
    distinct.filter((note) => note.trend === 'UNKNOWN').length,
    most([...groups.values()].map((one) => one.length)),
    most(days) + most(days.map((day) => -day)),
    most(days),
    organisationsOf(wijkNotes).size,
    inhabitants,
    themeCodes.indexOf(theme),
  ];
}

function surroundingsOf(cell: CellEvidence, ofWijk: readonly CellEvidence[]): number[] {
  const others = ofWijk.filter(({ theme }) => theme !== cell.theme).flatMap(knownOf);
  const own = mean(knownOf(cell).map((one) => one.signedZ));
  const [modelled, measured] = [isModelled, isMeasured].map((kind) =>
    middle(others.filter(kind).map((one) => one.signedZ)),
  );
  const level = middle(others.map((one) => one.signedZ));
  const themesOf = groupBy(
    cell.townNotes.filter(({ theme }) => theme === cell.theme),
    (note) => note.organisationKey,
  );
  const lookers = [...organisationsOf(cell.wijkNotes)].filter((key) => themesOf.has(key));
  return [
    modelled ?? Number.NaN,
    measured ?? Number.NaN,
    level,
    own - level,
    lookers.length,
    cell.wijkNotes.length,
    organisationsOf(cell.townNotes).size,
  ];
}

const severityOrder = Object.keys(severities) as Severity[];
const pointsOf = ({ severity }: PublishedNote) =>
  severity === null ? 0 : 1 + severityOrder.indexOf(severity);

function gravestOf(concerns: readonly PublishedNote[]): Map<string, number> {
  const gravest = new Map<string, number>();
  for (const note of concerns) {
    for (const key of organisationsOf([note])) {
      gravest.set(key, Math.max(gravest.get(key) ?? 0, pointsOf(note)));
    }
  }
  return gravest;
}

const organisationsOf = (notes: readonly PublishedNote[]) =>
  new Set(notes.flatMap((note) => [note, ...note.confirmations]).map((one) => one.organisationKey));

const at = (list: readonly number[], index: number) => list[index] ?? Number.NaN;
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
const mean = (list: readonly number[]) => sum(list) / list.length;
const most = (list: readonly number[]) => (list.length > 0 ? Math.max(...list) : Number.NaN);
const middle = (list: readonly number[]) =>
  at(
    [...list].sort((a, b) => a - b),
    Math.floor(list.length / 2),
  );
