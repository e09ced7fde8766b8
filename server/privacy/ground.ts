// What one reader may know of the notes on a wijk, cell by cell, and of who has been looking. Pure; the one place
// where hidden notes part from shown ones. Outside the reviewing role all that is told follows from three things
// only: the notes of cells that may be shown, whether a hidden cell held anything when the last month ended, and
// the level of coverage. Two towns that agree in these get the same answers (tests/attack).

import { codesOf } from '../codes/code-list.ts';
import type { SignalDisplay } from '../codes/merge.ts';
import type { Profession } from '../codes/people.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import {
  type Coverage,
  coverageOf,
  type PublishedNote,
  type SignalFacts,
  summariseSignal,
} from '../signals.ts';
import { displayOf, isDisplayable, type Thresholds, withoutDetails } from './disclosure.ts';

/** A note with the moments (releases.ts) at which it counted; its confirmations likewise. */
export interface DatedNote extends Omit<PublishedNote, 'confirmations'> {
  /** It counts as of `at`. */
  readonly isNow: boolean;
  /** It counted as of `released`. */
  readonly wasReleased: boolean;
  readonly confirmations: readonly (PublishedNote['confirmations'][number] & {
    readonly wasReleased: boolean;
  })[];
}

export interface CellGround {
  readonly display: SignalDisplay;
  /** Whether this reader may know what the cell holds. */
  readonly isOpen: boolean;
  /** The notes this reader may know of, and what they amount to; none unless open. */
  readonly notes: readonly PublishedNote[];
  readonly facts: SignalFacts;
  readonly coverage: Coverage;
}

export interface WijkGround {
  readonly coverage: Coverage;
  readonly cellOf: (theme: ThemeCode) => CellGround;
}

export interface GroundQuestion {
  readonly notes: readonly DatedNote[];
  readonly inhabitants: number | null;
  readonly isReviewer: boolean;
  readonly professions: KnownProfessions;
  /** Those of the gemeente today, whatever day is asked about. */
  readonly thresholds: Thresholds;
}

/** Professions on signals in the gemeente, by how many organisations they have there. */
export interface KnownProfessions {
  /** Enough on shown signals: naming them identifies nobody. */
  readonly common: ReadonlySet<Profession>;
  /** Fewer: neither named nor said to be missing. */
  readonly rare: ReadonlySet<Profession>;
}

/**
 * Who can be named in the gemeente: professions of enough organisations on shown signals. `heard` are those on signals
 * that the product's own thresholds let show; said to be missing where a gemeente hides their only signal, they would be
 * told to be in it.
 */
export function professionsOf(
  counts: Readonly<Partial<Record<Profession, number>>>,
  heard: readonly Profession[],
  thresholds: Thresholds,
): KnownProfessions {
  const isCommon = (one: Profession) => (counts[one] ?? 0) >= thresholds.ORGANISATIONS;
  return {
    common: new Set(heard.filter(isCommon)),
    rare: new Set(heard.filter((one) => !isCommon(one))),
  };
}

interface Cell {
  readonly isShown: boolean;
  readonly isOpen: boolean;
  /** What is told of rests on these. */
  readonly known: readonly PublishedNote[];
  readonly facts: SignalFacts;
}

/** The ground of one wijk for one reader. */
export function groundOf(question: GroundQuestion): WijkGround {
  const { notes, inhabitants, isReviewer, professions, thresholds } = question;
  const byTheme = new Map<ThemeCode, DatedNote[]>();
  for (const note of notes) {
    const known = byTheme.get(note.theme);
    if (known) known.push(note);
    else byTheme.set(note.theme, [note]);
  }
  const cells = new Map(
    codesOf(themes).map((theme) => [
      theme,
      cellOf(byTheme.get(theme) ?? [], inhabitants, isReviewer, thresholds),
    ]),
  );
  const coverage = coverageOfWijk([...cells.values()], professions, isReviewer);
  return {
    coverage,
    cellOf: (theme) => {
      const cell = cells.get(theme) ?? cellOf([], inhabitants, isReviewer, thresholds);
      const held = { notes: cell.known.length, organisations: 0, inhabitants };
      return {
        display: cell.isShown ? 'SHOWN' : displayOf(held, coverage.level, thresholds),
        isOpen: cell.isOpen,
        notes: cell.isOpen ? cell.known : [],
        facts: cell.facts,
        coverage: coverageOfCell(cell, theme, professions),
      };
    },
  };
}

function cellOf(
  notes: readonly DatedNote[],
  inhabitants: number | null,
  isReviewer: boolean,
  thresholds: Thresholds,
): Cell {
  const live = notes.filter((note) => note.isNow);
  const facts = summariseSignal(live);
  const isShown = isDisplayable({ ...facts, inhabitants }, thresholds);
  const isOpen = isShown || isReviewer;
  if (isOpen) return { isShown, isOpen, known: live, facts };
  const known = notes
    .filter((note) => note.wasReleased)
    .map((note) => ({
      ...note,
      confirmations: note.confirmations.filter((voice) => voice.wasReleased),
    }));
  return { isShown, isOpen, known, facts: summariseSignal([]) };
}

/**
 * The level rests on all that this reader is told of, the details on open cells only. One hidden cell alone in its
 * wijk never makes coverage SUFFICIENT: that would say that two organisations wrote in it.
 */
function coverageOfWijk(
  cells: readonly Cell[],
  { common }: KnownProfessions,
  isReviewer: boolean,
): Coverage {
  const open = coverageOf(
    cells.filter((cell) => cell.isOpen).flatMap((cell) => cell.known),
    common,
  );
  if (isReviewer) return open;
  const { level } = coverageOf(
    cells.flatMap((cell) => cell.known),
    common,
  );
  const held = cells.filter((cell) => cell.known.length > 0);
  const isAlone = held.length === 1 && !held[0]?.isOpen;
  const told = { ...open, level: isAlone ? ('THIN' as const) : level };
  return held.some((cell) => cell.isOpen) ? told : withoutDetails(told);
}

/**
 * A hidden cell is THIN whatever it holds: its own level would say how many organisations wrote in it. In an open one
 * a profession of too few practices is neither named nor said to be missing; in the others all are said to be.
 */
function coverageOfCell(
  { isOpen, known }: Cell,
  theme: ThemeCode,
  { common, rare }: KnownProfessions,
): Coverage {
  const seen = coverageOf(isOpen ? known : [], common, theme);
  if (!isOpen) return withoutDetails({ ...seen, level: known.length > 0 ? 'THIN' : 'NONE' });
  return { ...seen, missingProfessions: seen.missingProfessions.filter((one) => !rare.has(one)) };
}
