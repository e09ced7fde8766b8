// What one role asks: every answer of the API on the ground of a town, now, on other days, through filters, pages,
// lists, snapshots and maps. The answers are kept word for word, and read for what they say of cells.
import type { Thresholds } from '../../server/privacy/disclosure.ts';
import type { Ask } from '../support/ask.ts';
import { gemeenteCode, type Town } from './town.ts';

export const roles: Readonly<Record<string, string | null>> = {
  public: null,
  observer: `demo:OBSERVER:${gemeenteCode}:organisatie-9:CARETAKER`,
  analyst: `demo:ANALYST:${gemeenteCode}`,
  policy: `demo:POLICY:${gemeenteCode}`,
  council: `demo:COUNCIL:${gemeenteCode}`,
  resident: `demo:RESIDENT:${gemeenteCode}`,
  administrator: `demo:ADMIN:${gemeenteCode}`,
  auditor: `demo:AUDITOR:${gemeenteCode}`,
  'reviewer elsewhere': 'demo:REVIEWER:GM9301:gemeente',
};
export const reviewer = `demo:REVIEWER:${gemeenteCode}:gemeente`;

/** What one reading says of one wijk x theme. */
export interface CellReading {
  readonly wijk: string;
  readonly theme: string;
  readonly day: string;
  readonly display: string;
  readonly voices: string | null;
  readonly coverage: string;
  readonly organisations: number | null;
  readonly ic: number | null;
}

export interface WijkReading {
  readonly wijk: string;
  readonly day: string;
  readonly groundAsOf: string;
  /** What the gemeente says it holds small numbers against. */
  readonly thresholds: Thresholds;
  readonly level: string;
  readonly organisations: number | null;
  readonly cells: readonly CellReading[];
}

export interface Transcript {
  /** Question and answer, word for word. */
  readonly answers: ReadonlyMap<string, string>;
  readonly wijken: readonly WijkReading[];
  /** Notes listed per wijk x theme. */
  readonly listed: ReadonlyMap<string, number>;
}

const profileQuery = `query ($code: WijkCode!, $asOf: Date) { wijkProfile(code: $code, asOf: $asOf) {
  groundAsOf thresholds { kind least } coverage { level organisations professions regimes lastObserved }
  themes { theme { code } coverage { level organisations professions regimes missingProfessions lastObserved }
    signal { display voices corroboration highestSeverity trend groups professions regimes lastObserved
      strengthVoices stage excerpts { noteId words } disproportionality { isDisproportionate ic ic025 refused } }
    concordance { outcome monitor ground reasons { rule input value threshold } sentence } } } }`;

interface ProfileAnswer {
  wijkProfile: {
    thresholds: { kind: keyof Thresholds; least: number }[];
    groundAsOf: string;
    coverage: { level: string; organisations: number | null };
    themes: {
      theme: { code: string };
      coverage: { level: string; organisations: number | null };
      signal: {
        display: string;
        voices: string | null;
        disproportionality: { ic: number | null };
      };
    }[];
  };
}

/** Asks everything as one role. */
export async function spy(ask: Ask, as: string | null, town: Town): Promise<Transcript> {
  const answers = new Map<string, string>();
  const put = async <Data>(name: string, query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await ask<Data>(as, query, variables);
    const codes = errors?.map((error) => [
      error.extensions.code,
      error.message.replace(/[0-9a-f-]{36}/g, ''),
    ]);
    answers.set(name, JSON.stringify([data, codes]));
    return data;
  };
  const wijken: WijkReading[] = [];
  for (const { code } of town.wijken) {
    for (const day of [undefined, ...town.days]) {
      const variables = { code, asOf: day };
      const { wijkProfile } = await put<ProfileAnswer>(
        `profile ${code} ${day}`,
        profileQuery,
        variables,
      );
      wijken.push(readProfile(code, day ?? 'now', wijkProfile));
    }
  }
  await askAround(put, town);
  return { answers, wijken, listed: await listNotes(put, town) };
}

