// What to open first in the invented town, where to find each thing the product can say, and how to act as each demo
// person. Printed at start, used by the API page and the README, and proven by tests/seeds.test.ts.
import type { StateReason, ValueState } from '../server/codes/figures.ts';
import type { ThemeCode } from '../server/codes/themes.ts';
import { demoPersons } from './organisations.ts';
import { codeIn, duinrandWijken, wijken } from './places.ts';

type Aspect = 'outcome' | 'display' | 'coverage' | 'corroboration' | 'monitor' | 'stage';

/** Something the profile can say, and a wijk and theme in which it does. */
export interface Showcase {
  readonly aspect: Aspect;
  /** Code of the list of that aspect. */
  readonly code: string;
  readonly wijk: string;
  readonly wijkName: string;
  readonly theme: ThemeCode;
}

const nameOf = (key: string) =>
  [...wijken, ...duinrandWijken].find((wijk) => wijk.key === key)?.names.at(-1) ?? key;

const see = (aspect: Aspect, code: string, key: string, theme: ThemeCode): Showcase => ({
  aspect,
  code,
  wijk: codeIn(key),
  wijkName: nameOf(key),
  theme,
});

/** Where each outcome, display state, coverage level and step can be seen. Corroboration: as a reviewer sees it. */
export const whereToSee: readonly Showcase[] = [
  see('outcome', 'CONFIRMED', 'havenkwartier', 'LIVELIHOOD'),
  see('outcome', 'CONFIRMED', 'meeuwenweide', 'SOCIAL_NETWORK'),
  see('outcome', 'CONFIRMED', 'binnenstad', 'LIVING_ENVIRONMENT'),
  see('outcome', 'CONFIRMED', 'zuiderplas', 'ACCESS_TO_SERVICES'),
  see('outcome', 'SIGNAL_ABOVE_FIGURE', 'molenweide', 'LIVELIHOOD'),
  see('outcome', 'SIGNAL_ABOVE_FIGURE', 'rietlanden', 'WORK_EDUCATION'),
  see('outcome', 'SIGNAL_ABOVE_FIGURE', 'zuiderplas', 'MENTAL_HEALTH'),
  see('outcome', 'SIGNAL_WITHOUT_FIGURE', 'sluiswijk', 'SAFETY_AT_HOME'),
  see('outcome', 'SIGNAL_WITHOUT_FIGURE', 'havenkwartier', 'PAPERWORK_DIGITAL'),
  see('outcome', 'SIGNAL_WITHOUT_FIGURE', 'meeuwenweide', 'MEANING'),
  see('outcome', 'FIGURE_ABOVE_SIGNAL', 'dijkzicht', 'SUBSTANCE_USE'),
  see('outcome', 'FIGURE_ABOVE_SIGNAL', 'dijkzicht', 'ACCESS_TO_SERVICES'),
  see('outcome', 'NO_CONCERN', 'rietlanden', 'PARTICIPATION'),
  see('outcome', 'NO_CONCERN', 'dijkzicht', 'SOCIAL_NETWORK'),
  see('outcome', 'INSUFFICIENT_COVERAGE', 'oosterland', 'ACCESS_TO_SERVICES'),
  see('outcome', 'INSUFFICIENT_COVERAGE', 'eilanden', 'LIVELIHOOD'),
  see('outcome', 'NO_DATA', 'sluispoort', 'LIVING_ENVIRONMENT'),
  see('outcome', 'NO_DATA', 'rietmoeras', 'MEANING'),
  see('display', 'SHOWN', 'havenkwartier', 'LIVELIHOOD'),
  see('display', 'TOO_FEW', 'binnenstad', 'LIVELIHOOD'),
  see('display', 'TOO_FEW', 'sluispoort', 'LIVING_ENVIRONMENT'),
  see('display', 'NONE', 'dijkzicht', 'SUBSTANCE_USE'),
  see('display', 'NOBODY_LOOKING', 'eilanden', 'LIVELIHOOD'),
  see('coverage', 'SUFFICIENT', 'havenkwartier', 'LIVELIHOOD'),
  see('coverage', 'THIN', 'oosterland', 'SELF_RELIANCE'),
  see('coverage', 'NONE', 'eilanden', 'LIVELIHOOD'),
  see('corroboration', 'SINGLE', 'dijkzicht', 'ACCESS_TO_SERVICES'),
  see('corroboration', 'SAME_ORGANISATION', 'sluiswijk', 'HOUSING'),
  see('corroboration', 'MULTIPLE_ORGANISATIONS', 'molenweide', 'MENTAL_HEALTH'),
  see('corroboration', 'MULTIPLE_DISCIPLINES', 'havenkwartier', 'LIVELIHOOD'),
  see('monitor', 'RAISED', 'havenkwartier', 'LIVELIHOOD'),
  see('monitor', 'NORMAL', 'rietlanden', 'WORK_EDUCATION'),
  see('monitor', 'FAVOURABLE', 'eilanden', 'PHYSICAL_HEALTH'),
  see('monitor', 'UNKNOWN', 'sluiswijk', 'SAFETY_AT_HOME'),
  see('monitor', 'MIXED', 'binnenstad', 'SUBSTANCE_USE'),
  see('stage', 'NOTICED', 'molenweide', 'MENTAL_HEALTH'),
  see('stage', 'SCREENING', 'rietlanden', 'SUBSTANCE_USE'),
  see('stage', 'COLLECTED', 'zuiderplas', 'SOCIAL_NETWORK'),
  see('stage', 'BUNDLED', 'havenkwartier', 'PAPERWORK_DIGITAL'),
  see('stage', 'ANALYSED', 'molenweide', 'LIVELIHOOD'),
  see('stage', 'REPORTED', 'binnenstad', 'SUBSTANCE_USE'),
  see('stage', 'DECIDED', 'zuiderplas', 'ACCESS_TO_SERVICES'),
  see('stage', 'ACTED', 'havenkwartier', 'LIVELIHOOD'),
  see('stage', 'FED_BACK', 'meeuwenweide', 'SOCIAL_NETWORK'),
  see('stage', 'DROPPED', 'rietlanden', 'LIVING_ENVIRONMENT'),
];

