// The evidence on wijken as a reader may see it. What the public may know is the same for all of them: it is kept as long as
// nothing changed, so that a wijk asked again costs neither notes nor merging. For who is signed in it is worked out each
// time, from figures that are kept for everyone.
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import { type ReadDb, sideBySide } from '../db/client.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import { loadPublishedNotes, type PublishedNotes } from '../notes/published.ts';
import { type Holding, holdsAt } from '../notes/totals.ts';
import { type GroundMoments, groundMoments } from '../privacy/releases.ts';
import { type Chain, isThisWijk } from './chains.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type FiguresRequest, loadWijkFigures, mostWijken } from './load-figures.ts';
import type { WijkFigures } from './wijk-figures.ts';

export interface EvidenceRequest extends FiguresRequest {
  readonly actor: Actor | null;
  readonly gemeenteCode: string;
  readonly now: Date;
}

interface KeptEvidence {
  readonly evidence: Evidence;
  /** Instant of the last release of the ground side. */
  readonly released: number;
  readonly holding: Holding;
}

type EvidenceByChain = Map<Chain, Evidence>;

const keptEvidence = keptPerVersion<string, KeptEvidence>(mostWijken);

/** The moments of this reader, and the evidence on each chain. */
export async function loadEvidence(
  db: ReadDb,
  request: EvidenceRequest,
): Promise<{ moments: GroundMoments; evidence: ReadonlyMap<Chain, Evidence> }> {
  const { actor, gemeenteCode, chains, asOf, now } = request;
  const moments = groundMoments(isReviewerOf(actor, gemeenteCode), asOf, now);
  const kept = keptFor(db, request);
  const evidence = findKept(kept, request, moments);
  const missing = chains.filter((chain) => !evidence.has(chain));
  if (missing.length === 0) return { moments, evidence };
  const { figures, notes } = await readEvidence(db, { ...request, chains: missing }, moments);
  const released = moments.released.getTime();
  for (const chain of missing) {
    const ofWijk = figures.get(chain);
    if (!ofWijk) continue;
    const own = notes.notes.filter((note) => isThisWijk(chain, note.placeCode, note.editionYear));
    const one = evidenceOf({ actor, chain, figures: ofWijk, notes: { ...notes, notes: own } });
    evidence.set(chain, one);
    if (notes.holding) kept?.set(keyOf(chain), { evidence: one, released, holding: notes.holding });
  }
  return { moments, evidence };
}

const keyOf = ({ place }: Chain) => `${place.code} ${place.firstYear} ${place.year}`;

/** What is kept for the public of today; undefined for all others. */
function keptFor(db: ReadDb, { actor, gemeenteCode, versions, asOf, now }: EvidenceRequest) {
  const isPublic = actor === null && asOf.getTime() === now.getTime();
  if (!isPublic || versions?.gemeenteCode !== gemeenteCode) return undefined;
  return keptEvidence(db, versions.catalogue);
}

/** What holds still; the rest is forgotten. */
function findKept(
  kept: Map<string, KeptEvidence> | undefined,
  { chains, versions }: EvidenceRequest,
  { at, released }: GroundMoments,
): EvidenceByChain {
  const evidence: EvidenceByChain = new Map();
  for (const chain of chains) {
    const known = kept?.get(keyOf(chain));
    if (!known) continue;
    const isSame = known.released === released.getTime();
    if (isSame && holdsAt(known.holding, versions?.ground ?? null, at)) {
      evidence.set(chain, known.evidence);
    } else kept?.delete(keyOf(chain));
  }
  return evidence;
}

async function readEvidence(db: ReadDb, request: EvidenceRequest, moments: GroundMoments) {
  const { actor, gemeenteCode, chains } = request;
  const codes = [...new Set(chains.flatMap(({ spans }) => spans.map((span) => span.code)))];
  const isInCircle = mayReadText(actor, gemeenteCode, 'CIRCLE', 'NONE');
  const [figures, notes] = await sideBySide<[ReadonlyMap<Chain, WijkFigures>, PublishedNotes]>(db, [
    () => loadWijkFigures(db, request),
    () => loadPublishedNotes(db, gemeenteCode, codes, moments, isInCircle),
  ]);
  return { figures, notes };
}
