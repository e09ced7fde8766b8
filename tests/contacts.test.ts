// Who residents can call: the team of a wijk or of its gemeente, kept by administrators, read by everyone.
import { expect, test } from 'vitest';
import { auditLines } from '../server/db/tables.ts';
import { askOn, bram, esra, ilse, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, refusalOf } from './support/make.ts';

const database = await testDatabase();
await makePlaces(database);
const ask = askOn(database);

const team = { placeCode: 'GM9001', name: 'Wijkteams Waterrijk', phone: '14 0999' };
const set = (as: string | null, input: object) =>
  ask(as, 'mutation ($input: SetContactInput!) { setContact(input: $input) { name phone } }', {
    input,
  });
const whoIn = async (code: string) => {
  const { data } = await ask<{ contact: { name: string; dialled: string } | null }>(
    nobody,
    'query ($code: PlaceCode!) { contact(code: $code) { name dialled address } }',
    { code },
  );
  return data.contact;
};

test('residents of a wijk read its own team, or else that of the gemeente', async () => {
  expect(await whoIn('WK900101')).toBeNull();
  await set(ilse, team);
  expect(await whoIn('WK900101')).toMatchObject({ name: team.name, dialled: '140999' });
  const own = { placeCode: 'WK900101', name: 'Wijkteam Noord', phone: '+31 (0)70 - 353 30 00' };
  await set(ilse, { ...own, address: 'Kade 12' });
  expect(await whoIn('WK900101')).toEqual({
    ...{ name: 'Wijkteam Noord', dialled: '0703533000', address: 'Kade 12' },
  });
  expect(await whoIn('WK900102')).toMatchObject({ name: team.name });
  const remove = 'mutation { removeContact(placeCode: "WK900101") { name } }';
  expect((await ask(ilse, remove)).data).toEqual({ removeContact: { name: 'Wijkteam Noord' } });
  expect(await whoIn('WK900101')).toMatchObject({ name: team.name });
  expect(refusalOf(await ask(ilse, remove)).code).toBe('NOT_FOUND');
});

test('each change leaves one line without the words; the same again leaves none', async () => {
  const lines = async () =>
    (await database.db.select().from(auditLines)).filter(({ event }) => event === 'CONTACT_SET');
  const before = (await lines()).length;
  const input = { ...team, name: 'Loket Welzijn' };
  await set(ilse, input);
  await set(ilse, input);
  const found = await lines();
  expect(found.length).toBe(before + 1);
  expect(found.at(-1)).toMatchObject({ objectType: 'contact', objectId: 'GM9001' });
  expect(JSON.stringify(found)).not.toContain('Loket');
});

test.each([
  ['112', 'phone', /112, the national emergency number/],
  ['0800 - 0113', 'phone', /suicide prevention.*Give the number of the team/],
  ['06 12345678', 'phone', /phone is a mobile number/],
  ['070 353 30', 'phone', /8 digits and is no Dutch telephone number/],
])('refuses %s as the number of a team', async (phone, field, message) => {
  const refusal = refusalOf(await set(ilse, { ...team, phone }));
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: `input.${field}` });
  expect((await set(ilse, { ...team, phone })).errors?.[0]?.message).toMatch(message);
});

test('refuses a person, another gemeente and everyone but its administrators', async () => {
  const person = await set(ilse, { ...team, name: 'Mevrouw De Vries' });
  expect(refusalOf(person)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.name' });
  expect(JSON.stringify(person)).not.toContain('De Vries');
  expect(refusalOf(await set(ilse, { ...team, placeCode: 'GM9002' })).code).not.toBe(undefined);
  for (const as of [noor, esra, bram])
    expect(refusalOf(await set(as, team)).code).toBe('FORBIDDEN');
  expect(refusalOf(await set(nobody, team)).code).toBe('UNAUTHENTICATED');
});
