// Loads the parts of wijk profiles in a fixed number of statements, whatever is on them and however many wijken:
// places, figure rows, notes, handling; catalogue and benchmarks when they are not kept. Merging is in merge.ts.
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import { type ReadDb, sideBySide } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { loadEditions } from '../figures/catalogue.ts';
import type { ComparedWijk } from '../figures/comparison.ts';
import {
  type FigureRow,
  loadBenchmarkRows,
  loadFigureRows,
  loadPastBenchmarkRows,
  loadPastFigureRows,
  loadUrbanityRows,
} from '../figures/rows.ts';
import { type Handling, handlingOfWijk, loadHandling } from '../follow-ups/load.ts';
import { loadPastNotes, loadPublishedNotes, type PublishedNotes } from '../notes/published.ts';
import { findPlace, getPlace } from '../places/find.ts';
import { groundMoments } from '../privacy/releases.ts';
import type { PastEvidence } from './arising.ts';
import { type Chain, isThisWijk, loadChainOfWijk, loadChainsOfGemeente } from './chains.ts';
import { loadCompared } from './compared.ts';
import { mergeProfile, type Profile } from './merge.ts';

export interface ProfileRequest {
  readonly code: string;
  /** Division year; default: the last one in which the wijk exists. */
  readonly year?: number | null | undefined;
  /** Day (YYYY-MM-DD) as of whose end the profile is answered; default: now. */
  readonly asOf?: string | null | undefined;
  /** Wijken to put beside it, ten at most. */
  readonly compareWith?: readonly string[] | null | undefined;
}

/** The profile of a wijk for this actor; null only if the code does not exist in any year. */
export async function loadProfile(
  db: ReadDb,
  actor: Actor | null,
  request: ProfileRequest,
  now: Date,
): Promise<Profile | null> {
  const asOf = request.asOf ? endOfDay(request.asOf, now) : now;
  const chain = await loadChainOfWijk(db, request.code, request.year ?? null);
  if (!chain) return explainAbsence(db, request);
  const compared = await loadCompared(db, request.compareWith ?? [], chain.place.year);
  const [profile] = await mergeChains(db, actor, [chain], asOf, now, compared);
  return profile ?? null;
}

/** The profiles of all wijken of a gemeente, by name; the same number of statements as for one. */
export async function loadProfilesOfGemeente(
  db: ReadDb,
  actor: Actor | null,
  request: ProfileRequest,
  now: Date,
): Promise<Profile[]> {
  const asOf = request.asOf ? endOfDay(request.asOf, now) : now;
  const chains = await loadChainsOfGemeente(db, request.code, request.year ?? null);
  return mergeChains(db, actor, chains, asOf, now);
}

async function mergeChains(
  db: ReadDb,
  actor: Actor | null,
  chains: readonly Chain[],
  asOf: Date,
  now: Date,
  compared: readonly Chain[] = [],
): Promise<Profile[]> {
  const [first] = chains;
  if (!first) return [];
  const { gemeenteCode, catalogueVersion } = first.place;
  const spans = chains.flatMap((chain) => chain.spans);
  const codes = [...new Set(spans.map((span) => span.code))];
  const beside = compared.flatMap((chain) => chain.spans);
  const tenants = [...new Set([...spans, ...beside].map((span) => span.gemeenteCode)), 'NL00'];
  const figureCodes = [...new Set([...codes, ...beside.map((span) => span.code)])];
  const moments = groundMoments(isReviewerOf(actor, gemeenteCode), asOf, now);
  const whole = { codes: [gemeenteCode, 'NL00'], version: catalogueVersion };
  const isInCircle = mayReadText(actor, gemeenteCode, 'CIRCLE', 'NONE');
  const [rows, notes, handling] = await sideBySide<[FigureRow[], PublishedNotes, Handling]>(db, [
    () => loadFigureRows(db, tenants, figureCodes, asOf, whole),
    () => loadPublishedNotes(db, gemeenteCode, codes, moments, isInCircle),
    () => loadHandling(db, actor, gemeenteCode, codes, asOf),
  ]);
  const ids = [...new Set(rows.map((row) => row.editionId))];
  const editions = await loadEditions(db, catalogueVersion, ids);
  const benchmarks = await loadBenchmarkRows(db, catalogueVersion, gemeenteCode, ids);
  const wholeCodes = new Set(whole.codes);
  const urbanityRows = keepPerKey((urbanity: number) => loadUrbanityRows(db, urbanity, asOf));
  return chains.map((chain) => {
    const own = new Set(chain.spans.map((span) => span.code));
    const isOwn = (one: { readonly placeCode: string }) => own.has(one.placeCode);
    return mergeProfile({
      actor,
      chain,
      asOf,
      released: moments.released,
      rows: rows.filter((row) => isOwn(row) || wholeCodes.has(row.placeCode)),
      benchmarks,
      editions,
      urbanityRows,
      compared: compared.map((other) => comparedWijk(other, rows)),
      notes: {
        ...notes,
        notes: notes.notes.filter((note) => isThisWijk(chain, note.placeCode, note.editionYear)),
      },
      handling: handlingOfWijk(handling, (code, year) => isThisWijk(chain, code, year)),
    });
  });
}

