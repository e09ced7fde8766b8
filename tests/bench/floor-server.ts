// The floor: the least a server can do for a profile or a map. One prepared statement over one row per value for the very
// figures that the profile answers (wijk and gemeente in all periods, the country in the newest), one for the notes, one
// for the place; node's own http, JSON as it comes.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const values = `select v.place_code, v.indicator_key, v.period, v.value, v.state, i.title, i.unit, i.direction, i.theme
  from bench_values v join indicators i on i.key = v.indicator_key`;
const figures = `${values} where v.place_code = any($1) and i.theme is not null
  union all ${values} where v.place_code = 'NL00' and v.period = $2 and i.theme is not null`;
const notes = `select theme, kind, severity, trend, organisation_key, profession, excerpt from field_notes
  where gemeente_code = $1 and place_code = $2 and status = 'PUBLISHED'`;
const place = 'select code, name from places where code = $1';

const newest = 2024;

const map = `select place_code, value, state from bench_values
  where indicator_key = $1 and period = $2 and place_code like 'WK%'`;

const server = createServer(async (request, response) => {
  const code = (request.url ?? '').slice(1);
  const [, indicator, period] = /^map\/([\w-]+)\/(\d+)$/.exec(code) ?? [];
  if (indicator) {
    const { rows } = await pool.query({ name: 'map', text: map, values: [indicator, period] });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(rows));
    return;
  }
  const gemeente = `GM${code.slice(2, 6)}`;
  const [a, b, c] = await Promise.all([
    pool.query({ name: 'place', text: place, values: [code] }),
    pool.query({ name: 'figures', text: figures, values: [[code, gemeente], newest] }),
    pool.query({ name: 'notes', text: notes, values: [gemeente, code] }),
  ]);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ place: a.rows[0], figures: b.rows, notes: c.rows }));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
