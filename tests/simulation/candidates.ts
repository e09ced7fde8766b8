// A copy of the rules with their thresholds and some alternatives as options, to try changes without touching the
// product. `asPublished` is chapter 14 as written; a test holds `asInProduct` against the product's own rules.
import type {
  CoverageLevel,
  GroundPositionCode,
  MonitorPositionCode,
} from '../../server/codes/merge.ts';
import { type Severity, severities } from '../../server/codes/notes.ts';
import type { Profession } from '../../server/codes/people.ts';
import { expectedProfessions, type ThemeCode } from '../../server/codes/themes.ts';
import { compareTheme } from '../../server/concordance.ts';
import { displayOf, productThresholds } from '../../server/privacy/disclosure.ts';
import { isConcern, type PublishedNote, summariseSignal } from '../../server/signals.ts';
import { type CellEvidence, type IndicatorEvidence, judgeCells, type Rules } from './subject.ts';

export interface RuleOptions {
  /** M: signed z from which a theme is raised. */
  readonly raisedFrom: number;
  /** M: the same where the ground is quiet: a figure that stands alone may be asked to stand out more. */
  readonly raisedAloneFrom: number;
  /** M: signed z that at least half of the indicators must reach where the ground is quiet. */
  readonly halfAloneFrom: number;
  /** M: |z| of two indicators in opposite directions that makes a theme mixed. */
  readonly mixedFrom: number;
  /** M: MEASURED_FIRST leaves modelled figures out where a measured one is known; MODELLED_ASIDE always. */
  readonly modelled: 'AS_MEASURED' | 'MEASURED_FIRST' | 'MODELLED_ASIDE';
  /** M: how the indicators of a theme become one number. */
  readonly pool: 'MEDIAN' | 'MEAN' | 'STOUFFER';
  /** M: a raised indicator must stand or have no margins; any tested indicator must stand; or no test at all. */
  readonly test: 'OF_RAISED' | 'OF_ANY' | 'NONE';
  /** M: of three or more indicators, at least two must be raised themselves. */
  readonly agree: boolean;
  /** M: only the indicators of the newest period of the theme. */
  readonly newestOnly: boolean;
  /** Notes of one organisation that count in a cell. */
  readonly mostNotes: number;
  /** S: organisations that must have a concern of at least WORRYING. */
  readonly worryingOrganisations: number;
  /** S: organisations that must have a concern. */
  readonly organisations: number;
  /** S: notes that must be WORRYING or graver; 0 asks for none. */
  readonly worryingNotes: number;
  /** S: sum over organisations of their gravest concern, ATTENTION 1 to URGENT 4; 0 asks for none. */
  readonly severityPoints: number;
  /** S: this many organisations with a concern count without any severity; Infinity for never. */
  readonly organisationsWithoutSeverity: number;
  /** S: organisations with a concern must be more than the town's reporting habits explain, by this IC. */
  readonly informationAbove: number;
  /** Who counts as having looked; REMIT: writes from this wijk, and on this theme anywhere in the gemeente. */
  readonly coverage: 'WIJK' | 'THEME_NOTES' | 'EXPECTED' | 'REMIT' | 'EXPECTED_OR_REMIT';
  /** S3; off only to measure what disclosure control costs. */
  readonly hasDisclosureControl: boolean;
}

export const asPublished: RuleOptions = {
  raisedFrom: 1,
  raisedAloneFrom: 1,
  halfAloneFrom: Number.NEGATIVE_INFINITY,
  mixedFrom: 1,
  modelled: 'AS_MEASURED',
  pool: 'MEDIAN',
  test: 'OF_RAISED',
  agree: false,
  newestOnly: false,
  mostNotes: 3,
  worryingOrganisations: 0,
  organisations: 2,
  worryingNotes: 1,
  severityPoints: 0,
  organisationsWithoutSeverity: Number.POSITIVE_INFINITY,
  informationAbove: Number.NEGATIVE_INFINITY,
  coverage: 'WIJK',
  hasDisclosureControl: true,
};

/** The product: chapter 14 with M6, a figure that stands alone must be clear. */
export const asInProduct: RuleOptions = { ...asPublished, halfAloneFrom: 2 };

