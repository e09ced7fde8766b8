// PostGraphile over the views of postgraphile.ts, set as for production: the preset it recommends, no page to try it on, as
// many connections as the others. Runs on the Node that is installed with it, which takes types out by itself.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(join(process.env.POSTGRAPHILE_FOLDER ?? '', 'package.json'));
const { postgraphile } = load('postgraphile');
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber');
const { makePgService } = load('postgraphile/adaptors/pg');
const { grafserv } = load('postgraphile/grafserv/node');

const { createServ } = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['bench_api'],
      poolConfig: { max: 10 },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});

const server = createServer();
await createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
