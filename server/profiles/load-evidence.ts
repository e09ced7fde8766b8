// The evidence on wijken as a reader may see it. What the public may know is the same for all of them: it is kept as long as
// nothing changed, so that a wijk asked again costs neither notes nor merging. For who is signed in it is worked out each
// time, from figures that are kept for everyone.
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import { homeOf, type ReadDb, sideBySide } from '../db/client.ts';
import { loadPublishedNotes, type PublishedNotes } from '../notes/published.ts';
import { type Holding, holdsAt } from '../notes/totals.ts';
import { type GroundMoments, groundMoments } from '../privacy/releases.ts';
import { type Chain, isThisWijk } from './chains.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type FiguresRequest, loadWijkFigures } from './load-figures.ts';
import type { Versions } from './versions.ts';
import type { WijkFigures } from './wijk-figures.ts';

export interface EvidenceRequest extends FiguresRequest {
  readonly actor: Actor | null;
  readonly now: Date;
  readonly versions: Versions;
}

interface KeptEvidence {
  readonly evidence: Evidence;
  readonly catalogue: number;
  /** Instant of the last release of the ground side. */
  readonly released: number;
  readonly holding: Holding;
}

/** Wijken per process. */
const most = 300;
const keptEvidence = new WeakMap<object, Map<string, KeptEvidence>>();

/** The moments of this reader, and the evidence on each chain. */
export async function loadEvidence(
  db: ReadDb,
  request: EvidenceRequest,
): Promise<{ moments: GroundMoments; evidence: ReadonlyMap<Chain, Evidence> }> {
  const { actor, chains, asOf, now, compared } = request;
  const gemeenteCode = chains[0]?.place.gemeenteCode ?? '';
  const moments = groundMoments(isReviewerOf(actor, gemeenteCode), asOf, now);
  const isKept = actor === null && asOf.getTime() === now.getTime() && compared.length === 0;
  const kept = isKept ? keptOf(db) : new Map<string, KeptEvidence>();
  const known = (chain: Chain) => {
    const found = kept.get(keyOf(chain));
    return found && holds(found, request.versions, moments) ? found.evidence : undefined;
  };
  const evidence = new Map<Chain, Evidence>();
  const missing = chains.filter((chain) => {
    const found = known(chain);
    if (found) evidence.set(chain, found);
    return !found;
  });
  if (missing.length === 0) return { moments, evidence };
  const { figures, notes } = await readEvidence(db, { ...request, chains: missing }, moments);
  for (const chain of missing) {
    const ofWijk = figures.get(chain);
    if (!ofWijk) continue;
    const own = notes.notes.filter((note) => isThisWijk(chain, note.placeCode, note.editionYear));
    const one = evidenceOf({ actor, chain, figures: ofWijk, notes: { ...notes, notes: own } });
    evidence.set(chain, one);
    if (notes.holding) {
      const { catalogueVersion: catalogue } = chain.place;
      const released = moments.released.getTime();
      kept.set(keyOf(chain), { evidence: one, catalogue, released, holding: notes.holding });
    }
  }
  return { moments, evidence };
}

const keyOf = ({ place }: Chain) => `${place.code} ${place.firstYear} ${place.year}`;

function keptOf(db: ReadDb): Map<string, KeptEvidence> {
  const home = homeOf(db);
  const known = keptEvidence.get(home);
  if (known && known.size < most) return known;
  const fresh = new Map<string, KeptEvidence>();
  keptEvidence.set(home, fresh);
  return fresh;
}

const holds = (
  { catalogue, released, holding }: KeptEvidence,
  versions: Versions,
  moments: GroundMoments,
) =>
  catalogue === versions.catalogue &&
  released === moments.released.getTime() &&
  holdsAt(holding, versions.ground, moments.at);

async function readEvidence(db: ReadDb, request: EvidenceRequest, moments: GroundMoments) {
  const { actor, chains } = request;
  const gemeenteCode = chains[0]?.place.gemeenteCode ?? '';
  const codes = [...new Set(chains.flatMap(({ spans }) => spans.map((span) => span.code)))];
  const isInCircle = mayReadText(actor, gemeenteCode, 'CIRCLE', 'NONE');
  const [figures, notes] = await sideBySide<[ReadonlyMap<Chain, WijkFigures>, PublishedNotes]>(db, [
    () => loadWijkFigures(db, request),
    () => loadPublishedNotes(db, gemeenteCode, codes, moments, isInCircle),
  ]);
  return { figures, notes };
}
