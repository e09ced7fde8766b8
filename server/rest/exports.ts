// Exports over HTTP: one address per form, so that each can be linked to, as DCAT and CSV on the Web want. Whoever asks is
// nobody in particular, and pays for what is made from the budget of the network.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import type { Logger } from 'pino';
import type { ReadDb } from '../db/client.ts';
import { badInput, DomainError, errorExtensions, type FieldProblem, notFound } from '../errors.ts';
import { etagOf, hasAlready } from '../http/etag.ts';
import { describeFailure } from '../http/failure.ts';
import { cacheOfFigures, cacheOfWords } from './caching.ts';
import { type ExportResource, exportResources } from './export-resources.ts';
import { answerProblem } from './problems.ts';

export interface ExportParts {
  /** Asks as nobody, under the policies of the database. */
  readonly db: ReadDb;
  /** Takes points off the budget of a network. */
  readonly charge: (address: string | undefined, points: number) => Promise<unknown>;
  readonly clock: () => Date;
  readonly log: Logger;
}

/** Looking whether there is something to make. */
const lookCost = 5;
/** A whole country at once is dear, but must fit the budget of one minute. */
const mostCost = 5000;

/** The addresses of the exports, below the root of the REST face. */
export function exportRoutes(parts: ExportParts): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const resource of exportResources) {
    const path = resource.path.replace(/\{(\w+)\}/g, ':$1');
    router.get(path, async (request, response) => {
      try {
        await send(parts, resource, request, response);
      } catch (error) {
        fail(parts.log, error, response);
      }
    });
  }
  return router;
}

async function send(
  { db, charge, clock }: ExportParts,
  resource: ExportResource,
  request: express.Request,
  response: express.Response,
): Promise<void> {
  const form = String(request.params.form);
  const mediaType = Object.hasOwn(resource.forms, form) ? resource.forms[form] : undefined;
  if (!mediaType) throw notFound('form', form);
  if (!request.accepts(mediaType.split(';')[0] ?? '')) {
    const message = `This address answers ${mediaType}: ask for that, or for another form.`;
    return answerProblem(response, { message, extensions: { code: 'NOT_ACCEPTABLE' } });
  }
  const values = readValues(resource, request);
  await charge(request.ip, lookCost);
  const search = new URLSearchParams(request.query as Record<string, string>).toString();
  const query = search ? `?${search}` : '';
  const file = await resource.file(db, values, query, clock());
  const isKnown = file.etag !== null && hasAlready(request.get('if-none-match'), file.etag);
  if (!isKnown && file.cost > 0) await charge(request.ip, Math.min(file.cost, mostCost));
  const text = file.etag === null ? await wholeText(file.make()) : null;
  const etag = file.etag ?? etagOf(text ?? '');
  response.set({
    ETag: etag,
    'Cache-Control': resource.isOfProfile ? cacheOfWords : cacheOfFigures,
    'Content-Disposition': `attachment; filename="${file.name}"`,
    ...(form === 'csv' || form === 'themes-csv'
      ? { Link: `<csv-metadata${query}>; rel="describedby"; type="application/csvm+json"` }
      : {}),
  });
  if (hasAlready(request.get('if-none-match'), etag)) {
    response.status(304).end();
    return;
  }
  response.type(mediaType);
  if (text !== null) response.send(text);
  else if (request.method === 'HEAD') response.end();
  else await pipeline(Readable.from(file.make()), response);
}

async function wholeText(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** Values from path and query; refuses unknown, repeated and wrong ones. */
function readValues(
  { parameters }: ExportResource,
  request: express.Request,
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  const problems: FieldProblem[] = [];
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  for (const key of Object.keys(request.query)) {
    if (names.includes(key)) continue;
    const message = `Unknown query key ${JSON.stringify(key)}: known are ${names.join(', ')}.`;
    problems.push({ field: key, message });
  }
  for (const one of parameters) {
    const given = one.in === 'path' ? request.params[one.name] : request.query[one.name];
    if (given === undefined) continue;
    const value = typeof given === 'string' ? one.read(given) : undefined;
    if (value !== undefined) values[one.name] = value;
    else {
      const message = `${one.name} ${JSON.stringify(given)} is none: ${one.description}`;
      problems.push({ field: one.name, message });
    }
  }
  if (problems.length > 0) throw badInput(problems);
  return values;
}

/** What is not live is not there; what broke off under way ends without its end, so that nobody takes it for whole. */
function fail(log: Logger, error: unknown, response: express.Response): void {
  if (response.headersSent) {
    response.destroy();
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      log.error(describeFailure(error), 'an export broke off');
    return;
  }
  if (!(error instanceof DomainError)) {
    log.error(describeFailure(error), 'unexpected error');
    answerProblem(response, { message: 'Unexpected error.' });
    return;
  }
  const code = error.code === 'CONFLICT' ? 'NOT_FOUND' : error.code;
  const extensions = { ...errorExtensions(error), code };
  answerProblem(response, { message: error.message, extensions });
}
