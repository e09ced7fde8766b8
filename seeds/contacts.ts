// Who residents of Waterrijk can call. The numbers begin with an area code that no place has.
import type { Db } from '../server/db/client.ts';
import { contacts } from '../server/db/tables.ts';
import { waterrijk } from './places.ts';

/** The team of the town, and the one of Havenkwartier. */
export async function recordContacts(tx: Db, changedAt: Date): Promise<void> {
  const phone = '14 0999';
  await tx.insert(contacts).values([
    {
      ...{ gemeenteCode: waterrijk, placeCode: waterrijk, changedAt, phone },
      ...{ name: 'Wijkteams Waterrijk', address: 'Stadhuis, Brink 1' },
    },
    {
      ...{ gemeenteCode: waterrijk, placeCode: 'WK900102', changedAt, phone },
      ...{ name: 'Wijkteam Havenkwartier', address: 'Buurthuis De Loods, Kade 12' },
    },
  ]);
}
