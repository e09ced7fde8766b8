// Editions of figures as they go live and are taken back, while a subscriber listens. The same for everyone: what is live
// is public.
import type { ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import type { Edition } from '../figures/catalogue.ts';
import { listLiveEditions } from '../figures/indicator-list.ts';
import type { News } from '../news.ts';
import { checkPlaceCode } from '../places/codes.ts';

export const publicationChanges = {
  PUBLISHED: 'It is live from now on.',
  TAKEN_BACK: 'It is no longer live: rolled back, or another took its place.',
} as const;
export type PublicationChange = keyof typeof publicationChanges;

export interface Publication {
  readonly change: PublicationChange;
  readonly edition: Edition;
}

/** Changes from now on of what covers the country or this gemeente (null: of every gemeente). Refuses another place. */
export async function* watchPublications(
  db: ReadDb,
  gemeente: string | null,
  news: News,
): AsyncGenerator<Publication, void, void> {
  if (gemeente !== null && checkPlaceCode(gemeente) !== 'GEMEENTE') {
    const message = `${gemeente} is not a gemeente; give a code such as GM9001, or leave it out.`;
    throw badInput([{ field: 'gemeente', message }]);
  }
  const isHere = ({ scope }: Edition) =>
    gemeente === null || scope === 'NL00' || scope === gemeente;
  const look = async () =>
    new Map((await listLiveEditions(db)).filter(isHere).map((edition) => [edition.id, edition]));
  const heard = news.listen();
  try {
    let live = await look();
    for await (const { subject } of heard) {
      if (subject !== null && subject !== 'PUBLICATION') continue;
      const now = await look();
      for (const [id, edition] of now) if (!live.has(id)) yield { change: 'PUBLISHED', edition };
      for (const [id, edition] of live) if (!now.has(id)) yield { change: 'TAKEN_BACK', edition };
      live = now;
    }
  } finally {
    await heard.return();
  }
}