/** A state of a figure (chapter 4), and where one is. */
export interface FigureShowcase {
  readonly state: ValueState;
  readonly reason: StateReason | null;
  readonly wijk: string;
  readonly wijkName: string;
  readonly indicator: string;
  readonly period: number;
}

const figure = (
  state: ValueState,
  reason: StateReason | null,
  key: string,
  indicator: string,
  period: number,
): FigureShowcase => ({
  state,
  reason,
  wijk: codeIn(key),
  wijkName: nameOf(key),
  indicator,
  period,
});

/** Where each state of a figure can be seen; the OK ones are a zero, a plain one and a provisional one. */
export const figuresToSee: readonly FigureShowcase[] = [
  figure('OK', null, 'havenkwartier', 'wr-low-income', 2025),
  figure('OK', null, 'oosterland', 'wr-early-leavers', 2025),
  figure('OK', null, 'rietmoeras', 'population', 2025),
  figure('SUPPRESSED', 'BELOW_SOURCE_THRESHOLD', 'sluispoort', 'wr-low-income', 2025),
  figure('SUPPRESSED', null, 'oosterland', 'wr-debt-help', 2025),
  figure('MISSING', 'NOT_APPLICABLE', 'rietmoeras', 'wr-low-income', 2025),
  figure('MISSING', 'NOT_MEASURED', 'sluiswijk', 'wr-stress', 2016),
  figure('MISSING', 'UNRELIABLE', 'eilanden', 'wr-overburdened-carers', 2024),
  figure('NOT_YET', null, 'havenkwartier', 'wr-energy-poverty', 2025),
  figure('DISCONTINUED', null, 'rietlanden', 'wr-club-members', 2024),
  figure('NOT_DELIVERED', null, 'havenkwartier', 'wr-debt-help', 2022),
  figure('NOT_DELIVERED', null, 'duindorp', 'wr-wmo-clients', 2025),
];

/** Demo persons for the choice on the API page. */
export const demoPeople: readonly { label: string; token: string; may: string }[] = demoPersons.map(
  ({ name, token, may }) => ({ label: `${name}, ${may.split(':')[0] ?? ''}`, token, may }),
);

const openFirst: readonly (readonly [key: string, why: string])[] = [
  ['havenkwartier', 'figures and ground agree on debts; paperwork is seen by the ground alone'],
  ['molenweide', 'favourable figures, and debts of self-employed people that they do not show'],
  ['dijkzicht', 'figures on drinking are high, and nobody on the ground mentions it'],
];

/** The outcomes of a wijk as a link that any browser can open. */
const outcomesLink = (url: string, code: string): string => {
  const query = `{wijkProfile(code:"${code}"){place{name} themes{theme{code} concordance{outcome sentence}}}}`;
  return `${url}/graphql?query=${encodeURIComponent(query)}`;
};

/** The text printed after the address at start. */
export function guide(url: string): string {
  const wijkLines = openFirst.flatMap(([key, why]) => [
    `  ${codeIn(key)} ${nameOf(key)}: ${why}`,
    `    ${outcomesLink(url, codeIn(key))}`,
  ]);
  const quiet = `${codeIn('oosterland')} ${nameOf('oosterland')} and ${codeIn('eilanden')} ${nameOf('eilanden')}`;
  const width = Math.max(...demoPersons.map((one) => one.name.length));
  const personLines = demoPersons.flatMap((one) => [
    `  ${one.name.padEnd(width)}  ${one.may}`,
    `  ${' '.repeat(width)}  ${one.token}`,
  ]);
  return [
    '',
    'This is the demo town Waterrijk (GM9001) with its neighbour Duinrand (GM9002). Everything in it is',
    'invented: places, figures, organisations, people and field notes.',
    '',
    `API page with example operations: ${url}/graphiql/`,
    '',
    'Open first:',
    ...wijkLines,
    `  Where few or none were looking: ${quiet}`,
    '',
    'Act as a demo person (this computer only): choose one on the API page, or send the header',
    '  Authorization: Bearer <token>',
    ...personLines,
  ].join('\n');
}
