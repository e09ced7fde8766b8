// The registers, the Logboek Dataverwerkingen and the documents made of them.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { createApp } from '../server/app.ts';
import { appendAudit } from '../server/audit.ts';
import { runCommand } from '../server/cli.ts';
import { readConfig } from '../server/config.ts';
import { auditLines, logbookLines } from '../server/db/tables.ts';
import { asLogbookJson, decryptSubject } from '../server/logbook.ts';
import { activities } from '../server/registers/activities.ts';
import { algorithmKeys, algorithms, limits } from '../server/registers/algorithms.ts';
import { readTrace, withTrace } from '../server/trace.ts';
import { askOn, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, logInput, logNote, makePlaces, refusalOf, today } from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);
const key = randomBytes(32);

const command = async (...words: string[]) => {
  const printed: string[] = [];
  const io = {
    out: (text: string) => printed.push(text),
    progress: () => {},
    isTerminal: false,
    cwd: folder,
  };
  const extras = { serve: async () => {}, seed: async () => {} };
  return { code: await runCommand(words, io, extras, database), text: printed.join('\n') };
};
const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-registers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the algorithm register', () => {
  test('has an entry for every calculation that could steer policy', () => {
    expect(algorithms.map((one) => one.key)).toEqual([...algorithmKeys]);
  });

  test.each(algorithms.map((one) => [one.key, one] as const))(
    '%s keeps to the limits of the standard',
    (_key, one) => {
      for (const language of ['nl', 'en'] as const) {
        expect(one.name[language].length).toBeLessThan(100);
        expect(one.shortDescription[language].length).toBeLessThan(350);
        expect(one.goalAndImpact[language].length).toBeLessThan(2500);
        for (const text of Object.values(one)) {
          if (typeof text !== 'object') continue;
          expect(text[language].length).toBeGreaterThan(5);
          // Goes into a table of a document.
          expect(text[language]).not.toMatch(/[|\n]/);
        }
      }
      expect(limits).toEqual({ name: 99, shortDescription: 349, goalAndImpact: 2499 });
    },
  );

  test('is in plain Dutch: short sentences', () => {
    for (const { shortDescription, goalAndImpact } of algorithms) {
      for (const sentence of `${shortDescription.nl} ${goalAndImpact.nl}`.split(/[.:]\s/)) {
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25);
      }
    }
  });

  test('is read by everyone, in both languages, with what the gemeente filled in', async () => {
    const query = `query ($language: Language) { algorithmRegister(within: "GM9001", language: $language) {
      key name status category organisation contact startedIn endedIn publicPage version } }`;
    type Entries = { algorithmRegister: Record<string, unknown>[] };
    const before = await ask<Entries>(null, query, { language: 'EN' });
    expect(before.data.algorithmRegister[0]).toMatchObject({
      ...{ key: 'concordance', name: 'Comparing figures and signals per wijk', organisation: null },
      ...{ status: 'IN_DEVELOPMENT', category: 'OTHER', startedIn: null },
    });
    const done = await command(
      ...['registers', 'set', 'GM9001', 'concordance', '--organisation', 'Gemeente Waterrijk'],
      ...[
        '--contact',
        'wijkbeeld@waterrijk.example',
        '--status',
        'IN_USE',
        '--category',
        'IMPACTFUL',
      ],
      ...['--started-in', '2026-03', '--public-page', 'https://waterrijk.example/wijkbeeld'],
    );
    expect(done).toMatchObject({ code: 0 });
    const { data } = await ask<Entries>(null, query);
    expect(data.algorithmRegister[0]).toMatchObject({
      ...{
        name: 'Vergelijking van cijfers en signalen per wijk',
        organisation: 'Gemeente Waterrijk',
      },
      ...{ status: 'IN_USE', category: 'IMPACTFUL', startedIn: '2026-03', endedIn: null },
    });
    expect(data.algorithmRegister[1]).toMatchObject({
      organisation: null,
      status: 'IN_DEVELOPMENT',
    });
    expect(await linesAbout(database, 'concordance')).toMatchObject([
      {
        event: 'REGISTER_ENTRY_SET',
        details: {
          fields: ['category', 'contact', 'organisation', 'publicPage', 'startedIn', 'status'],
        },
      },
    ]);
    const exported = JSON.parse((await command('registers', 'export', 'GM9001')).text);
    expect(exported.algorithmRegister).toHaveLength(3);
    expect(exported.processingActivities).toHaveLength(activities.length);
  });

  test.each([
    ['an unknown entry', ['GM9001', 'forecast', '--contact', 'x'], 'is no entry'],
    ['no gemeente', ['WK900101', 'concordance', '--contact', 'x'], 'kept per gemeente'],
    ['nothing', ['GM9001', 'concordance'], 'Nothing to fill in'],
    [
      'a month that is none',
      ['GM9001', 'concordance', '--started-in', '2026-13'],
      'is a month like',
    ],
    ['an end before the begin', ['GM9001', 'concordance', '--ended-in', '2025-01'], 'lies before'],
    ['a page that is not safe', ['GM9001', 'concordance', '--public-page', 'http://x'], 'https://'],
    ['a status that is none', ['GM9001', 'concordance', '--status', 'MAYBE'], 'Choose one of'],
  ])('refuses %s', async (_what, words, message) => {
    const answer = await command('registers', 'set', ...words);
    expect(answer.code).not.toBe(0);
    expect(answer.text).toContain(message);
  });
});

