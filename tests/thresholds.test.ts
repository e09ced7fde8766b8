// What a gemeente asks beyond the product before small numbers are shown: it holds behind every door, at once, for every
// day; never looser, not even by hand; and it can be taken back.
import { randomUUID } from 'node:crypto';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { askOn, bram, esra, ilse, joris, nobody, noor } from './support/ask.ts';
import { command } from './support/command.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, makePlaces, publishNote, refusalOf, today } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
// Each moment is a little later than the one before, so that nothing kept for a second answers.
let moment = today.getTime();
const now = () => {
  moment += 1100;
  return new Date(moment);
};
const ask = askOn(database, now);
const url = await started({ database, now });
/** Administers another gemeente. */
const elsewhere = 'demo:ADMIN:GM9002';
const fg = 'demo:AUDITOR:GM9001';

const place = 'WK900101';
const theme = 'MEANING';
const snapshot = randomUUID();
let note = '';

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, { year: 2025, figures: { population: { [place]: 4000 } } });
  const excerpt = 'Bewoners missen een plek onder de kastanjeboom.';
  const words = ['plein', 'bank', 'winkel'];
  // Six notes of two organisations, all of one group; another cell of one note stays hidden whatever is asked.
  for (const who of [noor, joris]) {
    for (const word of words) {
      const told = {
        ...{ placeCode: place, theme, severity: 'SERIOUS', populationGroups: ['HOMELESS'] },
        observationText: `Bewoners missen een ${word} van ${who === noor ? 'vroeger' : 'nu'}.`,
      };
      note = await publishNote(ask, who, esra, told, { publicationLevel: 'PUBLIC', excerpt });
    }
  }
  await publishNote(ask, noor, esra, { placeCode: 'WK900102', theme });
  moment = new Date('2026-04-20T10:00:00Z').getTime();
  const made = await ask(
    bram,
    'mutation ($input: MakeSnapshotInput!) { makeSnapshot(input: $input) { id } }',
    { input: { id: snapshot, code: place } },
  );
  expect(made.errors).toBeUndefined();
});

const set = (as: string | null, kind: string, least: number | null, gemeente = 'GM9001') =>
  ask<{ setDisclosureThreshold: { least: number; product: number } }>(
    as,
    `mutation ($input: DisclosureThresholdInput!) {
      setDisclosureThreshold(input: $input) { kind least product } }`,
    { input: { gemeente, kind, least } },
  );
const undo = (as: string | null, kind: string, version: number, gemeente = 'GM9001') =>
  ask<{ undoDisclosureThreshold: { least: number } }>(
    as,
    `mutation ($gemeente: PlaceCode!, $kind: DisclosureThresholdKind!, $version: Int!) {
      undoDisclosureThreshold(gemeente: $gemeente, kind: $kind, version: $version) { least } }`,
    { gemeente, kind, version },
  );
const read = async <Data>(as: string | null, query: string) => {
  const { data, errors } = await ask<Data>(as, query);
  expect(errors).toBeUndefined();
  return data;
};
const edges = (answer: object) =>
  (Object.values(answer)[0] as { edges: { node: Record<string, unknown> }[] }).edges;

