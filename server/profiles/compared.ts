// The wijken that a reader chose to compare with: checked once, followed through the years like the wijk itself.
import type { ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { checkPlaceCode } from '../places/codes.ts';
import { type Chain, loadChainsOfWijken } from './chains.ts';

/** Enough to choose like from like by hand, too few to list a gemeente with. */
export const mostCompared = 10;

/** The chains of the chosen wijken in the order asked, each once; refuses what is no wijk or does not exist. */
export async function loadCompared(
  db: ReadDb,
  codes: readonly string[],
  year: number | null,
): Promise<Chain[]> {
  const asked = [...new Set(codes)];
  if (asked.length === 0) return [];
  const refuse = (message: string) => badInput([{ field: 'compareWith', message }]);
  if (asked.length > mostCompared) {
    throw refuse(`compareWith has ${asked.length} wijken; ${mostCompared} at most.`);
  }
  const strange = asked.find((code) => checkPlaceCode(code) !== 'WIJK');
  if (strange !== undefined) throw refuse(`${strange} is no wijk: compare a wijk with wijken.`);
  const chains = await loadChainsOfWijken(db, asked, year);
  return asked.map((code) => {
    const chain = chains.find(({ place }) => place.code === code);
    if (!chain)
      throw refuse(`No wijk ${code}${year === null ? '' : ` in the division of ${year}`}.`);
    return chain;
  });
}
