// Reads files as monitors deliver them: plain or gzipped, UTF-8 with or without BOM, line by line or one JSON
// object at a time, so that a whole country fits in a small memory.
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import { refuseTellingFileName } from '../privacy/file-names.ts';
import { type FilePosition, refuseFile } from './refusal.ts';

/** Bytes at a time: each piece costs a turn of the event loop and, unpacking, of a thread. */
const CHUNK = 1 << 18;

/** Pieces of text of a file; refuses what is not UTF-8 and a gzip file that ends too soon. */
async function* readText(path: string): AsyncGenerator<string> {
  const file = basename(path);
  const raw = createReadStream(path, { highWaterMark: CHUNK });
  const stream: Readable = path.endsWith('.gz')
    ? raw.pipe(createGunzip({ chunkSize: CHUNK }))
    : raw;
  raw.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (isFirst) refuseNoText(file, chunk);
      isFirst = false;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw explainReading(file, error);
  }
}

const workbook =
  'this is an Excel workbook. Open it, choose "CSV UTF-8" under Save as, and import that file.';
const unicodeText =
  'this is UTF-16 ("Unicode text" of Excel), or no text at all. Save it as "CSV UTF-8" and try again.';

/** What else than text people give, told by its first bytes, and what to do about it. */
const starts: readonly (readonly [hex: string, message: string])[] = [
  ['504b0304', 'this is a zip file. Unpack it and import the file in it.'],
  ['d0cf11e0', workbook],
  ['1f8b', 'this is a gzip file. Let its name end in .gz.'],
  ['25504446', 'this is a PDF. Download the table as csv.'],
  ['fffe', unicodeText],
  ['feff', unicodeText],
];

function refuseNoText(file: string, chunk: Buffer): void {
  const head = chunk.subarray(0, 4000);
  const hex = head.toString('hex', 0, 4);
  const isZip = hex === '504b0304';
  const message =
    isZip && (head.includes('xl/') || head.includes('[Content_Types]'))
      ? workbook
      : (starts.find(([start]) => hex.startsWith(start))?.[1] ??
        (head.includes(0) ? unicodeText : undefined));
  if (message) throw refuseFile({ file }, message);
}

function explainReading(file: string, error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ENOENT') return refuseFile({ file }, 'there is no such file.');
  if (code === 'EISDIR') return refuseFile({ file }, 'this is a folder. Name a file in it.');
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return refuseFile(
      { file },
      'it is not UTF-8 text. Save it as UTF-8 (in Excel: "CSV UTF-8") and try again.',
    );
  }
  if (code.startsWith('Z_')) {
    return refuseFile({ file }, 'the gzip file is broken or cut off. Fetch it again.');
  }
  return error;
}

/** The whole text of a small file. */
async function readWhole(path: string): Promise<string> {
  const parts: string[] = [];
  for await (const part of readText(path)) parts.push(part);
  return parts.join('').replace(/^\uFEFF/, '');
}

export interface Line {
  readonly text: string;
  readonly line: number;
}

/** Lines without their ends, numbered from 1; empty lines are left out but counted. */
export const readLines = (path: string) => linesOf(readText(path), basename(path));

/** The lines of pieces of text, numbered and without their ends; empty lines are left out but counted. */
export async function* linesOf(
  parts: AsyncIterable<string>,
  file = 'standard input',
): AsyncGenerator<Line> {
  for await (const block of blocksOf(parts, file)) yield* block;
}

/** The same lines as they come from the file, many at a time: waiting for each line alone costs more than reading it. */
export const readLineBlocks = (path: string) => blocksOf(readText(path), basename(path));

/** Characters; a whole country with places as columns stays below it. */
const LONGEST_LINE = 8_000_000;

async function* blocksOf(parts: AsyncIterable<string>, file: string): AsyncGenerator<Line[]> {
  let rest = '';
  let line = 0;
  for await (const part of parts) {
    const pieces = (rest + part).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      throw refuseFile(
        { file, line: line + pieces.length + 1 },
        `this line is longer than ${LONGEST_LINE} characters: the file has no lines, or it is no csv.`,
      );
    }
    const block: Line[] = [];
    for (const piece of pieces) {
      line += 1;
      const text = tidyLine(piece, line);
      if (text !== '') block.push({ text, line });
    }
    if (block.length > 0) yield block;
  }
  const last = tidyLine(rest, line + 1);
  if (last !== '') yield [{ text: last, line: line + 1 }];
}

