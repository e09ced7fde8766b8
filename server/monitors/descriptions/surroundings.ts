// Sources about how and where people live (domain 7.2): SES-WOA, distances, education, police, movement, Regiobeeld. Their
// columns come as context; which of them count for a theme is a line here once their wording is known.
import type { SourceDescription } from './description.ts';
import { cbsSource, openSource } from './sources.ts';

const common = {
  dataSet: 'TypedDataSet',
  columns: [],
  derived: [],
  contextRules: [{ path: /./, baseKey: null }],
  sensitivePaths: null,
  sensitiveBreakYears: [],
  population: '',
  dimensions: [],
  definesPlaces: false,
  emptyColumn: 'NOT_YET',
  blank: 'UNKNOWN',
} as const;

export const surroundings: readonly SourceDescription[] = [
  {
    ...common,
    source: cbsSource('cbs-ses-woa', 'SES-WOA-scores'),
    prefix: 'ses-woa',
    titles: /^SES-WOA\b/i,
    provenance: 'MODELLED',
    service: 'CBS',
    cadence: 'yearly, earlier years in the same table',
    tables: [
      { id: '86296NED', year: 2024, title: 'SES-WOA 2014-2024' },
      { id: '85163NED', title: 'SES-WOA, earlier table' },
    ],
    population: 'particuliere huishoudens',
  },
  {
    ...common,
    source: cbsSource('cbs-proximity', 'Nabijheid voorzieningen'),
    prefix: 'proximity',
    titles: /^Nabijheid voorzieningen\b/i,
    provenance: 'MEASURED',
    service: 'CBS',
    cadence: 'a table a year',
    tables: [
      { id: '86270NED', year: 2025 },
      { id: '85231NED', year: 2021 },
    ],
    population: 'inwoners',
  },
  {
    ...common,
    source: cbsSource('cbs-education', 'Opleidingsniveau'),
    prefix: 'education',
    provenance: 'MEASURED',
    service: 'CBS',
    cadence: 'yearly',
    tables: [{ id: '86232NED' }],
    population: '15 tot 75 jaar',
  },
  {
    ...common,
    source: openSource({
      key: 'police',
      title: 'Geregistreerde misdrijven en overlast',
      publisher: 'Politie',
      licence: 'open data',
    }),
    prefix: 'police',
    provenance: 'MEASURED',
    service: 'DATADERDEN',
    cadence: 'monthly and yearly, four to six weeks after',
    tables: [
      { id: '47018NED', title: 'Geregistreerde misdrijven per jaar' },
      { id: '47022NED', title: 'Geregistreerde misdrijven per maand' },
      { id: '47024NED', title: 'Geregistreerde overlast' },
    ],
    dimensions: [
      // Five of each month: enough to test whether there is a trend over the years.
      { name: /^Perioden$/, role: 'PERIOD', hasPartsOfYears: true, newestParts: 60 },
      { name: /./, role: 'INDICATOR' },
    ],
    // The police leaves small numbers out: not zero.
    blank: 'WITHHELD',
  },
  {
    ...common,
    source: openSource({
      key: 'rivm-movement',
      title: 'Beweegvriendelijke omgeving',
      publisher: 'RIVM',
      licence: 'CC BY 4.0',
    }),
    prefix: 'movement',
    provenance: 'MEASURED',
    service: 'DATADERDEN',
    cadence: 'now and then',
    tables: [{ id: '50143NED', year: 2024 }],
  },
  {
    ...common,
    source: openSource({
      key: 'rivm-regiobeeld',
      title: 'Regiobeeld: gebruik en kosten van zorg',
      publisher: 'RIVM',
      licence: 'CC BY 4.0',
    }),
    prefix: 'regiobeeld',
    provenance: 'MEASURED',
    service: 'DATADERDEN',
    cadence: 'yearly, earlier years in the same table',
    tables: [{ id: '50149NED', title: 'Regiobeeld 2014-2023' }],
  },
];
