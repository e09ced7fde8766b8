// A local service that behaves as domain chapter 6 says of CBS: OData v3 with its limit of 10,000 and its padded keys,
// OData v4 with observations and next links; and every way in which such a service fails.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

type Entry = Record<string, unknown>;

/** A table in the shape of v3; what v4 says of it is worked out. */
export interface ServedTable {
  readonly infos: Entry;
  readonly properties: readonly Entry[];
  readonly places: readonly Entry[];
  readonly rows: readonly Entry[];
  /** Lists of codes of dimensions beside the place. */
  readonly codes?: Readonly<Record<string, readonly Entry[]>>;
}

export const faultKinds = [
  'reset',
  'cut connection',
  'truncated',
  'too long a length',
  'too short a length',
  'duplicate page',
  'renamed column',
  'status 500',
  'status 503',
  'web page',
  'slow',
  'gzip',
  'broken gzip',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface ServedTables {
  readonly address: string;
  /** Paths with query, in the order in which they were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface Behaviour {
  /** The table as it is at this moment; it may become another half-way. */
  readonly table: (request: number) => ServedTable;
  /** What goes wrong with this request. */
  readonly fault?: (request: number, path: string) => FaultKind | undefined;
  /** Rows of a page of v4. */
  readonly pageSize?: number;
  /** How long a slow answer takes, ms. */
  readonly slowMs?: number;
  /** Absent: a free one. */
  readonly port?: number;
}

/** Serves `/v4/{table}/…`, and `/v3/{table}/…` by that and any other name, on a free loopback port. */
export async function serveTables(behaviour: Behaviour): Promise<ServedTables> {
  const asked: string[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    const number = asked.length;
    const table = behaviour.table(number);
    const answer = answerTo(table, path, behaviour.pageSize ?? 500, request);
    const fault = behaviour.fault?.(number, path);
    if (fault === 'slow') {
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(response, answer, undefined, table);
      }, behaviour.slowMs ?? 300);
      timers.add(timer);
    } else send(response, answer, fault, table);
  });
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function answerTo(
  table: ServedTable,
  path: string,
  pageSize: number,
  request: IncomingMessage,
): Answer {
  const url = new URL(path, `http://${request.headers.host}`);
  const [, version, id = '', set = ''] = url.pathname.split('/');
  if (id !== table.infos.Identifier) return { status: 404, body: 'niet gevonden' };
  const query = new Map(url.searchParams);
  if (version === 'v4') return answerV4(table, set, url, pageSize);
  return answerV3(table, set, query);
}

const regionKey = 'WijkenEnBuurten';

function answerV3(table: ServedTable, set: string, query: Map<string, string>): Answer {
  const sets: Readonly<Record<string, readonly Entry[] | undefined>> = {
    TableInfos: [table.infos],
    DataProperties: table.properties,
    [regionKey]: table.places,
    TypedDataSet: table.rows,
    UntypedDataSet: table.rows,
    ...table.codes,
  };
  const all = sets[set];
  if (!all) return { status: 404, body: 'niet gevonden' };
  const filtered = all.filter(filterOf(query.get('$filter')));
  const skip = Number(query.get('$skip') ?? 0);
  const page = filtered.slice(skip, skip + Number(query.get('$top') ?? filtered.length));
  const cells = page.length * Object.keys(page[0] ?? {}).length;
  if (cells > 10_000) return { status: 500, body: 'onbekend' };
  return { status: 200, body: { 'odata.metadata': 'https://voorbeeld.test', value: page } };
}

/** Only what chapter 6 says works, equality with padding and startswith, and `and` and `or` between them. */
function filterOf(filter: string | undefined): (row: Entry) => boolean {
  if (filter === undefined) return () => true;
  const both = /^(.+?) and \((.+)\)$/.exec(filter);
  if (both) {
    const [first, second] = [filterOf(both[1]), filterOf(both[2])];
    return (row) => first(row) && second(row);
  }
  const any = filter.split(' or ');
  if (any.length > 1) {
    const conditions = any.map(filterOf);
    return (row) => conditions.some((holds) => holds(row));
  }
  const start = /^startswith\((\w+),'([^']*)'\)$/.exec(filter);
  if (start) return (row) => String(row[start[1] ?? '']).startsWith(start[2] ?? '');
  const equal = /^(\w+) eq '([^']*)'$/.exec(filter);
  return (row) => equal !== null && row[equal[1] ?? ''] === equal[2];
}

const text = (value: unknown) => String(value ?? '').trim();
const measureId = (topic: Entry) => `M${topic.ID}`;
const groupId = (id: unknown) => (id === null ? null : `G${id}`);
const isOfType = (type: RegExp) => (entry: Entry) => type.test(String(entry['odata.type']));

/** A table about the country alone has no places. */
const regionOf = ({ places }: ServedTable) => (places.length > 0 ? [regionKey] : []);

const figureTopics = ({ properties }: ServedTable) =>
  properties.filter(isOfType(/\.Topic$/)).filter((topic) => topic.Datatype !== 'String');

function observationsOf(table: ServedTable): Entry[] {
  const measures = figureTopics(table);
  const dimensions = [...regionOf(table), ...Object.keys(table.codes ?? {})];
  let Id = 0;
  return table.rows.flatMap((row) =>
    measures.flatMap((topic) => {
      const Value = row[String(topic.Key)];
      Id += 1;
      const codes = Object.fromEntries(dimensions.map((name) => [name, text(row[name])]));
      // A missing cell is absent.
      return Value === null
        ? []
        : [{ Id, Measure: measureId(topic), ValueAttribute: 'None', Value, ...codes }];
    }),
  );
}

