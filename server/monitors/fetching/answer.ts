// One answer of a source over HTTP, asked for until it is whole: sources drop connections, cut answers off and send
// web pages instead of data (domain 6.1). What an error answer says is never parsed.
import { setTimeout as pause } from 'node:timers/promises';
import { conflict, type DomainError } from '../../errors.ts';
import type { FetchSettings } from './settings.ts';

export type JsonDocument = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly bytes: Buffer;
  readonly document: JsonDocument;
}

/** An answer that is not what was asked for; asking again may help. The message says what was wrong. */
export class FaultyAnswer extends Error {
  /** HTTP status of the last answer; 0 when there was none. */
  readonly status: number;
  constructor(message: string, status = 0) {
    super(message);
    this.status = status;
  }
}

/** The source never gave a whole answer. */
export class SourceFailed extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const LONGEST_WAIT = 30_000;

/**
 * A JSON document that `accept` finds right (it throws FaultyAnswer otherwise). Asks again with growing waits; throws
 * SourceFailed after the last attempt, and at once for an answer that asking again will not change (404, 400).
 */
export async function fetchAnswer(
  url: string,
  settings: FetchSettings,
  accept: (document: JsonDocument) => void,
  attempts = settings.attempts,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchOnce(url, settings.timeoutMs, accept);
    } catch (error) {
      const fault = asFault(error);
      if (attempt >= attempts || isFinal(fault.status)) {
        throw new SourceFailed(fault.message, fault.status);
      }
      const wait = Math.min(LONGEST_WAIT, settings.waitMs * 2 ** (attempt - 1));
      // Chance spreads the callers that a hiccup of the source has brought into step.
      await pause(wait * (0.5 + Math.random()));
    }
  }
}

/** Asked for wrongly, forbidden, not there: the same next time. 408 and 429 pass. */
const isFinal = (status: number) =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

async function fetchOnce(
  url: string,
  timeoutMs: number,
  accept: (document: JsonDocument) => void,
): Promise<Answer> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', 'user-agent': 'wijkbeeld' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new FaultyAnswer(`HTTP status ${response.status}`, response.status);
  const document = parse(bytes, response.headers.get('content-type') ?? '');
  accept(document);
  return { bytes, document };
}

function parse(bytes: Buffer, type: string): JsonDocument {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const document = JSON.parse(text) as unknown;
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) {
      return document as JsonDocument;
    }
  } catch {
    // Told below: what was received instead is not echoed.
  }
  const what = /html/.test(type)
    ? 'a web page instead of JSON'
    : /xml|gml/.test(type)
      ? 'XML (GML, or a refusal) instead of JSON'
      : 'JSON that is damaged';
  throw new FaultyAnswer(what);
}

function asFault(error: unknown): FaultyAnswer {
  if (error instanceof FaultyAnswer) return error;
  const name = (error as { name?: string }).name;
  if (name === 'TimeoutError' || name === 'AbortError')
    return new FaultyAnswer('no answer in time');
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return new FaultyAnswer(`the connection broke${code ? ` (${code})` : ''}`);
}

/** What the person who runs the import is told. */
export function sourceFailed(what: string, url: string, failure: SourceFailed): DomainError {
  const { host } = new URL(url);
  const advice =
    failure.status === 404
      ? 'Check the id of the table.'
      : 'Nothing was changed, and what was fetched is kept: give the same command again to go on.';
  return conflict(`${host} did not give ${what}: ${failure.message}. ${advice}`);
}
