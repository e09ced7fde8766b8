// Wmo, jeugdzorg and other provisions of the social domain at wijk level (domain 7.1). Use of provisions is neutral: high
// use can mean good reach (chapter 9). A gemeente that did not deliver or consent is empty as a whole.
import type { ThemeCode } from '../../codes/themes.ts';
import type { ColumnDescription, DimensionDescription, SourceDescription } from './description.ts';
import { cbsSource } from './sources.ts';

const years: DimensionDescription = {
  name: /^Perioden$/,
  role: 'PERIOD',
  hasPartsOfYears: true,
};
/** The one dimension beside place and year: its categories overlap, so they are indicators and never added up. */
const kinds: DimensionDescription = { name: /./, role: 'INDICATOR' };

const common = {
  provenance: 'MEASURED',
  service: 'CBS',
  dataSet: 'TypedDataSet',
  derived: [],
  contextRules: [{ path: /./, baseKey: null, isDeliveredByGemeente: true }],
  sensitivePaths: null,
  sensitiveBreakYears: [],
  definesPlaces: false,
  emptyColumn: 'NOT_YET',
  blank: 'UNKNOWN',
} as const;

const perThousand = (
  category: string,
  key: string,
  title: string,
  theme: ThemeCode,
): ColumnDescription => ({
  key,
  title,
  paths: [`${category} > * (per 1 000*)`],
  stems: [],
  unit: 'per 1 000 inwoners',
  measureKind: 'PER_1000',
  direction: 'NEUTRAL',
  theme,
  population: 'inwoners',
  decimals: 0,
  baseKey: null,
  isDeliveredByGemeente: true,
});

const wmoTypes: SourceDescription = {
  ...common,
  source: cbsSource('cbs-wmo-types', 'Wmo-cliënten naar type maatwerkvoorziening'),
  prefix: 'wmo',
  titles: /^Wmo-cli[eë]nten\b(?!.*halfjaar).*\btype\b/i,
  cadence: 'a table a year',
  tables: [
    { id: '86158NED', year: 2025, isProvisional: true },
    { id: '86188NED', year: 2021 },
    { id: '86186NED', year: 2019 },
    { id: '84751NED', year: 2017 },
  ],
  columns: [
    perThousand(
      'Ondersteuning thuis',
      'wmo-support-at-home-per-1000',
      'Wmo-cliënten met ondersteuning thuis',
      'DAY_ACTIVITIES',
    ),
    perThousand(
      'Hulp bij het huishouden',
      'wmo-household-help-per-1000',
      'Wmo-cliënten met hulp bij het huishouden',
      'SELF_RELIANCE',
    ),
    perThousand(
      'Hulpmiddelen en diensten',
      'wmo-aids-per-1000',
      'Wmo-cliënten met hulpmiddelen en diensten',
      'SELF_RELIANCE',
    ),
  ],
  population: 'Wmo-cliënten',
  dimensions: [years, kinds],
};

const wmoDetails: SourceDescription = {
  ...common,
  source: cbsSource('cbs-wmo-details', 'Wmo-cliënten naar voorziening, gemeenten'),
  prefix: 'wmo-details',
  cadence: 'twice a year',
  tables: [{ id: '86050NED', title: 'Wmo-cliënten naar type maatwerkvoorziening per halfjaar' }],
  columns: [],
  population: 'Wmo-cliënten',
  dimensions: [years, kinds],
};

/** The open route to pgb per wijk: SVB publishes no file per wijk. */
const wmoFinancing: SourceDescription = {
  ...common,
  source: cbsSource('cbs-wmo-financing', 'Wmo-cliënten naar financieringsvorm'),
  prefix: 'wmo-financing',
  titles: /^Wmo-cli[eë]nten\b.*\bfinancieringsvorm/i,
  cadence: 'a table a year',
  tables: [
    { id: '86181NED', year: 2022 },
    { id: '84664NED', year: 2019 },
    { id: '86177NED', year: 2018 },
  ],
  columns: [
    perThousand(
      'Uitsluitend PGB',
      'wmo-pgb-only-per-1000',
      'Wmo-cliënten met uitsluitend pgb',
      'SELF_RELIANCE',
    ),
    perThousand(
      'Uitsluitend ZIN',
      'wmo-in-kind-only-per-1000',
      'Wmo-cliënten met uitsluitend zorg in natura',
      'SELF_RELIANCE',
    ),
    perThousand(
      'Zowel PGB als ZIN',
      'wmo-pgb-and-in-kind-per-1000',
      'Wmo-cliënten met pgb en zorg in natura',
      'SELF_RELIANCE',
    ),
  ],
  population: 'Wmo-cliënten',
  dimensions: [years, kinds],
};

const youthCare: SourceDescription = {
  ...common,
  source: cbsSource('cbs-youth-care', 'Jongeren met jeugdzorg'),
  prefix: 'youth-care',
  titles: /^Jongeren met jeugdzorg\b/i,
  cadence: 'a table a year',
  tables: [
    { id: '86204NED', year: 2025, isProvisional: true },
    { id: '83563NED', year: 2016 },
    { id: '82972NED', title: 'Indicatoren jeugdzorg (gemeenten)' },
  ],
  columns: [],
  population: 'jongeren',
  // Form, age, household, verwijzer, perspectief: segments by the titles of their codes.
  dimensions: [years],
};

const provisions: SourceDescription = {
  ...common,
  source: cbsSource('cbs-provisions', 'Gebruik voorzieningen sociaal domein'),
  prefix: 'provisions',
  titles: /^Gebruik (van )?voorzieningen sociaal domein\b/i,
  cadence: 'a table a year',
  tables: [{ id: '85994NED', year: 2024 }],
  columns: [],
  population: 'personen en huishoudens',
  dimensions: [years],
};

export const socialDomain: readonly SourceDescription[] = [
  wmoTypes,
  wmoDetails,
  wmoFinancing,
  youthCare,
  provisions,
];
