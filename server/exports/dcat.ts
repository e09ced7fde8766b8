// The catalogue of the open figures as DCAT-AP-NL 3.0 in JSON-LD: a dataset per live table, with licence, years, area and
// where to ask for it. Nothing in it comes from field notes. Pure.
import type { Edition } from '../figures/catalogue.ts';

const authority = 'http://publications.europa.eu/resource/authority';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#',
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

export interface CatalogueInput {
  /** Live editions, in the order they are listed. */
  readonly editions: readonly Edition[];
  /** Where the server is reached, without a path. */
  readonly address: string;
  readonly now: Date;
}

/** The catalogue; sensitive indicators count for nothing in it, and a table of nothing else is left out. */
export function catalogueOf({ editions, address, now }: CatalogueInput) {
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
    'dcat:service': {
      '@id': at('/graphql'),
      '@type': 'dcat:DataService',
      'dct:title': dutch('GraphQL van Wijkbeeld'),
      'dcat:endpointURL': node(at('/graphql')),
      'dcat:servesDataset': open.map(({ id }) => node(at(`/catalog.jsonld#edition-${id}`))),
    },
    'dcat:dataset': open.map((edition) => datasetOf(edition, at)),
  };
}

function datasetOf(edition: Edition, at: (path: string) => string) {
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
    'dcat:distribution': {
      '@type': 'dcat:Distribution',
      'dct:title': dutch('Cijfers, opvraagbaar per indicator en plaats'),
      'dcat:accessURL': node(at('/graphql')),
      'dcat:accessService': node(at('/graphql')),
      'dct:license': node(licenceOf(source.licence)),
      'dct:format': node(`${authority}/file-type/JSON`),
      'dcat:mediaType': node('http://www.iana.org/assignments/media-types/application/json'),
    },
  };
}
