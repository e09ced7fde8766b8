// One town: what the product may see of it, and apart from that the truth.
import type { ThemeCode } from '../../server/codes/themes.ts';
import type { PublishedNote } from '../../server/signals.ts';
import { type Monitors, makeMonitors } from './monitors.ts';
import { type LatentCell, makeWijken, plantNeeds, type Wijk } from './needs.ts';
import { type SimNote, writeNotes } from './notes.ts';
import { makeOrganisations, type Organisation } from './organisations.ts';
import type { Settings } from './settings.ts';
import { type Truth, truthOf } from './truth.ts';

export interface ObservedWijk {
  readonly code: string;
  readonly inhabitants: number;
}

/** All that a rule may read. */
export interface ObservedTown {
  readonly wijken: readonly ObservedWijk[];
  readonly monitors: Monitors;
  readonly notes: readonly PublishedNote[];
}

export interface Town extends ObservedTown {
  readonly seed: number;
  readonly wijken: readonly Wijk[];
  readonly notes: readonly SimNote[];
  readonly cells: readonly LatentCell[];
  readonly organisations: readonly Organisation[];
  /** In the order of the cells: wijk by wijk, themes in their fixed order. */
  readonly truths: readonly Truth[];
}

export function makeTown(seed: number, settings: Settings, today = '2026-07-01'): Town {
  const wijken = makeWijken(seed);
  const cells = plantNeeds(seed, wijken, settings);
  const monitors = makeMonitors(seed, wijken, cells, settings);
  const organisations = makeOrganisations(seed, wijken, settings);
  const placeCodes = wijken.map((wijk) => wijk.code);
  const notes = writeNotes({ seed, organisations, cells, placeCodes, settings, today });
  const truths = cells.map((cell) =>
    truthOf(cell, shownIn(monitors, cell.wijk, cell.theme), organisations, settings),
  );
  return { seed, wijken, monitors, notes, cells, organisations, truths };
}

/** What the usable figures of the cell show before noise. */
function shownIn({ indicators, figures }: Monitors, wijk: number, theme: ThemeCode) {
  return indicators.flatMap((indicator, i) => {
    const figure = figures[i]?.[wijk];
    const isUsable = indicator.theme === theme && indicator.direction !== 'NEUTRAL';
    return isUsable && figure?.state === 'OK' ? [figure.shows] : [];
  });
}
