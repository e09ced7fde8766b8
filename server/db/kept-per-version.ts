// What a process keeps of the catalogue. A trigger raises one number (`catalogue_versions`) with every change of sources,
// indicators, columns, places and of what is live, so what is kept under that number is right in every server process.
import { homeOf, type ReadDb } from './client.ts';

/**
 * Keeps values per database and catalogue version: all are forgotten with the next version, or when there are more than
 * `most`. Only for what is the same for every reader and follows from the version and the key alone.
 */
export function keptPerVersion<Key, Value>(
  most = Number.POSITIVE_INFINITY,
): (db: ReadDb, version: number) => Map<Key, Value> {
  const homes = new WeakMap<object, { version: number; values: Map<Key, Value> }>();
  return (db, version) => {
    const home = homeOf(db);
    const known = homes.get(home);
    if (known && known.version === version && known.values.size <= most) return known.values;
    const values = new Map<Key, Value>();
    homes.set(home, { version, values });
    return values;
  };
}