/** The sets of v4, worked out from those of v3. */
function listsOf(table: ServedTable): Record<string, Entry[]> {
  const others = Object.keys(table.codes ?? {});
  const geo = { Identifier: regionKey, Title: 'Wijken en buurten', Kind: 'GeoDetail' };
  const codesOf = (list: readonly Entry[]) =>
    list.map(({ Key, Title }, Index) => ({ Identifier: text(Key), Index, Title }));
  const kindOf = (name: string) => (name === 'Perioden' ? 'TimeDimension' : 'Dimension');
  return Object.fromEntries<Entry[]>([
    [
      'Dimensions',
      [
        ...regionOf(table).map(() => ({ ...geo, MapYear: table.infos.Period })),
        ...others.map((name) => ({ Identifier: name, Title: name, Kind: kindOf(name) })),
      ],
    ],
    [
      'MeasureCodes',
      figureTopics(table).map((topic, Index) => ({
        Identifier: measureId(topic),
        Index,
        Title: topic.Title,
        Description: topic.Description,
        MeasureGroupId: groupId(topic.ParentID),
        DataType: topic.Datatype,
        Unit: topic.Unit,
        Decimals: topic.Decimals,
      })),
    ],
    [
      'MeasureGroups',
      table.properties.filter(isOfType(/TopicGroup$/)).map(({ ID, Title, ParentID }) => ({
        Id: groupId(ID),
        Title,
        ParentId: groupId(ParentID),
      })),
    ],
    [`${regionKey}Codes`, codesOf(table.places)],
    ...others.map((name): [string, Entry[]] => [
      `${name}Codes`,
      codesOf(table.codes?.[name] ?? []),
    ]),
  ]);
}

function answerV4(table: ServedTable, set: string, url: URL, pageSize: number): Answer {
  if (set === 'Properties') {
    const { Identifier, Title, Modified, Period } = table.infos;
    const properties = {
      ...{ Identifier, Title, Version: Modified, TemporalCoverage: Period },
      // As CBS tells it: the same night at another hour.
      Modified: `${String(Modified).slice(0, 10)}T00:00:00+01:00`,
      ObservationCount: observationsOf(table).length,
    };
    return { status: 200, body: properties };
  }
  const found = set === 'Observations' ? observationsOf(table) : listsOf(table)[set];
  const all = found?.filter(filterOf(url.searchParams.get('$filter') ?? undefined));
  if (!all) return { status: 404, body: 'niet gevonden' };
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const more = skip + pageSize < all.length;
  const next = new URL(url);
  next.searchParams.set('$skip', String(skip + pageSize));
  return {
    status: 200,
    body: {
      '@odata.context': 'https://voorbeeld.test',
      value: all.slice(skip, skip + pageSize),
      ...(more ? { '@odata.nextLink': next.href } : {}),
    },
  };
}

function send(
  response: ServerResponse,
  { status, body }: Answer,
  fault: FaultKind | undefined,
  table: ServedTable,
): void {
  const spoiled = fault === undefined ? body : spoil(body, fault, table);
  const bytes = Buffer.from(typeof spoiled === 'string' ? spoiled : JSON.stringify(spoiled));
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const write = (code: number, headers: Record<string, string | number>, content: Buffer) => {
    response.writeHead(code, { ...json, ...headers });
    response.end(content);
  };
  switch (fault) {
    case 'reset':
      response.socket?.destroy();
      return;
    case 'cut connection':
      response.writeHead(200, { ...json, 'content-length': bytes.length });
      response.write(half);
      setImmediate(() => response.socket?.destroy());
      return;
    case 'truncated':
      write(200, { 'content-length': half.length }, half);
      return;
    case 'too long a length':
      response.strictContentLength = false;
      response.writeHead(200, { ...json, 'content-length': bytes.length + 50 });
      response.write(bytes);
      setTimeout(() => response.socket?.destroy(), 5);
      return;
    case 'too short a length':
      response.socket?.end(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${half.length}\r\n\r\n${bytes.toString()}`,
      );
      return;
    case 'status 500':
      write(500, { 'content-type': 'text/plain' }, Buffer.from('\u0000\u0001 ?!'));
      return;
    case 'status 503':
      write(503, { 'content-type': 'text/html' }, Buffer.from('<h1>Onderhoud</h1>'));
      return;
    case 'web page':
      write(200, { 'content-type': 'text/html' }, Buffer.from('<html>Storing</html>'));
      return;
    case 'gzip':
      write(status, { 'content-encoding': 'gzip' }, gzipSync(bytes));
      return;
    case 'broken gzip':
      write(200, { 'content-encoding': 'gzip' }, gzipSync(bytes).subarray(0, 30));
      return;
    default:
      write(status, {}, bytes);
      return;
  }
}

/** Answers that are whole but wrong. */
function spoil(body: unknown, fault: FaultKind, table: ServedTable): unknown {
  const document = body as { value?: readonly Entry[] };
  if (!Array.isArray(document.value)) return body;
  if (fault === 'duplicate page') {
    const [first] = document.value;
    const isData = first !== undefined && 'ID' in first && regionKey in first;
    // The first rows of the table, whatever was asked for; elsewhere the page twice over.
    const value = isData
      ? table.rows.slice(0, Math.max(1, document.value.length))
      : [...document.value, ...document.value];
    return { ...document, value };
  }
  if (fault !== 'renamed column') return body;
  return {
    ...document,
    value: document.value.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name.replace(/^(AantalInwoners|Key|Id|Identifier)/, '$1Nieuw'),
          value,
        ]),
      ),
    ),
  };
}
