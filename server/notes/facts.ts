// What the database knows about the place and the figure that a note names, for the pure rules in check.ts.
import { eq } from 'drizzle-orm';
import type { ReadDb } from '../db/client.ts';
import { indicators } from '../db/tables.ts';
import { DomainError } from '../errors.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { getPlace, latestDivision } from '../places/find.ts';
import { figureRefPattern, type NoteFacts, type NoteInput } from './check.ts';

/** Facts about one note; without an edition year the newest division of the gemeente that has begun. */
export async function loadFacts(
  db: ReadDb,
  input: Pick<NoteInput, 'placeCode' | 'editionYear' | 'figureRef'>,
  now: Date,
): Promise<NoteFacts> {
  const level = checkPlaceCode(input.placeCode);
  const isNotePlace = level === 'WIJK' || level === 'GEMEENTE';
  const year =
    input.editionYear ??
    (isNotePlace
      ? await latestDivision(db, gemeenteOf(input.placeCode), now.getUTCFullYear())
      : undefined);
  return {
    editionYear: year ?? now.getUTCFullYear(),
    placeRefusal: isNotePlace ? await findPlaceRefusal(db, input.placeCode, year) : undefined,
    hasIndicator: await hasIndicator(db, input.figureRef?.trim()),
  };
}

async function findPlaceRefusal(db: ReadDb, code: string, year: number | undefined) {
  try {
    await getPlace(db, code, year);
    return undefined;
  } catch (error) {
    // Collected, so that the caller hears of everything that is wrong at once.
    if (error instanceof DomainError) return { code: error.code, message: error.message };
    throw error;
  }
}

async function hasIndicator(db: ReadDb, figureRef: string | undefined): Promise<boolean> {
  const key = figureRefPattern.exec(figureRef ?? '')?.[1];
  if (key === undefined) return true;
  const found = await db
    .select({ key: indicators.key })
    .from(indicators)
    .where(eq(indicators.key, key));
  return found.length > 0;
}
