// The catalogue of the open figures as DCAT-AP-NL 3.0 in JSON-LD: a dataset per live table, with licence, years, area and
// where its files are. Nothing in it comes from field notes. Pure.
import type { Edition } from '../figures/catalogue.ts';
import { editionPath, type MeasuredFile } from './measured.ts';

const authority = 'http://publications.europa.eu/resource/authority';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#',
  spdx: 'http://spdx.org/rdf/terms#',
};

/** Licences that sources name, as the address that DCAT-AP-NL asks for; another is called unknown, never guessed. */
const licences: readonly (readonly [RegExp, string])[] = [
  [/\bCC[ -]?BY[ -]?4\.0\b/i, 'http://creativecommons.org/licenses/by/4.0/deed.nl'],
  [/\bCC0/i, 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl'],
];
const unknownLicence = 'http://standaarden.overheid.nl/owms/terms/licentieonbekend';

const licenceOf = (text: string) =>
  licences.find(([pattern]) => pattern.test(text))?.[1] ?? unknownLicence;

const node = (id: string) => ({ '@id': id });
const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });
const dutch = (value: string) => ({ '@language': 'nl', '@value': value });
const organisation = (name: string) => ({ '@type': 'foaf:Organization', 'foaf:name': dutch(name) });
const contact = (name: string) => ({ '@type': 'vcard:Organization', 'vcard:fn': name });

/** The files of a dataset, with the names that the lists of the European Union and IANA give their forms. */
const fileForms = [
  {
    ...{ form: 'csv', title: 'Cijfers als CSV', fileType: 'CSV', mediaType: 'text/csv' },
    standard: 'https://www.rfc-editor.org/rfc/rfc4180',
  },
  {
    ...{ form: 'csv-metadata', title: 'Beschrijving van de CSV', fileType: 'JSON_LD' },
    ...{ mediaType: 'application/csvm+json', standard: 'http://www.w3.org/ns/csvw' },
  },
  {
    ...{ form: 'jsonstat', title: 'Cijfers als JSON-stat', fileType: 'JSON' },
    ...{ mediaType: 'application/json', standard: 'https://json-stat.org/full/' },
  },
  {
    ...{ form: 'geojson', title: 'Cijfers met grenzen als GeoJSON', fileType: 'GEOJSON' },
    ...{ mediaType: 'application/geo+json', standard: 'https://www.rfc-editor.org/rfc/rfc7946' },
  },
] as const;

export interface CatalogueInput {
  /** Live editions, in the order they are listed. */
  readonly editions: readonly Edition[];
  /** Where the server is reached, without a path. */
  readonly address: string;
  readonly now: Date;
  /** What is known of the files as they are sent now. */
  readonly measured: ReadonlyMap<string, MeasuredFile>;
}

