// A signal as one reader may see it, before anybody handled it: what the notes of a cell amount to, and their words. Pure.
import { isReviewerOf, mayReadText } from '../access/actor.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { disproportionalityOf, refusedBy } from '../disproportionality.ts';
import { bandOf, isGroupDisplayable } from '../privacy/disclosure.ts';
import type { CellGround } from '../privacy/ground.ts';
import type { namingOf } from '../privacy/naming.ts';
import type { PublishedNote, SignalFacts } from '../signals.ts';
import type { EvidenceParts } from './evidence.ts';
import type { Excerpt, HeardSignal } from './profile.ts';

export interface SignalParts extends EvidenceParts {
  /** What may stand beside words of this wijk. */
  readonly nameWriter: ReturnType<typeof namingOf>;
  readonly isCommon: (profession: Excerpt['profession'] & {}) => boolean;
}

/** The signal on the theme; of a cell that is not open to this reader it says no more than that. */
export function signalFor(
  parts: SignalParts,
  theme: ThemeCode,
  { notes, facts, display, isOpen }: CellGround,
): HeardSignal {
  const head = { place: parts.chain.place, theme, display };
  // The reviewing role sees what lies behind TOO_FEW; for everyone else it is as if it were not there.
  if (!isOpen) return { ...head, ...nothingShown };
  const excerpts: Excerpt[] = [];
  const strengths: Excerpt[] = [];
  for (const note of notes) {
    const excerpt = excerptFor(parts, note);
    if (excerpt) (excerpt.isStrength ? strengths : excerpts).push(excerpt);
  }
  return {
    ...head,
    voices: bandOf(facts.organisations),
    corroboration: facts.corroboration,
    highestSeverity: facts.highestSeverity,
    trend: facts.dominantTrend,
    groups: facts.groups
      .filter((one) => isGroupDisplayable(one.notes, parts.notes.thresholds))
      .map((one) => one.group),
    professions: facts.professions.filter(parts.isCommon),
    regimes: facts.regimes,
    lastObserved: facts.lastObserved,
    excerpts,
    strengths,
    strengthVoices: bandOf(facts.strengths),
    disproportionality:
      display === 'SHOWN' ? disproportionalityIn(parts, theme, facts) : hiddenShare,
  };
}

/** Reported more than the reporting of wijk and theme explains? The wijk under all codes of its history. */
function disproportionalityIn(parts: EvidenceParts, theme: ThemeCode, facts: SignalFacts) {
  const { totals } = parts.notes;
  const [root = ''] = parts.chain.spans.map((span) => `${span.code} ${span.firstYear}`).sort();
  const ofPlace = totals.byPlace[root] ?? 0;
  return disproportionalityOf(facts.organisations, ofPlace, totals.byTheme[theme] ?? 0, totals);
}

const hiddenShare = refusedBy('NOT_SHOWN');

const nothingShown = {
  voices: null,
  corroboration: null,
  highestSeverity: null,
  trend: null,
  groups: [],
  professions: [],
  regimes: [],
  lastObserved: null,
  excerpts: [],
  strengths: [],
  strengthVoices: null,
  disproportionality: hiddenShare,
} as const;

/** The words this actor may read: the full text in the circle, the approved excerpt outside it. */
function excerptFor(
  { actor, chain, nameWriter }: SignalParts,
  note: PublishedNote,
): Excerpt | null {
  const { gemeenteCode } = chain.place;
  const mayReadAll = mayReadText(actor, gemeenteCode, 'CIRCLE', note.regime);
  const isSealed = note.publicationLevel === 'SEALED' && !isReviewerOf(actor, gemeenteCode);
  const words = mayReadAll && !isSealed ? note.text : note.excerpt;
  if (words === null) return null;
  const { profession, regime } = nameWriter(note);
  return {
    noteId: note.id,
    words,
    level: note.publicationLevel,
    profession,
    regime,
    isStrength: note.kind === 'STRENGTH',
  };
}
