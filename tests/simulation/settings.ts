// What towns may look like: the assumptions of the simulation, in one place. Written before any rule was
// tuned; `standard` is the reference, the others ask whether a finding hangs on one assumption.

export interface Settings {
  /** Share of ordinary cells in which a need is planted, at average deprivation. */
  readonly raisedShare: number;
  /** Planted shift of a need, in ordinary standard deviations between wijken. */
  readonly effect: readonly [low: number, high: number];
  /** Of planted needs: why a figure does or does not show them (see needs.ts). */
  readonly causes: {
    readonly STRUCTURAL: number;
    readonly LOCAL: number;
    readonly PART: number;
    readonly HIDDEN: number;
    readonly RECENT: number;
  };
  /** Share of cells without need in which a figure is raised all the same. */
  readonly artefactShare: number;
  /** Share of judged indicators that are modelled, not measured. */
  readonly modelledShare: number;
  /** Share of towns x themes in which one indicator runs against the need in some wijken. */
  readonly oppositeShare: number;
  /** Notes in 18 months by an organisation of average activity on a need of middle severity. */
  readonly needRate: number;
  /** The same on a theme without raised need: false alarms and everyday cases. */
  readonly chatterRate: number;
  /** Standard deviation of the logarithm of activity; 0.8 gives a factor ten between the 7th and 93rd percent. */
  readonly activitySpread: number;
  /** Average number of echo chambers in a town. */
  readonly echoes: number;
  /** Average number of rumours that travel through two or three organisations. */
  readonly rumours: number;
  readonly organisations: readonly [low: number, high: number];
}

const standard: Settings = {
  raisedShare: 0.14,
  effect: [2.3, 4.2],
  causes: { STRUCTURAL: 0.42, LOCAL: 0.2, PART: 0.12, HIDDEN: 0.16, RECENT: 0.1 },
  artefactShare: 0.06,
  modelledShare: 0.4,
  oppositeShare: 0.08,
  needRate: 2.2,
  chatterRate: 0.1,
  activitySpread: 0.8,
  echoes: 1.5,
  rumours: 0.7,
  organisations: [5, 40],
};

export const scenarios = {
  standard,
  /** Needs stand out less from ordinary differences. */
  faint: { ...standard, effect: [1.6, 3] },
  /** Needs stand out clearly. */
  strong: { ...standard, effect: [3.5, 5.5] },
  /** Needs stand out so far that figures alone decide, and there is little chatter: what any rule should get right. */
  clear: { ...standard, effect: [4.5, 7], chatterRate: 0.05, needRate: 3.3, rumours: 0.2 },
  /** Much chatter, many echoes and rumours. */
  noisy: { ...standard, chatterRate: 0.25, echoes: 4, rumours: 2 },
  /** Few notes: the first year of a gemeente with Wijkbeeld. */
  sparse: { ...standard, needRate: 1.1, chatterRate: 0.05, organisations: [5, 15] },
  /** Professionals note a lot. */
  busy: { ...standard, needRate: 4.4, chatterRate: 0.2, organisations: [20, 40] },
  /** Many cells are raised. */
  troubled: { ...standard, raisedShare: 0.28 },
  /** Nearly all figures are modelled. */
  modelled: { ...standard, modelledShare: 0.85 },
} satisfies Record<string, Settings>;

export type Scenario = keyof typeof scenarios;