/** The catalogue; sensitive indicators count for nothing in it, and a table of nothing else is left out. */
export function catalogueOf({ editions, address, now, measured }: CatalogueInput) {
  const at = (path: string) => new URL(path, address).href;
  const open = editions.filter(({ columns }) =>
    columns.some(({ indicator }) => !indicator.sensitive),
  );
  const modified = open
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .sort()
    .at(-1);
  return {
    '@context': context,
    '@id': at('/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': dutch('Wijkbeeld: cijfers over wijken'),
    'dct:description': dutch(
      'Cijfers van monitors per gemeente, wijk en buurt, met hun staat, marges, herkomst en bron. Zonder veldnotities.',
    ),
    'dct:publisher': organisation('Wijkbeeld'),
    'dct:language': node(`${authority}/language/NLD`),
    'dct:modified': typed('dateTime', new Date(modified ?? now).toISOString()),
    'dcat:themeTaxonomy': node(`${authority}/data-theme`),
    'dcat:service': [
      {
        ...serviceOf(at, 'GraphQL van Wijkbeeld', '/graphql', '/docs/reference.html'),
        'dcat:servesDataset': open.map(({ id }) => node(at(`/catalog.jsonld#edition-${id}`))),
      },
      {
        ...serviceOf(at, 'REST van Wijkbeeld', '/api/v1', '/api/v1/openapi.json'),
        'dcat:servesDataset': open.map(({ id }) => node(at(`/catalog.jsonld#edition-${id}`))),
      },
    ],
    'dcat:dataset': open.map((edition) => datasetOf(edition, at, measured)),
  };
}

const serviceOf = (
  at: (path: string) => string,
  title: string,
  endpoint: string,
  description: string,
) => ({
  '@id': at(endpoint),
  '@type': 'dcat:DataService',
  'dct:title': dutch(title),
  'dcat:endpointURL': node(at(endpoint)),
  'dcat:endpointDescription': node(at(description)),
});

function datasetOf(
  edition: Edition,
  at: (path: string) => string,
  measured: ReadonlyMap<string, MeasuredFile>,
) {
  const { source } = edition;
  const columns = edition.columns.filter(({ indicator }) => !indicator.sensitive);
  const periods = columns.map(({ period }) => period);
  const titles = [...new Set(columns.map(({ indicator }) => indicator.title))];
  const isCountry = edition.scope === 'NL00';
  const published = edition.publishedAt ?? edition.retrievedAt;
  return {
    '@id': at(`/catalog.jsonld#edition-${edition.id}`),
    '@type': 'dcat:Dataset',
    'dct:identifier': `${source.key}/${edition.tableId}/${edition.scope}/${edition.id}`,
    'dct:title': dutch(edition.title),
    'dct:description': dutch(
      `${source.title}, tabel ${edition.tableId}, indeling ${edition.divisionYear}: ${titles.slice(0, 20).join('; ')}` +
        `${titles.length > 20 ? ` en ${titles.length - 20} meer` : ''}. ${source.attribution}`,
    ),
    'dct:publisher': organisation(source.publisher),
    'dct:creator': organisation(source.publisher),
    'dcat:contactPoint': contact(source.publisher),
    'dct:license': node(licenceOf(source.licence)),
    'dct:accessRights': node(`${authority}/access-right/PUBLIC`),
    'dct:language': node(`${authority}/language/NLD`),
    'dcat:theme': node(`${authority}/data-theme/SOCI`),
    'dcat:keyword': [...new Set(columns.flatMap(({ indicator }) => indicator.theme ?? []))].map(
      (theme) => dutch(theme.toLowerCase().replaceAll('_', ' ')),
    ),
    'dct:issued': typed('dateTime', new Date(published).toISOString()),
    'dct:modified': typed('dateTime', new Date(edition.modifiedAt ?? published).toISOString()),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed('date', `${Math.min(...periods)}-01-01`),
      'dcat:endDate': typed('date', `${Math.max(...periods)}-12-31`),
    },
    'dct:spatial': {
      '@type': 'dct:Location',
      'dct:identifier': edition.scope,
      'dct:title': dutch(isCountry ? 'Nederland' : `Gemeente ${edition.scope}`),
    },
    ...(source.address ? { 'dct:source': node(source.address) } : {}),
    'dcat:distribution': fileForms.map(({ form, title, fileType, mediaType, standard }) => {
      const address = at(editionPath(edition.id, form));
      const known = measured.get(editionPath(edition.id, form));
      return {
        '@id': address,
        '@type': 'dcat:Distribution',
        'dct:title': dutch(title),
        'dcat:accessURL': node(address),
        'dcat:downloadURL': node(address),
        'dcat:accessService': node(at('/api/v1')),
        'dct:license': node(licenceOf(source.licence)),
        'dct:format': node(`${authority}/file-type/${fileType}`),
        'dcat:mediaType': node(`http://www.iana.org/assignments/media-types/${mediaType}`),
        'dct:conformsTo': node(standard),
        ...(known
          ? {
              'dcat:byteSize': typed('nonNegativeInteger', String(known.bytes)),
              'spdx:checksum': {
                '@type': 'spdx:Checksum',
                'spdx:algorithm': node('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
                'spdx:checksumValue': typed('hexBinary', known.sha256),
              },
            }
          : {}),
      };
    }),
  };
}
