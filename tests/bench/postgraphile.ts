// PostGraphile beside our profile: the figures, notes and place that the floor answers, from the same rows, in one query of
// nested connections; one flat list of figures was slower. It is no dependency of ours: installed when it is measured,
// in a folder of its own among temporary files, with the Node that it needs. Our server runs on that Node too beside it:
// another Node alone makes a server faster by a third.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Running, startProgram, startServer } from './servers.ts';

const dependencies = { postgraphile: '5.1.5', pg: '8.23.1', node: '24.21.0' };

const folder = join(
  tmpdir(),
  `wijkbeeld-bench-postgraphile-${dependencies.postgraphile}-${dependencies.node}`,
);
/** A program, once PostGraphile is there. */
export const nodeBeside = join(folder, 'node_modules', 'node', 'bin', 'node');
const serverFile = fileURLToPath(new URL('postgraphile-server.ts', import.meta.url));

const isInstalled = () =>
  existsSync(join(folder, 'node_modules', 'postgraphile')) &&
  spawnSync(nodeBeside, ['--version'], { encoding: 'utf8' }).stdout?.trim() ===
    `v${dependencies.node}`;

/** Installs it at first need; why it cannot be measured here, or null. */
export function hindranceOfPostgraphile(): string | null {
  if (isInstalled()) return null;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  process.stderr.write('  installing PostGraphile in a temporary folder\n');
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (isInstalled()) return null;
  const reason = done.stderr?.match(/npm error (.+)/)?.[1] ?? `npm ended with ${done.status}`;
  return `PostGraphile is not measured: npm could not install it in ${folder} (${reason}). It needs a package registry.`;
}

const views = `
  create schema bench_api;
  create view bench_api.places as select code, name from places;
  create view bench_api.indicators as select key, title, unit, direction, theme from indicators where theme is not null;
  comment on view bench_api.indicators is '@primaryKey key';
  create view bench_api.figures as select place_code, indicator_key, period, value, state from bench_values;
  comment on view bench_api.figures is '@foreignKey (indicator_key) references bench_api.indicators (key)';
  create view bench_api.notes as select gemeente_code, place_code, theme, kind, severity, trend, organisation_key,
    profession, excerpt from field_notes where status = 'PUBLISHED';`;

const figures = (name: string, condition: string) =>
  `${name}: figuresByIndicatorKey(condition: ${condition}) { nodes { period value state } }`;

const query = `query Profile($code: String!, $gemeente: String!) {
  allPlaces(condition: { code: $code }) { nodes { code name } }
  allIndicators { nodes { key title unit direction theme
    ${figures('wijk', '{ placeCode: $code }')}
    ${figures('gemeente', '{ placeCode: $gemeente }')}
    ${figures('country', '{ placeCode: "NL00", period: 2024 }')} } }
  allNotes(condition: { gemeenteCode: $gemeente, placeCode: $code }) {
    nodes { theme kind severity trend organisationKey profession excerpt } } }`;

/** The body of a request for a wijk. */
export const postgraphileBody = (code: string): string =>
  JSON.stringify({ query, variables: { code, gemeente: `GM${code.slice(2, 6)}` } });

/** Starts it on a database with the rows of the floor, as the login that owns them: without row-level security. */
export async function startPostgraphile(databaseUrl: string): Promise<Running> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(views);
  await client.end();
  return startProgram(nodeBeside, [serverFile], {
    ...{ DATABASE_URL: databaseUrl, POSTGRAPHILE_FOLDER: folder },
    ...{ NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  });
}

/** Our own server on the Node of PostGraphile. */
export const startOwnBeside = (env: Record<string, string>): Promise<Running> =>
  startServer(env, nodeBeside);

/** Major version of that Node. */
export const [besideNode] = dependencies.node.split('.');