/** Empty for a line that holds delimiters only, which spreadsheets leave. */
const tidyLine = (piece: string, line: number) => {
  const ended = piece.endsWith('\r') ? piece.slice(0, -1) : piece;
  const text = line === 1 ? ended.replace(/^\uFEFF/, '') : ended;
  return blankStart.has(text.charCodeAt(0)) && /^[;,|"\s]*$/.test(text) ? '' : text;
};

const blankStart: ReadonlySet<number> = new Set([...';,|" \t'].map((sign) => sign.charCodeAt(0)));

/** A JSON document; the refusal of a broken one names the line, and what to do. */
export async function readJson(path: string, fix = 'Fetch the file again.'): Promise<unknown> {
  const text = await readWhole(path);
  const file = basename(path);
  refuseMarkup(file, text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const upTo = position === undefined ? text : text.slice(0, Number(position));
    throw refuseFile(
      { file, line: upTo.split('\n').length },
      `the JSON breaks off or is damaged here. ${fix}`,
    );
  }
}

function refuseMarkup(file: string, text: string): void {
  if (!/^\s*</.test(text)) return;
  const start = text.slice(0, 5000);
  if (/opengis\.net\/(gml|wfs|ows)/.test(start)) {
    throw refuseFile(
      { file },
      /ExceptionReport/.test(start)
        ? 'this is the refusal of a WFS, not its features. Read why in it, and fetch the file again.'
        : 'this is GML, which is not read. Fetch the same features as GeoJSON: add outputFormat=application/json and' +
            ' srsName=EPSG:28992 to the address of the WFS, or leave the fetching to `import geometry --fetch wijken`.',
    );
  }
  throw refuseFile({ file }, 'this is a web page or XML, not JSON. Fetch the file again.');
}

export interface JsonObject {
  readonly object: Record<string, unknown>;
  /** On which it begins. */
  readonly line: number;
}

/** The objects of `readJsonBlocks`, one at a time. */
export async function* readJsonObjects(
  path: string,
  onEnd?: (isContinued: boolean) => void,
): AsyncGenerator<JsonObject> {
  for await (const block of readJsonBlocks(path, onEnd)) yield* block;
}

/**
 * Reads the pages of one set in turn; refuses them when each points to a next one: the last is then not among them, and
 * what is missing would look as if it were not there at the source.
 */
export async function* readJsonPages(
  paths: readonly string[],
): AsyncGenerator<JsonObject & { readonly path: string }> {
  let continued = 0;
  const onEnd = (isContinued: boolean) => {
    if (isContinued) continued += 1;
  };
  for (const path of paths) {
    for await (const { object, line } of readJsonObjects(path, onEnd)) yield { object, line, path };
  }
  const last = paths.at(-1);
  if (last !== undefined && continued === paths.length) {
    throw refuseFile(
      { file: basename(last) },
      'this is one page of several: it points to a next one (nextLink), which is not beside it. Save the other pages too.',
    );
  }
}

/**
 * The objects of the list in a JSON document, `[…]` or `{"value": […]}` as in OData v3, as many at a time as come from
 * the file at once, with the lines they begin on. Refuses a document that breaks off or holds no list.
 */
export async function* readJsonBlocks(
  path: string,
  onEnd?: (isContinued: boolean) => void,
): AsyncGenerator<JsonObject[]> {
  const file = basename(path);
  const scan = new ObjectScan(file);
  let isFirst = true;
  for await (const part of readText(path)) {
    if (isFirst && part.trim() !== '') {
      refuseMarkup(file, part);
      isFirst = false;
    }
    yield scan.feed(part);
  }
  scan.end();
  onEnd?.(scan.isContinued);
}

/** Characters; the envelopes of OData have some hundred. */
const ENVELOPE = 10_000;

/** Finds the objects directly inside the first list; strings and nesting are followed by character. */
class ObjectScan {
  readonly #file: string;
  #depth = 0;
  /** Depth inside the list; 0 until it is found. */
  #listDepth = 0;
  #isListDone = false;
  #inString = false;
  #escaped = false;
  #line = 1;
  #text = '';
  #startLine = 0;
  /** Until one was not. */
  #areFlat = true;
  /** What stands beside the list, as much as an envelope is. */
  #beside = '';

  constructor(file: string) {
    this.#file = file;
  }

  /** The objects that end in this part. */
  feed(part: string): JsonObject[] {
    const found: JsonObject[] = [];
    let start = this.#startLine > 0 ? 0 : -1;
    let besideFrom = this.#listDepth === 0 ? 0 : -1;
    for (let at = 0; at < part.length; at += 1) {
      if (this.#inString) {
        at = this.#endOfString(part, at);
        continue;
      }
      const char = part.charCodeAt(at);
      if (char === 10) this.#line += 1;
      else if (char === 34) this.#inString = true;
      else if (char === 123 || char === 91) {
        if (char === 123 && this.#depth === this.#listDepth && this.#listDepth > 0) {
          const end = this.#areFlat ? this.#takeFlat(found, part, at) : at;
          if (end > at) {
            at = end;
            continue;
          }
          start = at;
          this.#startLine = this.#line;
        }
        this.#depth += 1;
        const isList = char === 91 && this.#listDepth === 0 && !this.#isListDone;
        if (isList && this.#depth <= 2) {
          this.#listDepth = this.#depth;
          this.#setBeside(part.slice(besideFrom, at));
          besideFrom = -1;
        }
      } else if (char === 125 || char === 93) {
        this.#depth -= 1;
        if (this.#startLine > 0 && this.#depth === this.#listDepth) {
          const text = this.#text + part.slice(start, at + 1);
          found.push({ object: this.#parse(text), line: this.#startLine });
          this.#text = '';
          this.#startLine = 0;
          start = -1;
        } else if (this.#listDepth > 0 && this.#depth < this.#listDepth) {
          this.#isListDone = true;
          this.#listDepth = 0;
          besideFrom = at;
        }
      }
    }
    if (this.#startLine > 0) this.#text += part.slice(start);
    if (besideFrom >= 0) this.#setBeside(part.slice(besideFrom));
    return found;
  }

  /**
   * Takes the object that begins here when the first brace that closes ends it, as in lists of rows: what can be read so
   * far is whole. Answers where it ends; where it begins when that must be found out.
   */
  #takeFlat(found: JsonObject[], part: string, start: number): number {
    const end = part.indexOf('}', start);
    if (end < 0) return start;
    const text = part.slice(start, end + 1);
    try {
      found.push({ object: JSON.parse(text) as Record<string, unknown>, line: this.#line });
    } catch {
      this.#areFlat = false;
      return start;
    }
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line += 1;
    return end;
  }

  #setBeside(text: string): void {
    if (this.#beside.length < ENVELOPE) this.#beside += text.slice(0, ENVELOPE);
  }

  /** True when the document says that a next page follows. */
  get isContinued(): boolean {
    return /"(@?odata\.)nextLink"\s*:\s*"[^"]/.test(this.#beside);
  }

  /** Where the string that runs at this place ends, the end of the part when it does not end in it. */
  #endOfString(part: string, from: number): number {
    let start = from;
    for (;;) {
      const quote = part.indexOf('"', start);
      const end = quote < 0 ? part.length : quote;
      let before = end;
      while (before > start && part.charCodeAt(before - 1) === 92) before -= 1;
      // Backslashes that the part before ended in count too.
      const slashes = end - before + (before === from && this.#escaped ? 1 : 0);
      const isEscaped = slashes % 2 === 1;
      this.#escaped = quote < 0 && isEscaped;
      if (quote >= 0 && !isEscaped) this.#inString = false;
      if (quote < 0 || !isEscaped) return end;
      start = quote + 1;
    }
  }

  #parse(text: string): Record<string, unknown> {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw refuseFile(
        { file: this.#file, line: this.#startLine },
        'the JSON object that begins here is damaged. Fetch the file again.',
      );
    }
  }

  end(): void {
    const at: FilePosition = { file: this.#file, line: this.#line };
    if (this.#depth !== 0 || this.#inString) {
      throw refuseFile(at, 'the JSON breaks off here. Fetch the file again.');
    }
    if (!this.#isListDone) {
      throw refuseFile({ file: this.#file }, 'there is no list of rows in this JSON file.');
    }
  }
}

/** A file as it was received, to be kept with the edition that was read from it. */
export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the bytes as received. */
  readonly checksum: string;
}

/** Reads a file once for its size and checksum. Refuses a name that holds personal data (rule S1): names are kept. */
export async function receiveFile(path: string): Promise<ReceivedFile> {
  refuseTellingFileName(basename(path));
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw explainReading(basename(path), error);
  }
  return { path, name: basename(path), size: statSync(path).size, checksum: hash.digest('hex') };
}

const PART = 1_000_000;

/** The bytes of a file in gzipped pieces of less than 1 MiB. */
export async function* gzippedParts(path: string): AsyncGenerator<Buffer> {
  // What is compressed already does not get smaller.
  const level = path.endsWith('.gz') ? 0 : 6;
  for await (const chunk of createReadStream(path, { highWaterMark: PART })) {
    yield gzipSync(chunk as Buffer, { level });
  }
}
