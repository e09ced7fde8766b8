// @ts-check
// Bytes of the wire protocol through PGlite as they are: its `execProtocolRaw` reads every answer message by message
// beside handing it over, which nothing here needs. Plain JavaScript, for the worker that has no TypeScript loader.

/**
 * Asks PGlite one question of the PostgreSQL wire protocol and answers its bytes.
 *
 * @param {import('@electric-sql/pglite').PGlite} database
 * @param {Uint8Array} question
 * @returns {Promise<Uint8Array>}
 */
export async function rawAnswer(database, question) {
  // PGlite itself answers the first packet of a connection, which is the only one without a type.
  if (question[0] === 0) return database.execProtocolRaw(question);
  /** @type {Uint8Array[]} */
  const parts = [];
  // A copy of each part: it lies in the memory in which PostgreSQL goes on working.
  await database.execProtocolRawStream(question, { onRawData: (part) => parts.push(part.slice()) });
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