/** Behind each door, whether anything is told of the cell. */
async function doors(): Promise<Record<string, boolean>> {
  const signal = `themes { theme { code } signal { display voices groups excerpts { words } } }`;
  const shownIn = ({ wijkProfile }: Profile) => {
    const { signal: found } = wijkProfile.themes.find((one) => one.theme.code === theme) ?? {};
    expect(found?.voices === null).toBe(found?.display !== 'SHOWN');
    expect((found?.excerpts.length ?? 0) > 0).toBe(found?.display === 'SHOWN');
    return found?.display === 'SHOWN';
  };
  const profile = async (as: string | null, asOf = '') =>
    shownIn(await read<Profile>(as, `{ wijkProfile(code: "${place}" ${asOf}) { ${signal} } }`));
  const grid = await read<{ concordanceGrid: Record<string, unknown>[] }>(
    nobody,
    '{ concordanceGrid(within: "GM9001") { placeCode theme display outcome } }',
  );
  const cell = grid.concordanceGrid.find((one) => one.placeCode === place && one.theme === theme);
  const groups = await read<{ noteGroups: { groups: Record<string, unknown>[] } }>(
    bram,
    '{ noteGroups(within: "GM9001", by: [THEME, WIJK]) { groups { theme placeCode voices } } }',
  );
  const group = groups.noteGroups.groups.find(
    (one) => one.placeCode === place && one.theme === theme,
  );
  const notes = (as: string | null) =>
    read<object>(as, `{ fieldNotes(filter: { placeCode: "${place}" }) { edges { node { id } } } }`);
  const one = await ask<{ fieldNote: object | null }>(
    nobody,
    `{ fieldNote(id: "${note}") { id } }`,
  );
  const found = (as: string | null) =>
    read<object>(as, '{ search(text: "kastanjeboom") { edges { node { id } } } }');
  const foundText = await read<object>(
    bram,
    '{ search(text: "winkel vroeger", kinds: [FIELD_NOTE]) { edges { node { id } } } }',
  );
  const signals = await read<object>(
    nobody,
    '{ signals(within: "GM9001") { edges { node { place { code } display } } } }',
  );
  const questions = await read<object>(
    bram,
    '{ interpretationQuestions(within: "GM9001") { edges { node { placeCode } } } }',
  );
  const rest = await fetch(`${url}/api/v1/wijken/${place}/profile`);
  const exported = await command(database, ['export', 'profile', place, '--format', 'jsonstat']);
  const mcp = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`));
  await mcp.connect(transport as Parameters<typeof mcp.connect>[0]);
  const explained = await mcp.callTool({
    name: 'explain_concordance',
    arguments: { code: place, theme },
  });
  await mcp.close();
  return {
    profile: await profile(nobody),
    'profile, signed in': await profile(bram),
    'profile as of last month': await profile(nobody, 'asOf: "2026-03-31"'),
    grid: cell?.display === 'SHOWN' && cell.outcome === 'SIGNAL_WITHOUT_FIGURE',
    signals: edges(signals).some(({ node }) => node.display === 'SHOWN'),
    questions: edges(questions).length > 0,
    'note groups': group?.voices != null,
    'notes, public': edges(await notes(nobody)).length > 0,
    'notes, circle': edges(await notes(bram)).length > 0,
    'one note': one.data.fieldNote !== null,
    'search, public': edges(await found(nobody)).length > 0,
    'search, circle': edges(await found(bram)).length > 0,
    'search in texts': edges(foundText).length > 0,
    REST: (await rest.text()).includes('kastanjeboom'),
    export: /"theme": ?"MEANING"[^}]*"signal": ?"SHOWN"/.test(exported.text),
    MCP: JSON.stringify(explained.structuredContent).includes('"display":"SHOWN"'),
    snapshot: (await fetch(`${url}/snapshots/${snapshot}`)).status === 200,
  };
}

interface Profile {
  wijkProfile: {
    themes: {
      theme: { code: string };
      signal: { display: string; voices: string | null; groups: string[]; excerpts: object[] };
    }[];
  };
}

const everyDoor = (isOpen: boolean, found: Record<string, boolean>) =>
  Object.fromEntries(Object.keys(found).map((door) => [door, isOpen]));

test('what a gemeente asks holds behind every door at once, and what it takes back opens them', async () => {
  const before = await doors();
  expect(before).toEqual(everyDoor(true, before));
  await set(ilse, 'ORGANISATIONS', 3);
  const hidden = await doors();
  expect(hidden).toEqual(everyDoor(false, hidden));
  expect((await undo(ilse, 'ORGANISATIONS', 1)).data.undoDisclosureThreshold.least).toBe(2);
  const again = await doors();
  expect(again).toEqual(everyDoor(true, again));
});

describe('each kind', () => {
  const display = async (as: string | null = nobody) => {
    const { wijkProfile } = await read<Profile>(
      as,
      `{ wijkProfile(code: "${place}") { themes { theme { code } signal { display voices groups excerpts { words } } } } }`,
    );
    return wijkProfile.themes.find((one) => one.theme.code === theme)?.signal;
  };
  const isListed = async () =>
    edges(
      await read<object>(
        nobody,
        `{ fieldNotes(filter: { placeCode: "${place}" }) { edges { node { id } } } }`,
      ),
    ).length > 0;

  test.each([
    ['NOTES', 6, 7],
    ['ORGANISATIONS', 2, 3],
    ['INHABITANTS', 4000, 4001],
  ])('%s of %i shows and of %i hides, in memory and in SQL', async (kind, enough, tooMany) => {
    await set(ilse, kind, enough);
    expect([(await display())?.display, await isListed()]).toEqual(['SHOWN', true]);
    await set(ilse, kind, tooMany);
    expect([(await display())?.display, await isListed()]).toEqual(['TOO_FEW', false]);
    // A reviewer reads the notes, and is told what others see.
    expect(await display(esra)).toMatchObject({ display: 'TOO_FEW', voices: 'N2_4' });
    await set(ilse, kind, null);
    expect((await display())?.display).toBe('SHOWN');
  });

  test('notes that name a group hide the group alone', async () => {
    const blind = async () =>
      (
        await read<{ blindSpots: { groups: object[] } }>(
          nobody,
          '{ blindSpots(within: "GM9001") { groups { group } } }',
        )
      ).blindSpots.groups.length;
    const noted = async () => {
      const { fieldNote } = await read<{ fieldNote: { populationGroups: string[] } }>(
        nobody,
        `{ fieldNote(id: "${note}") { populationGroups } }`,
      );
      return fieldNote.populationGroups;
    };
    expect([(await display())?.groups, await noted(), await blind()]).toEqual([
      ...[['HOMELESS'], ['HOMELESS'], 1],
    ]);
    await set(ilse, 'GROUP_NOTES', 7);
    expect([(await display())?.groups, await noted(), await blind()]).toEqual([[], [], 0]);
    expect((await display())?.display).toBe('SHOWN');
    await set(ilse, 'GROUP_NOTES', null);
  });

  test('another gemeente keeps its own', async () => {
    expect((await set(elsewhere, 'ORGANISATIONS', 5, 'GM9002')).errors).toBeUndefined();
    expect((await display())?.display).toBe('SHOWN');
    const holds = await read<{ wijkProfile: { thresholds: object[] } }>(
      nobody,
      '{ wijkProfile(code: "WK900201") { thresholds { kind least product } } }',
    );
    expect(holds.wijkProfile.thresholds).toContainEqual({
      ...{ kind: 'ORGANISATIONS', least: 5, product: 2 },
    });
  });
});

describe('never looser', () => {
  test.each([
    ['NOTES', 2, 3, 60],
    ['ORGANISATIONS', 1, 2, 20],
    ['INHABITANTS', 99, 100, 20_000],
    ['GROUP_NOTES', -1, 5, 60],
    ['NOTES', 61, 3, 60],
  ])('%s of %i is refused by the API and by the database', async (kind, value, least, most) => {
    const answer = await set(ilse, kind, value);
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.least' });
    const [error] = answer.errors ?? [];
    expect(error?.extensions).toMatchObject({ value, leastAllowed: least, mostAllowed: most });
    expect(error?.message).toContain(`${kind} is ${value}; the least allowed is ${least}`);
    const byHand = database.db.execute(
      sql`insert into disclosure_thresholds (gemeente_code, kind, least, version, changed_at)
        values ('GM9003', ${kind}, ${value}, 1, now())`,
    );
    await expect(byHand).rejects.toMatchObject({
      cause: { constraint: 'disclosure_thresholds_stricter' },
    });
  });

  test('a row that stands cannot be made looser, taken away or rewritten in its history', async () => {
    await set(ilse, 'NOTES', 4);
    for (const [change, reason] of [
      ['update disclosure_thresholds set least = 2', 'disclosure_thresholds_stricter'],
      ['delete from disclosure_thresholds', 'not removed'],
      ['update disclosure_threshold_changes set least = null', 'only added to'],
      ['delete from disclosure_threshold_changes', 'only added to'],
    ] as const) {
      const done = database.db.execute(sql.raw(`${change} where gemeente_code = 'GM9001'`));
      await expect(done).rejects.toMatchObject({
        cause: { message: expect.stringContaining(reason) },
      });
    }
    await set(ilse, 'NOTES', null);
  });

  test('only the administrator of the gemeente sets, tries and takes back', async () => {
    const preview = (as: string | null) =>
      ask(
        as,
        `{ disclosureThresholdPreview(input: { gemeente: "GM9001", kind: NOTES, least: 4 }) { signalsNow } }`,
      );
    for (const as of [elsewhere, noor, esra, bram, fg]) {
      expect(refusalOf(await set(as, 'NOTES', 5)).code).toBe('FORBIDDEN');
      expect(refusalOf(await undo(as, 'NOTES', 1)).code).toBe('FORBIDDEN');
      expect(refusalOf(await preview(as)).code).toBe('FORBIDDEN');
    }
    expect(refusalOf(await set(nobody, 'NOTES', 5)).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await set(elsewhere, 'NOTES', 5)).field).toBe('input.gemeente');
    // The second wall: the database gives the row of another gemeente to nobody else.
    const rows = await database
      .as({ role: 'ADMIN', gemeenteCode: 'GM9002' } as never)
      .execute(
        sql`update disclosure_thresholds set least = 9 where gemeente_code = 'GM9001' returning 1`,
      );
    expect(rows.rows).toEqual([]);
  });
});

describe('openness', () => {
  const holding = (as: string | null, gemeente = 'GM9001') =>
    ask<{ disclosureThresholds: { kind: string; least: number; label: string }[] }>(
      as,
      `{ disclosureThresholds(gemeente: "${gemeente}") { kind least product most label(language: EN) } }`,
    );

  test('everyone reads which thresholds hold', async () => {
    await set(ilse, 'INHABITANTS', 500);
    const { data } = await holding(nobody);
    expect(data.disclosureThresholds.map(({ kind, least }) => [kind, least])).toEqual([
      ...[
        ['NOTES', 3],
        ['ORGANISATIONS', 2],
        ['INHABITANTS', 500],
        ['GROUP_NOTES', 5],
      ],
    ]);
    expect(data.disclosureThresholds[2]?.label).toBe('Inhabitants of the wijk');
    expect(refusalOf(await holding(nobody, 'GM0000')).code).toBe('NOT_FOUND');
    expect(refusalOf(await holding(nobody, 'WK900101')).code).toBe('BAD_USER_INPUT');
    await set(ilse, 'INHABITANTS', null);
  });

  test('each change is kept with role and time, audited, and the same again is none', async () => {
    const query = `{ disclosureThresholdChanges(first: 3) { edges { node { kind version least role } } } }`;
    await set(ilse, 'GROUP_NOTES', 8);
    const lines = (await linesAbout(database, 'GROUP_NOTES')).length;
    await set(ilse, 'GROUP_NOTES', 8);
    expect((await linesAbout(database, 'GROUP_NOTES')).length).toBe(lines);
    const [last] = edges(await read<object>(fg, query)).map(({ node }) => node);
    expect(last).toMatchObject({ kind: 'GROUP_NOTES', least: 8, role: 'ADMIN' });
    const version = Number(last?.version);
    expect(refusalOf(await undo(ilse, 'GROUP_NOTES', version - 1)).code).toBe('CONFLICT');
    expect((await undo(ilse, 'GROUP_NOTES', version)).data.undoDisclosureThreshold.least).toBe(5);
    // Taken back twice it stands again.
    expect((await undo(ilse, 'GROUP_NOTES', version + 1)).data.undoDisclosureThreshold.least).toBe(
      8,
    );
    await set(ilse, 'GROUP_NOTES', null);
    expect((await linesAbout(database, 'GROUP_NOTES')).slice(-3)).toMatchObject([
      { event: 'THRESHOLD_UNDONE', role: 'ADMIN', details: { from: 8, to: null } },
      { event: 'THRESHOLD_UNDONE', details: { from: null, to: 8 } },
      { event: 'THRESHOLD_SET', details: { from: 8, to: null } },
    ]);
    expect(refusalOf(await ask(bram, query)).code).toBe('FORBIDDEN');
    expect((await command(database, ['audit', 'verify'])).code).toBe(0);
  });

  test('an administrator sees beforehand how much another threshold would hide', async () => {
    const preview = async (kind: string, least: number | null) => {
      const { disclosureThresholdPreview } = await read<{ disclosureThresholdPreview: object }>(
        ilse,
        `{ disclosureThresholdPreview(input: { gemeente: "GM9001", kind: ${kind}, least: ${least} }) {
          asOf signalsNow signalsThen groupsNow groupsThen } }`,
      );
      return disclosureThresholdPreview;
    };
    const all = { asOf: '2026-03-31', signalsNow: 1, signalsThen: 1, groupsNow: 1, groupsThen: 1 };
    expect(await preview('ORGANISATIONS', 2)).toEqual(all);
    expect(await preview('ORGANISATIONS', 3)).toEqual({ ...all, signalsThen: 0, groupsThen: 0 });
    expect(await preview('GROUP_NOTES', 7)).toEqual({ ...all, groupsThen: 0 });
    await set(ilse, 'NOTES', 7);
    expect(await preview('NOTES', null)).toEqual({ ...all, signalsNow: 0, groupsNow: 0 });
    await set(ilse, 'NOTES', null);
  });

  test('a snapshot that says more than is shown today keeps its hash and not its words', async () => {
    const query = (field: string) => `{ snapshot(id: "${snapshot}") { hash ${field} } }`;
    const { data } = await ask<{ snapshot: { hash: string; content: string } }>(
      nobody,
      query('content'),
    );
    await set(ilse, 'NOTES', 7);
    expect(refusalOf(await ask(nobody, query('content'))).code).toBe('FORBIDDEN');
    const verify = `{ verifySnapshot(id: "${snapshot}", hash: "${data.snapshot.hash}") }`;
    expect(await read(nobody, verify)).toEqual({ verifySnapshot: 'VERIFIED' });
    const page = await fetch(`${url}/snapshots/${snapshot}`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(403);
    const html = await page.text();
    expect(html).toContain('hogere drempels');
    expect(html).not.toContain('SHOWN');
    // One of another wijk, of which nothing has to be hidden, is read as before.
    const id = randomUUID();
    await set(ilse, 'NOTES', null);
    await ask(
      bram,
      'mutation ($input: MakeSnapshotInput!) { makeSnapshot(input: $input) { id } }',
      {
        input: { id, code: 'WK900103' },
      },
    );
    await set(ilse, 'NOTES', 7);
    expect((await fetch(`${url}/snapshots/${id}`)).status).toBe(200);
    await set(ilse, 'NOTES', null);
  });
});

test('the operator lists, sets and takes back with commands', async () => {
  const run = (...words: string[]) =>
    command(database, ['thresholds', words[0] ?? '', '--gemeente', 'GM9001', ...words.slice(1)]);
  expect((await run('set', 'NOTES', '2')).text).toMatch(/NOTES is 2; the least allowed is 3/);
  expect(await run('set', 'NOTES', '9')).toMatchObject({
    ...{ code: 0, text: 'NOTES               9  asks more than the product: 3' },
  });
  expect((await run('list')).text).toContain('ORGANISATIONS       2  what the product asks');
  const { text } = await run('history');
  const [, version = ''] = /^NOTES\s+(\d+)\s+9 .* {2}SYSTEM$/m.exec(text) ?? [];
  expect((await run('undo', 'NOTES', version)).text).toContain('what the product asks');
});
