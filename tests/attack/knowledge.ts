// From readings to constraints: what follows from the published rules (Kerckhoffs: the attacker has read the code) for
// notes `n` and organisations `o` of each cell of a wijk at the end of a month.
import type { Thresholds } from '../../server/privacy/disclosure.ts';
import type { Programme } from './solve.ts';
import type { CellReading, Transcript, WijkReading } from './spy.ts';
import type { Town } from './town.ts';

const most = 60;
export const bands: Readonly<Record<string, readonly [number, number]>> = {
  N1: [1, 1],
  N2_4: [2, 4],
  N5_9: [5, 9],
  N10_24: [10, 24],
  N25_PLUS: [25, most],
};

/** What somebody knows from elsewhere: at least so many notes of an own organisation in a cell. */
export interface OwnNotes {
  readonly theme: string;
  readonly notes: number;
}

/** Adds what a switched-off protection would publish, so that the harness can show that it sees a leak. */
export interface Leak {
  readonly theme: string;
  readonly total: number;
}

export const unknownOf = (kind: 'n' | 'o', theme: string) => `${kind}_${theme}`;

/** Constraints from all readings of one wijk that tell of the same month's end. */
export function programmeOf(
  readings: readonly WijkReading[],
  transcripts: readonly Transcript[],
  town: Town,
  own: readonly OwnNotes[] = [],
  leaks: readonly Leak[] = [],
): Programme {
  const [first] = readings;
  if (!first) throw new Error('Nothing was read.');
  const population = town.wijken.find(({ code }) => code === first.wijk)?.population ?? 0;
  const constraints = new Set<string>();
  const choices = new Set<string>();
  const isHeld = ({ display }: CellReading) => display === 'TOO_FEW' || display === 'SHOWN';
  const themes = new Set(
    readings.flatMap((one) => one.cells.filter(isHeld).map((cell) => cell.theme)),
  );
  for (const reading of readings) {
    for (const cell of reading.cells.filter((one) => themes.has(one.theme))) {
      const isThatDay = reading.day !== 'now';
      const isPeopled = population >= reading.thresholds.INHABITANTS;
      for (const constraint of cellConstraints(
        ...([cell, reading.thresholds, isPeopled && isThatDay, isThatDay, choices] as const),
      )) {
        constraints.add(constraint);
      }
    }
    for (const constraint of wijkConstraints(reading)) constraints.add(constraint);
  }
  for (const { listed } of transcripts) {
    for (const [cell, count] of listed) {
      const [wijk, theme = ''] = cell.split(' ');
      // A list of a hidden cell would be its count.
      if (wijk === first.wijk && !isShownNow(transcripts, first.wijk, theme))
        constraints.add(`n_${theme} = ${count}`);
    }
  }
  for (const { theme, notes } of own) {
    if (themes.has(theme)) constraints.add(`n_${theme} >= ${notes}`);
  }
  for (const { theme, total } of leaks) {
    if (themes.has(theme)) constraints.add(`n_${theme} = ${total}`);
  }
  return {
    constraints: [...constraints].sort(),
    unknowns: ['W', ...[...themes].flatMap((theme) => [`n_${theme}`, `o_${theme}`])],
    choices: [...choices],
  };
}

/** A signal that may be shown today is open, whatever it was before: its notes are there to be counted. */
export const isShownNow = (transcripts: readonly Transcript[], wijk: string, theme: string) =>
  transcripts.some((one) =>
    one.wijken.some(
      (reading) =>
        reading.day === 'now' &&
        reading.wijk === wijk &&
        reading.cells.some((cell) => cell.theme === theme && cell.display === 'SHOWN'),
    ),
  );

function cellConstraints(
  cell: CellReading,
  { NOTES: least, ORGANISATIONS: voices }: Thresholds,
  isPeopledThen: boolean,
  isThatDay: boolean,
  choices: Set<string>,
): string[] {
  const [n, o] = [unknownOf('n', cell.theme), unknownOf('o', cell.theme)];
  const found = [`W - ${o} >= 0`];
  if (cell.display === 'NONE' || cell.display === 'NOBODY_LOOKING') {
    return [...found, `${n} = 0`, `${o} = 0`];
  }
  // A reading of today tells notes of today where the signal is shown.
  if (cell.display === 'SHOWN' && !isThatDay) return found;
  found.push(`${n} >= 1`, `${o} >= 1`);
  if (cell.organisations !== null) found.push(`${o} = ${cell.organisations}`);
  const band = cell.voices === null ? undefined : bands[cell.voices];
  if (band) found.push(`${o} >= ${band[0]}`, `${o} <= ${band[1]}`);
  if (cell.display === 'SHOWN') return [...found, `${n} >= ${least}`, `${o} >= ${voices}`];
  if (cell.coverage === 'SUFFICIENT') found.push(`${o} >= 2`);
  if (isPeopledThen) {
    // Too few notes, or too few organisations.
    const few = `few_${cell.theme}_${least}_${voices}`;
    choices.add(few);
    found.push(
      `${n} + ${most - (least - 1)} ${few} <= ${most}`,
      `${o} - ${most - (voices - 1)} ${few} <= ${voices - 1}`,
    );
  }
  return found;
}

function wijkConstraints({ level, organisations, cells, day }: WijkReading): string[] {
  const held = cells.filter((cell) => cell.display === 'TOO_FEW' || cell.display === 'SHOWN');
  const isAlone = held.length === 1 && held[0]?.display === 'TOO_FEW';
  const found: string[] = [];
  if (level === 'NONE') found.push('W = 0');
  if (level === 'SUFFICIENT') {
    found.push('W >= 2');
    // By the published rule a lone hidden cell is never SUFFICIENT; if it is, it speaks for itself.
    if (isAlone) found.push(`o_${held[0]?.theme} >= 2`);
  }
  if (held.length > 0 && day !== 'now') {
    found.push(`W ${held.map((cell) => `- o_${cell.theme}`).join(' ')} <= 0`);
  }
  // The number tells of shown signals; where there are none it would tell of the hidden ones.
  const hasShown = held.some((cell) => cell.display === 'SHOWN');
  if (organisations !== null && !hasShown) found.push(`W = ${organisations}`);
  return found;
}
