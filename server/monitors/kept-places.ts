// The places that wait with an edition until it is published, packed by gemeente: a row per place took longer to store
// than to publish.
import { eq } from 'drizzle-orm';
import type { Db, ReadDb } from '../db/client.ts';
import { insertPacked } from '../db/packed-rows.ts';
import { editionDivisions } from '../db/tables.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import type { PackedPlaces } from '../places/packed-places.ts';
import type { DivisionRow } from '../places/spans.ts';

/** Keeps them with the edition. */
export function keepPlaces(tx: Db, editionId: number, division: PackedPlaces): Promise<void> {
  function* packed() {
    for (const places of division.byGemeente()) {
      yield {
        ...{ editionId, gemeenteCode: gemeenteOf(places[0]?.code ?? '') },
        codes: places.map((place) => place.code),
        names: places.map((place) => place.name),
        changeCodes: places.map((place) => place.changeCode ?? null),
        urbanities: places.map((place) => place.urbanity ?? null),
      };
    }
  }
  return insertPacked(tx, editionDivisions, packed());
}

/** The places that were kept with an edition; none when it defines none. */
export async function keptPlaces(db: ReadDb, editionId: number): Promise<DivisionRow[]> {
  const gemeenten = await db
    .select()
    .from(editionDivisions)
    .where(eq(editionDivisions.editionId, editionId))
    .orderBy(editionDivisions.gemeenteCode);
  return gemeenten.flatMap(({ codes, names, changeCodes, urbanities }) =>
    codes.flatMap((code, at) => {
      const level = checkPlaceCode(code);
      if (!level) return [];
      const changeCode = changeCodes[at] ?? null;
      return [{ code, level, name: names[at] ?? '', changeCode, urbanity: urbanities[at] ?? null }];
    }),
  );
}
