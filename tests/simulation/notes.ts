// What professionals write: they notice real need the more the graver it is and the nearer it lies to their work,
// and chatter, false alarms, echoes and rumours come with it. Severity is often left at the form's default.
import type { NoteKind, NoteTrend, Severity } from '../../server/codes/notes.ts';
import { regimeOfProfession } from '../../server/codes/people.ts';
import { addMonths } from '../../server/notes/calendar.ts';
import type { PublishedNote, Voice } from '../../server/signals.ts';
import { withRepeats } from '../support/repeats.ts';
import { type LatentCell, themeCodes } from './needs.ts';
import { type Organisation, professionOf } from './organisations.ts';
import {
  chance,
  integer,
  pick,
  poisson,
  type Random,
  randomFrom,
  shuffled,
  uniform,
  weighted,
} from './random.ts';
import type { Settings } from './settings.ts';
import { copyText, writeStrength, writeText } from './texts.ts';

export const windowMonths = 18;

/** A published note with what the generic import format also wants, and where it came from. */
export interface SimNote extends PublishedNote {
  readonly observer: string;
  /** Latent, for reports only. */
  readonly origin: 'NEED' | 'CHATTER' | 'STRENGTH' | 'ECHO' | 'RUMOUR';
}

export interface Writing {
  readonly seed: number;
  readonly organisations: readonly Organisation[];
  readonly cells: readonly LatentCell[];
  readonly placeCodes: readonly string[];
  readonly settings: Settings;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Expected notes of one organisation on one cell in the whole window, when the need has this severity (null: no
 * need). The one place that says who is in a position to see what; truth.ts asks it too.
 */
export function noteRate(
  organisation: Organisation,
  wijk: number,
  theme: LatentCell['theme'],
  severity: number | null,
  settings: Settings,
): number {
  const fit = organisation.remit.get(theme) ?? 0.02;
  const presence = organisation.wijken.get(wijk) ?? 0;
  const rate = severity === null ? settings.chatterRate : settings.needRate * (0.5 + severity);
  return organisation.activity * fit * presence * rate;
}

export function writeNotes(writing: Writing): SimNote[] {
  const random = randomFrom(writing.seed, 'notes');
  const notes = writing.organisations.flatMap((organisation) =>
    writing.cells.flatMap((cell) => ordinaryNotes(random, writing, organisation, cell)),
  );
  const all = [...notes, ...echoes(random, writing), ...rumours(random, writing)];
  return withRepeats(shuffled(random, all));
}

function ordinaryNotes(
  random: Random,
  writing: Writing,
  organisation: Organisation,
  cell: LatentCell,
): SimNote[] {
  const { settings } = writing;
  const rate = (severity: number | null) =>
    noteRate(organisation, cell.wijk, cell.theme, severity, settings);
  const months = cell.monthsSinceOnset ?? windowMonths;
  const onNeed =
    cell.need === 'NONE' ? 0 : poisson(random, (rate(cell.severity) * months) / windowMonths);
  const onNothing = poisson(random, rate(null));
  const onStrength = cell.hasStrength ? poisson(random, 0.5 * rate(0)) : 0;
  return [
    ...repeat(onNeed, () => makeNote(random, writing, organisation, cell, 'NEED')),
    ...repeat(onNothing, () => makeNote(random, writing, organisation, cell, 'CHATTER')),
    ...repeat(onStrength, () => makeNote(random, writing, organisation, cell, 'STRENGTH')),
  ];
}

const repeat = <T>(times: number, make: (nth: number) => T): T[] =>
  Array.from({ length: times }, (_, nth) => make(nth));

type Origin = SimNote['origin'];

function makeNote(
  random: Random,
  writing: Writing,
  organisation: Organisation,
  cell: LatentCell,
  origin: Origin,
): SimNote {
  const profession = professionOf(random, organisation);
  const kind = kindOf(random, origin);
  const months = origin === 'NEED' ? (cell.monthsSinceOnset ?? windowMonths) : windowMonths;
  return {
    id: uuid(random),
    placeCode: writing.placeCodes[cell.wijk] ?? '',
    editionYear: Number(writing.today.slice(0, 4)),
    theme: cell.theme,
    kind,
    severity:
      kind === 'STRENGTH' ? null : severityOf(random, origin === 'NEED' ? cell.severity : null),
    trend: trendOf(random, cell, origin),
    populationGroups: groupsOf(random, cell, origin),
    observedTo: dayBefore(writing.today, uniform(random, 0.1, months - 0.3)),
    publicationLevel: 'CIRCLE',
    excerpt: null,
    repeats: null,
    text: origin === 'STRENGTH' ? writeStrength(random) : writeText(random, cell.theme),
    organisationKey: organisation.key,
    profession,
    regime: regimeOfProfession(profession),
    confirmations: confirmationsOf(random, writing, organisation, cell, origin),
    observer: `${organisation.key}-person-${integer(random, 1, organisation.persons)}`,
    origin,
  };
}

function kindOf(random: Random, origin: Origin): NoteKind {
  if (origin === 'STRENGTH') return 'STRENGTH';
  if (origin === 'NEED') {
    return weighted(random, { PROBLEM: 0.45, NEED: 0.25, SERVICE_GAP: 0.15, TREND: 0.15 });
  }
  return weighted(random, { PROBLEM: 0.5, NEED: 0.2, SERVICE_GAP: 0.15, TREND: 0.15 });
}

/** Graver needs are judged graver, one step up or down by chance; one in four leaves the form's default. */
function severityOf(random: Random, severity: number | null): Severity {
  if (chance(random, 0.25)) return 'ATTENTION';
  if (severity === null) {
    return weighted(random, { ATTENTION: 0.68, WORRYING: 0.26, SERIOUS: 0.05, URGENT: 0.01 });
  }
  return weighted(random, {
    ATTENTION: 0.35 - 0.25 * severity,
    WORRYING: 0.45 - 0.1 * severity,
    SERIOUS: 0.17 + 0.25 * severity,
    URGENT: 0.03 + 0.1 * severity,
  });
}

function trendOf(random: Random, cell: LatentCell, origin: Origin): NoteTrend {
  if (origin !== 'NEED')
    return weighted(random, { UNKNOWN: 0.6, STABLE: 0.2, RISING: 0.12, NEW: 0.05, FALLING: 0.03 });
  if (cell.need === 'RECENT') return weighted(random, { NEW: 0.4, RISING: 0.35, UNKNOWN: 0.25 });
  return weighted(random, { UNKNOWN: 0.45, STABLE: 0.25, RISING: 0.25, NEW: 0.05 });
}

function groupsOf(random: Random, cell: LatentCell, origin: Origin) {
  return origin === 'NEED' && cell.group !== null && chance(random, 0.7) ? [cell.group] : [];
}

/** Colleagues of other organisations that know the wijk and the theme say "+1", mostly to what is real. */
function confirmationsOf(
  random: Random,
  writing: Writing,
  author: Organisation,
  cell: LatentCell,
  origin: Origin,
): Voice[] {
  const share = origin === 'NEED' ? 0.12 : origin === 'CHATTER' ? 0.03 : 0.02;
  return writing.organisations.flatMap((other) => {
    const knows = other.wijken.has(cell.wijk) && other.remit.has(cell.theme);
    if (
      other.key === author.key ||
      !knows ||
      !chance(random, share * Math.min(1, other.activity))
    ) {
      return [];
    }
    const profession = professionOf(random, other);
    return [{ organisationKey: other.key, profession, regime: regimeOfProfession(profession) }];
  });
}

/** One person who copies a text 5 to 50 times, or an organisation whose people repeat one another. */
function echoes(random: Random, writing: Writing): SimNote[] {
  return repeat(poisson(random, writing.settings.echoes), () => {
    const [organisation, cell] = somewhere(random, writing);
    if (!organisation || !cell) return [];
    const original = {
      ...makeNote(random, writing, organisation, cell, 'ECHO'),
      severity: grave(random),
    };
    return repeat(integer(random, 5, 50), () => ({
      ...original,
      id: uuid(random),
      observedTo: dayBefore(writing.today, uniform(random, 0.1, windowMonths - 0.3)),
      text: copyText(random, original.text ?? ''),
      confirmations: [],
    }));
  }).flat();
}

/** Something told on: two or three organisations note it in their own words, and nothing is behind it. */
function rumours(random: Random, writing: Writing): SimNote[] {
  return repeat(poisson(random, writing.settings.rumours), () => {
    const [, cell] = somewhere(random, writing);
    if (!cell) return [];
    const near = writing.organisations.filter((one) => one.wijken.has(cell.wijk));
    const tellers = shuffled(random, near).slice(0, integer(random, 2, 3));
    return tellers.flatMap((teller) =>
      repeat(integer(random, 1, 3), () => ({
        ...makeNote(random, writing, teller, cell, 'RUMOUR'),
        severity: grave(random),
      })),
    );
  }).flat();
}

const grave = (random: Random): Severity =>
  weighted(random, { ATTENTION: 0.3, WORRYING: 0.5, SERIOUS: 0.2 });

/** An organisation and a cell without need in a wijk where it works. */
function somewhere(random: Random, { organisations, cells }: Writing) {
  const organisation = pick(random, organisations);
  const theme = pick(random, themeCodes);
  const quiet = cells.filter(
    (cell) => cell.theme === theme && cell.need === 'NONE' && organisation.wijken.has(cell.wijk),
  );
  return [organisation, quiet.length > 0 ? pick(random, quiet) : undefined] as const;
}

function dayBefore(today: string, months: number): string {
  const whole = Math.floor(months);
  const instant = addMonths(new Date(`${today}T12:00:00Z`), -whole);
  instant.setUTCDate(instant.getUTCDate() - Math.floor((months - whole) * 28));
  return instant.toISOString().slice(0, 10);
}

function uuid(random: Random): string {
  const hex = repeat(32, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