type Put = <Data>(
  name: string,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Data>;

function readProfile(
  wijk: string,
  day: string,
  profile: ProfileAnswer['wijkProfile'],
): WijkReading {
  return {
    ...{ wijk, day, groundAsOf: profile.groundAsOf },
    thresholds: Object.fromEntries(
      profile.thresholds.map(({ kind, least }) => [kind, least]),
    ) as Thresholds,
    level: profile.coverage.level,
    organisations: profile.coverage.organisations,
    cells: profile.themes.map(({ theme, coverage, signal }) => ({
      ...{ wijk, day, theme: theme.code, display: signal.display, voices: signal.voices },
      ...{ coverage: coverage.level, organisations: coverage.organisations },
      ic: signal.disproportionality.ic,
    })),
  };
}

const noteTables = [
  ...['by: []', 'by: [THEME, WIJK]', 'by: [PROFESSION, WIJK]', 'by: [MONTH, THEME]'],
  ...[
    'by: [WIJK], filter: { kind: PROBLEM }',
    'by: [MONTH, PROFESSION], filter: { theme: HOUSING }',
  ],
  'by: [THEME, WIJK], filter: { month: "2026-02-01" }',
];

/** The same ground through other doors: grid, filters, changes, blind spots, warnings, snapshots, sources. */
async function askAround(put: Put, town: Town): Promise<void> {
  const within = `within: "${gemeenteCode}"`;
  for (const day of town.days) {
    await put(
      `grid ${day}`,
      `{ concordanceGrid(${within}, asOf: "${day}") { placeCode theme outcome display coverage stage } }`,
    );
    await put(
      `changes ${day}`,
      `{ signalChanges(${within}, since: "${day}") { placeCode theme kind outcomeBefore outcomeNow } }`,
    );
  }
  for (const filter of ['', 'outcome: [NO_DATA]', 'stage: [NOTICED]', 'theme: HOUSING']) {
    await put(
      `signals ${filter}`,
      `{ signals(${within} ${filter}, first: 7) { edges { cursor node { place { code } theme { code } display voices } }
        pageInfo { hasNextPage } } }`,
    );
  }
  const [since = '2026-01-31'] = town.days;
  await put(
    'blind spots',
    `{ blindSpots(${within}) { groups { group reasons themes } wijken { placeCode } silentThemes { code } } }`,
  );
  await put(
    'questions',
    `{ interpretationQuestions(${within}, first: 100) { edges { node { placeCode theme { code } outcome since notHeard heard } }
      pageInfo { hasNextPage } } }`,
  );
  await put(
    'digest',
    `{ digest(${within}, since: "${since}") { changes { placeCode theme kind }
      earlyWarnings { warnings { theme since ratio places { placeCode } } refusedThemes } } }`,
  );
  await put(
    'statistics',
    `{ followUpStatistics(${within}) { state signals medianDaysToFeedback } }`,
  );
  for (const asked of noteTables) {
    await put(
      `note groups ${asked}`,
      `{ noteGroups(${within}, ${asked}) { asOf groups { theme placeCode month kind profession state voices } } }`,
    );
  }
  await put('queue', `{ reviewQueue(${within}) { edges { node { id } } } }`);
  await put('sources', '{ sources { source table checksum } }');
  for (const { code } of town.wijken) {
    await put(
      `snapshot ${code}`,
      'mutation ($input: MakeSnapshotInput!) { makeSnapshot(input: $input) { content } }',
      { input: { id: crypto.randomUUID(), code } },
    );
  }
}

async function listNotes(put: Put, town: Town): Promise<Map<string, number>> {
  const listed = new Map<string, number>();
  const query = `query ($filter: FieldNoteFilter, $after: String) { fieldNotes(filter: $filter, first: 50, after: $after) {
    edges { cursor node { id placeCode theme kind severity profession recordedAt publishedOn excerpt observationText } }
    pageInfo { hasNextPage } } }`;
  interface List {
    fieldNotes: { edges: { cursor: string; node: { placeCode: string; theme: string } }[] };
  }
  const filters = town.wijken.flatMap(({ code }) => [
    { placeCode: code },
    { placeCode: code, kind: 'PROBLEM' },
    { placeCode: code, status: 'PUBLISHED' },
    { within: code, since: '2026-03-01' },
  ]);
  for (const filter of filters) {
    const { fieldNotes } = await put<List>(`notes ${JSON.stringify(filter)}`, query, { filter });
    if (Object.keys(filter).length > 1) continue;
    for (const { node } of fieldNotes.edges) {
      const key = `${node.placeCode} ${node.theme}`;
      listed.set(key, (listed.get(key) ?? 0) + 1);
    }
  }
  return listed;
}