/** Chapter 14 with some options changed. */
export function candidate(changed: Partial<RuleOptions> = {}): Rules {
  const raisedAloneFrom = changed.raisedFrom ?? asPublished.raisedFrom;
  const options = { ...asPublished, raisedAloneFrom, ...changed };
  return (town) => {
    const habits = habitsOf(town.notes);
    return judgeCells(town, (evidence) => judge(options, habits, evidence));
  };
}

function judge(options: RuleOptions, habits: Habits, evidence: CellEvidence) {
  const facts = summariseSignal(evidence.notes, options.mostNotes);
  const { wijkNotes, theme } = evidence;
  const wijkLevel = coverageLevel({ ...options, coverage: 'WIJK' }, habits, wijkNotes, theme);
  const display = displayOf(
    { ...facts, inhabitants: evidence.wijk.inhabitants },
    wijkLevel,
    productThresholds,
  );
  const isShown = options.hasDisclosureControl ? display === 'SHOWN' : facts.notes > 0;
  const level = coverageLevel(options, habits, wijkNotes, theme);
  const ground = isShown && isRaised(options, habits, evidence) ? 'RAISED' : quietOr(level);
  const isAlone = ground !== 'RAISED';
  const raisedFrom = isAlone ? options.raisedAloneFrom : options.raisedFrom;
  const halfAloneFrom = ground === 'QUIET' ? options.halfAloneFrom : asPublished.halfAloneFrom;
  const monitor = monitorOf({ ...options, raisedFrom, halfAloneFrom }, evidence.indicators);
  const { outcome } = compareTheme(
    { code: monitor, signedZ: null, halfReach: null, isMixed: false, reasons: [] },
    { code: ground, reasons: [] },
  );
  return { outcome, monitor, ground, display };
}

type KnownIndicator = IndicatorEvidence & { readonly signedZ: number };

const quietOr = (level: CoverageLevel): GroundPositionCode =>
  level === 'SUFFICIENT' ? 'QUIET' : 'UNKNOWN';

function monitorOf(options: RuleOptions, all: readonly IndicatorEvidence[]): MonitorPositionCode {
  const known = all.filter((one): one is KnownIndicator => one.signedZ !== null);
  const measured = known.filter((one) => one.provenance !== 'MODELLED');
  const isLeftOut =
    options.modelled === 'MODELLED_ASIDE' ||
    (options.modelled === 'MEASURED_FIRST' && measured.length > 0);
  const kept = isLeftOut ? measured : known;
  const newest = Math.min(...kept.map((one) => one.age));
  const used = options.newestOnly ? kept.filter((one) => one.age === newest) : kept;
  if (used.length === 0) return 'UNKNOWN';
  const zs = used.map((one) => one.signedZ).sort((a, b) => a - b);
  if ((zs.at(-1) ?? 0) >= options.mixedFrom && (zs[0] ?? 0) <= -options.mixedFrom) return 'NORMAL';
  const pooled = pool(options.pool, zs);
  if (pooled < options.raisedFrom) return pooled <= -options.raisedFrom ? 'FAVOURABLE' : 'NORMAL';
  const clear = zs.filter((z) => z >= options.halfAloneFrom).length;
  if (clear < zs.length / 2) return 'NORMAL';
  const raised = zs.filter((z) => z >= options.raisedFrom).length;
  if (options.agree && zs.length >= 3 && raised < 2) return 'NORMAL';
  return stands(options, used) ? 'RAISED' : 'NORMAL';
}

function stands({ test, raisedFrom }: RuleOptions, used: readonly KnownIndicator[]): boolean {
  if (test === 'NONE') return true;
  if (test === 'OF_ANY') {
    const tested = used.filter((one) => one.adjustedP !== null);
    return tested.length === 0 || tested.some((one) => (one.adjustedP ?? 1) <= 0.05);
  }
  return used.some((one) => one.signedZ >= raisedFrom && (one.adjustedP ?? 0) <= 0.05);
}

