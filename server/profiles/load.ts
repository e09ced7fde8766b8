// Loads wijk profiles in a fixed number of statements, whatever is on them and however many wijken: versions and handling;
// places, figures, notes and catalogue when they are not kept. Merging is in merge.ts.
import { type Actor, isReviewerOf } from '../access/actor.ts';
import { type ReadDb, sideBySide } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { loadEditions } from '../figures/catalogue.ts';
import { loadPastBenchmarkRows, loadPastFigureRows } from '../figures/rows.ts';
import { type Handling, handlingOfWijk, loadHandling } from '../follow-ups/load.ts';
import { loadPastNotes } from '../notes/published.ts';
import { gemeenteOf } from '../places/codes.ts';
import { findPlace, getPlace } from '../places/find.ts';
import type { PastEvidence } from './arising.ts';
import { isThisWijk, loadChainOfWijk, loadChainsOfGemeente, loadKeptChain } from './chains.ts';
import { loadCompared } from './compared.ts';
import { type EvidenceRequest, loadEvidence } from './load-evidence.ts';
import { mergeProfile } from './merge.ts';
import type { Profile } from './profile.ts';
import { loadVersions } from './versions.ts';

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
  const { code, year = null, compareWith } = request;
  // Beside other wijken it is read anew: nothing of that is kept.
  const versions = compareWith?.length ? null : await loadVersions(db, gemeenteOf(code));
  const chain = versions
    ? await loadKeptChain(db, versions.catalogue, code, year)
    : await loadChainOfWijk(db, code, year);
  if (!chain) return explainAbsence(db, request);
  const compared = await loadCompared(db, compareWith ?? [], chain.place.year);
  const asked = { actor, asOf, now, compared, chains: [chain], versions };
  const [profile] = await mergeChains(db, asked);
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
  const versions = await loadVersions(db, request.code);
  const chains = await loadChainsOfGemeente(db, request.code, request.year ?? null);
  return mergeChains(db, { actor, asOf, now, compared: [], chains, versions });
}

async function mergeChains(
  db: ReadDb,
  request: Omit<EvidenceRequest, 'gemeenteCode'>,
): Promise<Profile[]> {
  const { actor, chains, asOf } = request;
  const gemeenteCode = chains[0]?.place.gemeenteCode;
  if (gemeenteCode === undefined) return [];
  const codes = [...new Set(chains.flatMap(({ spans }) => spans.map((span) => span.code)))];
  const [{ moments, evidence }, handling] = await sideBySide<
    [Awaited<ReturnType<typeof loadEvidence>>, Handling]
  >(db, [
    () => loadEvidence(db, { ...request, gemeenteCode }),
    () => loadHandling(db, actor, gemeenteCode, codes, asOf),
  ]);
  return chains.flatMap((chain) => {
    const known = evidence.get(chain);
    if (!known) return [];
    const handled = handlingOfWijk(handling, (code, year) => isThisWijk(chain, code, year));
    const { released } = moments;
    return mergeProfile({ actor, chain, asOf, released, evidence: known, handling: handled });
  });
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