function comparedWijk(chain: Chain, rows: readonly FigureRow[]): ComparedWijk {
  const codes = new Set(chain.spans.map((span) => span.code));
  return {
    ...{ code: chain.place.code, name: chain.place.name },
    rows: rows.filter((row) => codes.has(row.placeCode)),
    isThisPlace: (code, divisionYear) => isThisWijk(chain, code, divisionYear),
  };
}

/** Asks once per key, when it is first wanted. */
function keepPerKey<Key, Answer>(
  ask: (key: Key) => Promise<Answer>,
): (key: Key) => Promise<Answer> {
  const kept = new Map<Key, Promise<Answer>>();
  return (key) => {
    const known = kept.get(key) ?? ask(key);
    kept.set(key, known);
    return known;
  };
}

/** What the outcomes of these wijken of one gemeente rested on between two instants, by code; four statements at most. */
export async function loadPastEvidence(
  db: ReadDb,
  actor: Actor | null,
  profiles: readonly Profile[],
  from: Date,
  until: Date,
): Promise<ReadonlyMap<string, PastEvidence>> {
  const [first] = profiles;
  if (!first) return new Map();
  const { gemeenteCode, catalogueVersion } = first.place;
  const spans = profiles.flatMap(({ chain }) => chain.spans);
  const codes = [...new Set(spans.map((span) => span.code))];
  const tenants = [...new Set([...spans.map((span) => span.gemeenteCode), 'NL00'])];
  const whole = [gemeenteCode, 'NL00'];
  const [rows, benchmarks, notes] = await Promise.all([
    loadPastFigureRows(db, tenants, [...codes, ...whole], from, until),
    loadPastBenchmarkRows(db, gemeenteCode, from, until),
    loadPastNotes(db, gemeenteCode, codes, from, until),
  ]);
  const ids = [...new Set(rows.map((row) => row.editionId))];
  const editions = await loadEditions(db, catalogueVersion, ids);
  return new Map(
    profiles.map(({ place, chain, thresholds }) => {
      const own = new Set([...chain.spans.map((span) => span.code), ...whole]);
      const evidence = {
        ...{ chain, from, until, benchmarks, editions, thresholds },
        isReviewer: isReviewerOf(actor, gemeenteCode),
        rows: rows.filter((row) => own.has(row.placeCode)),
        notes: notes.filter((note) => isThisWijk(chain, note.placeCode, note.editionYear)),
      };
      return [place.code, evidence];
    }),
  );
}

/** Null for a code that exists in no year; a wrong year is refused with the years in which it does. */
async function explainAbsence(db: ReadDb, { code, year }: ProfileRequest): Promise<null> {
  if (await findPlace(db, code)) await getPlace(db, code, year ?? undefined, 'year');
  return null;
}

/** The end of a day; a day to come is refused. */
function endOfDay(day: string, now: Date): Date {
  const end = new Date(`${day}T23:59:59.999Z`);
  if (day > now.toISOString().slice(0, 10)) {
    throw badInput([{ field: 'asOf', message: `asOf ${day} is in the future.` }]);
  }
  return end > now ? now : end;
}