test('the register of processing is read by everyone, with the address that the Logboek names', async () => {
  const query = `{ processingActivities(within: "GM9001", language: EN) { key uri name purpose controller contact
    legalBasis personCategories dataCategories recipients retention security version } }`;
  const { data } = await ask<{ processingActivities: { uri: string }[] }>(null, query);
  expect(data.processingActivities[1]).toMatchObject({
    ...{ key: 'authorship', uri: 'urn:wijkbeeld:gm9001:processing:authorship:1', controller: null },
  });
  const elsewhere = await ask(null, '{ processingActivities(within: "WK900101") { key } }');
  expect(refusalOf(elsewhere)).toEqual({ code: 'BAD_USER_INPUT', field: 'within' });
});

describe('the Logboek Dataverwerkingen', () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const parent = 'b7ad6b7169203331';
  const { yoga } = createApp({
    ...{ schema, database, demoTokens: true, now: () => today, logbookKey: key },
    log: pino({ level: 'silent' }),
  });
  const log = async (id: string) => {
    const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', authorization: `Bearer ${noor}` },
        traceparent: `00-${traceId}-${parent}-01`,
      },
      body: JSON.stringify({
        query: 'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }',
        variables: { input: logInput({ id }) },
      }),
    });
    expect(await response.json()).not.toHaveProperty('errors');
  };

  test('has one line for who wrote a note: the subject encrypted, under the trace of the audit line, the day only', async () => {
    const id = '1d3c1a2e-7b4f-4c6d-9e8f-000000000001';
    await log(id);
    const [audit] = await linesAbout(database, id);
    const lines = await db
      .select()
      .from(logbookLines)
      .where(eq(logbookLines.traceId, audit?.traceId ?? ''));
    expect(lines).toHaveLength(1);
    const [line] = lines;
    if (!line) throw new Error('There is no line.');
    expect(line).toMatchObject({
      ...{ name: 'NOTE_LOGGED', statusCode: 1, parentOperationId: null },
      processingActivityId: 'urn:wijkbeeld:gm9001:processing:authorship:1',
      startTime: new Date('2026-03-15T00:00:00Z'),
    });
    // The trace of the request is known elsewhere with its exact time; neither log may lead there.
    expect(audit?.traceId).not.toBe(traceId);
    const { personId } = actorOfDemoToken(noor);
    expect(JSON.stringify(line)).not.toContain(personId);
    expect(decryptSubject(line, key)).toBe(personId);
    expect(decryptSubject(line, randomBytes(32))).toBeUndefined();
    expect(decryptSubject({ ...line, operationId: '0'.repeat(16) }, key)).toBeUndefined();
  });

  test('never shows that two lines are about one person', async () => {
    await log('1d3c1a2e-7b4f-4c6d-9e8f-000000000002');
    const lines = await db.select().from(logbookLines);
    const subjects = lines.map((line) => line.dataSubjectId).filter((one) => one !== null);
    expect(subjects.length).toBeGreaterThan(1);
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(new Set(subjects.map((one) => one.slice(0, 10))).size).toBe(subjects.length);
  });

  test('takes over the trace of the caller for who acts for the gemeente', async () => {
    const actor = actorOfDemoToken('demo:ADMIN:GM9001');
    const trace = readTrace(`00-${traceId}-${parent}-01`, key);
    const subject = { personId: actor.personId, activity: 'accounts' as const };
    await withTrace(trace, () =>
      db.transaction((tx) =>
        appendAudit(
          tx,
          {
            ...{ gemeenteCode: 'GM9001', event: 'SIGNED_IN', actor, role: 'ADMIN', subject },
            ...{ objectType: 'account', objectId: 'own' },
          },
          today,
        ),
      ),
    );
    const [line] = await db.select().from(logbookLines).where(eq(logbookLines.traceId, traceId));
    expect(line).toMatchObject({ parentOperationId: parent, startTime: today, name: 'SIGNED_IN' });
    expect(await db.$count(auditLines, eq(auditLines.traceId, traceId))).toBe(1);
    expect(JSON.parse(asLogbookJson(line as never))).toEqual({
      ...{ trace_id: traceId, operation_id: line?.operationId, parent_operation_id: parent },
      ...{
        status_code: 1,
        name: 'SIGNED_IN',
        start_time: today.getTime(),
        end_time: today.getTime(),
      },
      resource: { attributes: { 'service.name': 'wijkbeeld', 'service.namespace': 'GM9001' } },
      attributes: {
        'dpl.core.processing_activity_id': 'urn:wijkbeeld:gm9001:processing:accounts:1',
        'dpl.core.data_subject_id': line?.dataSubjectId,
      },
    });
  });

  test('is written with the processing or not at all', async () => {
    const before = await db.$count(logbookLines);
    await database.pool.query(
      'alter table logbook_lines add constraint closed check (status_code = 9) not valid',
    );
    const refused = await ask(
      noor,
      'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }',
      {
        input: logInput({ id: '1d3c1a2e-7b4f-4c6d-9e8f-000000000003' }),
      },
    );
    await database.pool.query('alter table logbook_lines drop constraint closed');
    expect(refusalOf(refused).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await linesAbout(database, '1d3c1a2e-7b4f-4c6d-9e8f-000000000003')).toEqual([]);
    expect(await db.$count(logbookLines)).toBe(before);
  });

  test('leaves the subject out without a key, and reads have no line', async () => {
    const before = await db.$count(logbookLines);
    const id = await logNote(ask, noor);
    await ask(noor, 'query ($id: UUID!) { fieldNote(id: $id) { id } }', { id });
    expect(await db.$count(logbookLines)).toBe(before + 1);
    const { text } = await command(
      'logbook',
      'export',
      '--gemeente',
      'GM9001',
      '--since',
      '2026-03-01',
    );
    const lines = text.split('\n').map((line) => JSON.parse(line));
    expect(lines).toHaveLength(before + 1);
    expect(lines.filter((line) => !('dpl.core.data_subject_id' in line.attributes))).toHaveLength(
      1,
    );
    expect((await command('logbook', 'export', '--since', '2027-01-01')).text).toBe('');
  });

  test('answers the lines about one person to who has the key', async () => {
    const { personId } = actorOfDemoToken(noor);
    expect((await command('logbook', 'export', '--subject', personId)).text).toContain(
      'LOGBOOK_KEY',
    );
    vi.stubEnv('LOGBOOK_KEY', key.toString('hex'));
    onTestFinished(() => void vi.unstubAllEnvs());
    const { text } = await command('logbook', 'export', '--subject', personId);
    expect(text.split('\n')).toHaveLength(2);
    expect(text).not.toContain('SIGNED_IN');
  });

  test.each([
    ['none', null],
    ['a malformed one', 'abc'],
    ['zeros', `00-${'0'.repeat(32)}-${parent}-01`],
  ])('makes a trace of its own where the caller sends %s', (_what, header) => {
    const trace = readTrace(header, undefined);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toMatch(/^0+$/);
    expect(trace.parentOperationId).toBeNull();
  });

  test('has a key of 32 bytes, and a wrong one is refused without being shown', () => {
    expect(readConfig({ LOGBOOK_KEY: key.toString('hex') }).logbookKey).toEqual(key);
    const wrong = () => readConfig({ LOGBOOK_KEY: 'geheim' });
    expect(wrong).toThrow('LOGBOOK_KEY');
    expect(wrong).not.toThrow('geheim');
  });
});

describe('the documents', () => {
  const committed = (name: string) =>
    readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

  test('are what the registers say: `npm run wijkbeeld -- registers docs` makes them', async () => {
    expect((await command('registers', 'docs')).code).toBe(0);
    for (const name of ['register-of-processing.md', 'algorithm-register.md']) {
      expect(committed(name)).toBe(readFileSync(join(folder, 'docs', name), 'utf8'));
    }
  });

  test('the DPIA follows the model and leaves nothing unsaid', () => {
    const dpia = committed('dpia.md');
    for (let part = 1; part <= 17; part++)
      expect(dpia).toMatch(new RegExp(`^### ${part}\\. `, 'm'));
    expect(dpia).toMatch(/^## Wat de gemeente nog beslist$/m);
    expect(dpia).not.toMatch(/TODO|lorem/i);
  });
});
