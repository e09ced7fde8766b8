// Writes one town in the generic import formats of design.md chapter 4, and its truth beside it, so that the whole
// path from import to API can be scored. Small towns come with wijken of another gemeente: without them the country
// has no spread to fall back on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasSeverity } from '../../server/notes/check.ts';
import type { SimNote } from './notes.ts';
import type { Town } from './town.ts';

const exportYear = (today: string) => Number(today.slice(0, 4));

/** Periods are years: the middle of the period lies `age` months before today. */
function periodOf(today: string, age: number): number {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Math.floor((year * 12 + month - 1 - age) / 12);
}

export function exportTown(town: Town, directory: string, today: string): void {
  mkdirSync(directory, { recursive: true });
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(directory, name), `${lines.join('\n')}\n`);
  write('places.csv', placeLines(town, exportYear(today)));
  write('indicators.json', [JSON.stringify(indicatorsOf(town), null, 2)]);
  write('figures.csv', figureLines(town, today));
  write(
    'notes.ndjson',
    town.notes.map((note) => JSON.stringify(noteLine(note))),
  );
  write('truth.json', [JSON.stringify(truthOf(town), null, 2)]);
}

const gemeenteOf = (town: Town) => `GM${town.wijken[0]?.code.slice(2, 6) ?? '9000'}`;
/** Wijken elsewhere, in a gemeente of their own that no simulated town can have. */
const elsewhere = 'GM8999';
const elsewhereWijk = (nth: number) => `WK8999${String(nth).padStart(2, '0')}`;

function placeLines(town: Town, year: number): string[] {
  const gemeente = gemeenteOf(town);
  const people = town.wijken.reduce((sum, wijk) => sum + wijk.inhabitants, 0);
  const others = town.monitors.references[0]?.elsewhere ?? [];
  return [
    'code,name,level,parent,year,population',
    `NL00,Nederland,COUNTRY,,${year},17900000`,
    `${gemeente},Simstad ${town.seed},GEMEENTE,NL00,${year},${people}`,
    ...town.wijken.map(
      (wijk) => `${wijk.code},${wijk.name},WIJK,${gemeente},${year},${wijk.inhabitants}`,
    ),
    `${elsewhere},Elders,GEMEENTE,NL00,${year},${5000 * others.length}`,
    ...others.map(
      (_, nth) => `${elsewhereWijk(nth)},Elders ${nth + 1},WIJK,${elsewhere},${year},5000`,
    ),
  ];
}

const units = { PERCENT: '%', PER_1000: 'per 1.000', SCORE: 'score' } as const;

function indicatorsOf({ monitors }: Town) {
  return monitors.indicators.map((one) => ({
    key: one.key,
    title: `Simulatie ${one.key}`,
    unit: units[one.measureKind as keyof typeof units],
    measureKind: one.measureKind,
    direction: one.direction,
    theme: one.theme,
    sensitive: false,
    publisher: 'Wijkbeeld simulatie',
    licence: 'EUPL-1.2',
    provenance: one.provenance,
  }));
}

function figureLines(town: Town, today: string): string[] {
  const year = exportYear(today);
  const lines = ['indicator,place,year,period,value,state,lower,upper,denominator'];
  for (const [i, indicator] of town.monitors.indicators.entries()) {
    const line = (
      place: string,
      value: number | null,
      state: string,
      margins: readonly [number | null, number | null] = [null, null],
    ) =>
      [
        indicator.key,
        place,
        year,
        periodOf(today, indicator.age),
        decimal(value),
        state,
        ...margins.map(decimal),
        '',
      ].join(',');
    const { gemeente, elsewhere: others } = town.monitors.references[i] ?? {
      gemeente: null,
      elsewhere: [],
    };
    if (gemeente) {
      const margins = indicator.hasMargins
        ? ([gemeente.lower, gemeente.upper] as const)
        : undefined;
      lines.push(line(gemeenteOf(town), gemeente.value, '', margins));
    }
    for (const figure of town.monitors.figures[i] ?? []) {
      const place = town.wijken[figure.wijk]?.code ?? '';
      const state = figure.state === 'OK' ? '' : figure.state;
      lines.push(line(place, figure.value, state, [figure.lower, figure.upper]));
    }
    for (const [nth, value] of others.entries()) lines.push(line(elsewhereWijk(nth), value, ''));
  }
  return lines;
}

const decimal = (value: number | null) => (value === null ? '' : value.toFixed(4));

/** Confirming colleagues are anybody of their organisation: the simulation does not know them one by one. */
function noteLine(note: SimNote) {
  const { severity, excerpt, confirmations, origin, organisationKey, regime, ...rest } = note;
  return {
    id: rest.id,
    placeCode: rest.placeCode,
    editionYear: rest.editionYear,
    theme: rest.theme,
    kind: rest.kind,
    observationText: rest.text,
    ...(hasSeverity(rest.kind) && severity !== null ? { severity } : {}),
    trend: rest.trend,
    populationGroups: rest.populationGroups,
    observedFrom: rest.observedTo,
    observedTo: rest.observedTo,
    recordedAt: `${rest.observedTo}T12:00:00Z`,
    publicationLevel: 'CIRCLE',
    organisation: organisationKey,
    observer: rest.observer,
    profession: rest.profession,
    confirmations: confirmations.map((voice) => ({
      organisation: voice.organisationKey,
      observer: `${voice.organisationKey}-person-1`,
      profession: voice.profession,
    })),
    noPersonConfirmed: true,
    ...(severity === 'URGENT' ? { urgentConfirmed: true } : {}),
    status: 'PUBLISHED',
  };
}

function truthOf(town: Town) {
  return {
    gemeente: gemeenteOf(town),
    definition: 'tests/simulation/truth.ts',
    cells: town.truths.map(({ wijk, theme, outcome, outcomeByWijk, power, isCovered }) => ({
      place: town.wijken[wijk]?.code,
      theme,
      outcome,
      outcomeByWijk,
      power: Number(power.toFixed(3)),
      isCovered,
    })),
  };
}