/** STOUFFER: several indicators that agree say more than one; they are taken to correlate by 0.5 (Strube 1985). */
function pool(kind: RuleOptions['pool'], zs: readonly number[]): number {
  if (kind === 'STOUFFER') return middle(zs) / Math.sqrt(0.5 + 0.5 / zs.length);
  return kind === 'MEAN' ? mean(zs) : middle(zs);
}

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const middle = (sorted: readonly number[]) => {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

const organisationsOf = (notes: readonly PublishedNote[]) =>
  new Set(notes.flatMap((note) => [note, ...note.confirmations]).map((one) => one.organisationKey));

function isRaised(options: RuleOptions, habits: Habits, { notes, theme }: CellEvidence): boolean {
  const concerns = notes.filter(isConcern);
  const organisations = organisationsOf(concerns);
  if (organisations.size < options.organisations) return false;
  const expected = habits.expected(notes[0]?.placeCode ?? '', theme);
  const information = Math.log2((organisations.size + 0.5) / (expected + 0.5));
  if (information < options.informationAbove) return false;
  if (pointsOf(concerns) < options.severityPoints) return false;
  const worrying = concerns.filter((one) => one.severity !== null && one.severity !== 'ATTENTION');
  if (organisationsOf(worrying).size < options.worryingOrganisations) return false;
  return (
    worrying.length >= options.worryingNotes ||
    organisations.size >= options.organisationsWithoutSeverity
  );
}

const severityOrder = Object.keys(severities) as Severity[];

function pointsOf(concerns: readonly PublishedNote[]): number {
  const gravest = new Map<string, number>();
  for (const { severity, organisationKey, confirmations } of concerns) {
    if (severity === null) continue;
    const points = 1 + severityOrder.indexOf(severity);
    for (const key of [organisationKey, ...confirmations.map((one) => one.organisationKey)]) {
      gravest.set(key, Math.max(gravest.get(key) ?? 0, points));
    }
  }
  return [...gravest.values()].reduce((sum, points) => sum + points, 0);
}

/** What can be learnt of who looks where from the notes of the whole gemeente. */
interface Habits {
  readonly themesOf: ReadonlyMap<string, ReadonlySet<ThemeCode>>;
  /** Organisations with a concern to expect in a cell: row x column / total of organisation voices (20.6). */
  expected(placeCode: string, theme: ThemeCode): number;
}

function habitsOf(notes: readonly PublishedNote[]): Habits {
  const themesOf = new Map<string, Set<ThemeCode>>();
  const voices = new Set<string>();
  const [rows, columns] = [new Map<string, number>(), new Map<string, number>()];
  for (const note of notes) {
    for (const { organisationKey } of [note, ...note.confirmations]) {
      const themes = themesOf.get(organisationKey) ?? new Set();
      themesOf.set(organisationKey, themes.add(note.theme));
      const voice = `${note.placeCode} ${note.theme} ${organisationKey}`;
      if (!isConcern(note) || voices.has(voice)) continue;
      voices.add(voice);
      rows.set(note.placeCode, (rows.get(note.placeCode) ?? 0) + 1);
      columns.set(note.theme, (columns.get(note.theme) ?? 0) + 1);
    }
  }
  const expected = (placeCode: string, theme: ThemeCode) =>
    ((rows.get(placeCode) ?? 0) * (columns.get(theme) ?? 0)) / Math.max(1, voices.size);
  return { themesOf, expected };
}

function coverageLevel(
  { coverage }: RuleOptions,
  { themesOf }: Habits,
  wijkNotes: readonly PublishedNote[],
  theme: ThemeCode,
): CoverageLevel {
  const voices = wijkNotes
    .flatMap((note) =>
      [note, ...note.confirmations].map((voice) => ({ ...voice, theme: note.theme })),
    )
    .filter(({ organisationKey, profession, theme: onTheme }) => {
      const isExpected = expectedProfessions[theme].includes(profession as Profession);
      const isRemit = themesOf.get(organisationKey)?.has(theme) ?? false;
      if (coverage === 'THEME_NOTES') return onTheme === theme;
      if (coverage === 'EXPECTED') return isExpected;
      if (coverage === 'REMIT') return isRemit;
      return coverage === 'WIJK' || isExpected || isRemit;
    });
  const organisations = new Set(voices.map((voice) => voice.organisationKey)).size;
  const professions = new Set(voices.map((voice) => voice.profession)).size;
  if (organisations >= 2 && professions >= 2) return 'SUFFICIENT';
  return organisations > 0 ? 'THIN' : 'NONE';
}
