// The resources of the REST face. Each is one query of the GraphQL schema, asked as the public: the same functions,
// the same disclosure, the same price. Field names are those of the schema, so that there is one vocabulary.

/** Version of the REST face (semantic versioning); its first number stands in every path. */
export const restVersion = '1.1.0';
export const restRoot = '/api/v1';

export interface Resource {
  /** Below the root, with `{name}` for what is a variable of the query. */
  readonly path: string;
  /** Unique name of the operation, in the document too. */
  readonly operation: string;
  readonly tag: 'Places' | 'Indicators' | 'Profiles';
  readonly summary: string;
  /** One query with one field at the top. */
  readonly document: string;
  /** What stands for a variable that no caller gives. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Holds words of people: asked again each time, so that what was withdrawn is gone at once. */
  readonly hasWords?: boolean;
}

const place = 'code name level year firstYear lastYear gemeenteCode wijkCode urbanity';
const page = 'pageInfo { hasNextPage endCursor }';
const figure =
  'value state stateReason period part unit lower upper provisional provenance placeCode source { source table }';
const source =
  'number source sourceTitle table title publisher licence attribution address divisionYear retrievedAt modifiedAt';

const placesWithin = (operation: string) =>
  `query ${operation}($level: PlaceLevel, $within: PlaceCode, $search: String, $year: Int, $first: Int, $after: String) {
    places(level: $level, within: $within, search: $search, year: $year, first: $first, after: $after) {
      edges { node { ${place} } } ${page} } }`;

export const resources: readonly Resource[] = [
  {
    path: '/places',
    operation: 'listPlaces',
    tag: 'Places',
    summary: 'Places by name: gemeenten, wijken and buurten',
    document: placesWithin('listPlaces'),
  },
  {
    path: '/places/{code}',
    operation: 'getPlace',
    tag: 'Places',
    summary: 'A place by its code',
    document: `query getPlace($code: PlaceCode!, $year: Int) { place(code: $code, year: $year) { ${place} } }`,
  },
  {
    path: '/gemeenten',
    operation: 'listGemeenten',
    tag: 'Places',
    summary: 'Gemeenten by name',
    document: placesWithin('listGemeenten'),
    fixed: { level: 'GEMEENTE', within: 'NL00' },
  },
  {
    path: '/gemeenten/{within}/wijken',
    operation: 'listWijken',
    tag: 'Places',
    summary: 'Wijken of a gemeente, by name',
    document: placesWithin('listWijken'),
    fixed: { level: 'WIJK' },
  },
  {
    path: '/wijken/{code}/profile',
    operation: 'getWijkProfile',
    tag: 'Profiles',
    summary: 'The public part of the profile of a wijk: figures beside what professionals see',
    hasWords: true,
    document: `query getWijkProfile($code: WijkCode!, $year: Int, $asOf: Date, $language: Language! = NL) {
      wijkProfile(code: $code, year: $year, asOf: $asOf) {
        place { ${place} } gemeenteName year asOf groundAsOf
        thresholds { kind least product }
        population { ${figure} }
        coverage { level organisations professions missingProfessions lastObserved }
        themes {
          theme { code label(language: $language) }
          analysisLevel
          figures {
            indicator { key title unit direction measureKind } segment
            current { ${figure} }
            benchmark { gemeente { ${figure} } country { ${figure} } }
            trend { change refused slopePerYear p points }
            position { basis signedZ rankBand refused }
          }
          signal { display voices corroboration highestSeverity trend groups professions lastObserved stage
            excerpts { words level } strengths { words level } }
          coverage { level organisations professions missingProfessions lastObserved }
          concordance { outcome monitor ground rule sentence(language: $language)
            reasons { rule input value threshold } }
          followUps { id action result publicSentence dueOn fedBackAt }
          interpretations { id explanation outcome heldOn }
        }
        sources { ${source} }
      } }`,
  },
  {
    path: '/themes',
    operation: 'listThemes',
    tag: 'Indicators',
    summary: 'Themes, in their fixed order',
    document: `query listThemes($language: Language! = NL) {
      themes { code label(language: $language) positiveHealth scpTerrain zrmDomains } }`,
  },
  {
    path: '/indicators',
    operation: 'listIndicators',
    tag: 'Indicators',
    summary: 'Indicators that have figures, by key',
    document: `query listIndicators($theme: ThemeCode, $source: String, $search: String, $first: Int, $after: String) {
      indicators(theme: $theme, source: $source, search: $search, first: $first, after: $after) {
        edges { node { key title definition unit measureKind direction provenance population decimals breakYears
          source theme { code } } } ${page} } }`,
  },
  {
    path: '/indicators/{indicator}/figures',
    operation: 'listFigures',
    tag: 'Indicators',
    summary: 'Figures of one indicator for all places of a level within a place, by code',
    document: `query listFigures($indicator: String!, $within: PlaceCode!, $level: PlaceLevel!, $period: Int, $part: PartOfYear) {
      indicatorMap(indicator: $indicator, within: $within, level: $level, period: $period, part: $part) {
        placeCode name figure { ${figure} } } }`,
  },
  {
    path: '/sources',
    operation: 'listSources',
    tag: 'Indicators',
    summary: 'Live editions of the sources, with licence and attribution',
    document: `query listSources { sources { ${source} } }`,
  },
];
