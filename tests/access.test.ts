import { expect, test } from 'vitest';
import { askOn, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

const ask = askOn(await testDatabase());

test('a demo token acts as the person it names', async () => {
  const { data } = await ask<{ me: unknown }>(
    noor,
    '{ me { role gemeenteCode organisation profession } }',
  );
  expect(data.me).toEqual({
    role: 'OBSERVER',
    gemeenteCode: 'GM9001',
    organisation: 'wijkteam-noord',
    profession: 'WIJKTEAM_WORKER',
  });
});

test('without a token nobody is signed in', async () => {
  const { data } = await ask<{ me: unknown }>(nobody, '{ me { role } }');
  expect(data.me).toBeNull();
});

test('a token that is not known is refused with 401 and what to do', async () => {
  const { errors, status } = await ask('demo:KING:GM9001', '{ me { role } }');
  expect(status).toBe(401);
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(errors?.[0]?.message).toContain('OBSERVER');
});
