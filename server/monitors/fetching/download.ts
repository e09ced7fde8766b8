// A table on its way: every page is stored with its checksum as soon as it has come, so that an import that was broken off
// goes on where it was. Pages become files in a folder of their own, from which the table is read as if it had been saved.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { downloadPages, downloads } from '../../db/tables.ts';
import {
  FaultyAnswer,
  fetchAnswer,
  type JsonDocument,
  SourceFailed,
  sourceFailed,
} from './answer.ts';
import type { FetchSettings } from './settings.ts';

export interface Download {
  readonly folder: string;
  /** The document of a page: stored, or fetched, checked and stored. Its file is in the folder afterwards. */
  readonly page: (page: PageRequest) => Promise<JsonDocument>;
  /** Throws away what is stored; in the transaction that staged the table. */
  readonly forget: (tx: Db) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface PageRequest {
  /** Name of the file, without `.json`; the order of names is the order of reading. */
  readonly name: string;
  /** What it is, for messages. */
  readonly what: string;
  readonly url: string;
  /** Throws FaultyAnswer for a document that cannot be right. */
  readonly accept?: (document: JsonDocument) => void;
  readonly attempts?: number;
  /** Leaves the failure of the source to the caller, who may ask for less. */
  readonly leavesFailure?: boolean;
}

/** Takes up the download of this request, or begins it anew when the source has changed since (another mark). */
export async function openDownload(
  db: Db,
  request: string,
  mark: string,
  settings: FetchSettings,
  onPage: () => void,
): Promise<Download> {
  const id = await takeUp(db, request, mark);
  const folder = await mkdtemp(join(tmpdir(), 'wijkbeeld-fetch-'));
  return {
    folder,
    page: async (page) => {
      const stored = await findPage(db, id, page);
      const answer = stored ?? (await ask(page, settings));
      if (!stored) await storePage(db, id, page.name, answer.bytes);
      await writeFile(join(folder, `${page.name}.json`), answer.bytes);
      onPage();
      return answer.document;
    },
    forget: async (tx) => void (await tx.delete(downloads).where(eq(downloads.id, id))),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function takeUp(db: Db, request: string, mark: string): Promise<number> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select().from(downloads).where(eq(downloads.request, request));
    if (known?.mark === mark) return known.id;
    if (known) await tx.delete(downloads).where(eq(downloads.id, known.id));
    const [row] = await tx
      .insert(downloads)
      .values({ request, mark, startedAt: new Date() })
      .returning({ id: downloads.id });
    if (!row) throw new Error('The download was not recorded.');
    return row.id;
  });
}

async function findPage(db: Db, downloadId: number, { name, accept }: PageRequest) {
  const [row] = await db
    .select()
    .from(downloadPages)
    .where(and(eq(downloadPages.downloadId, downloadId), eq(downloadPages.name, name)));
  if (!row) return undefined;
  const bytes = unpack(row.content);
  if (!bytes || checksumOf(bytes) !== row.checksum) return undefined;
  const document = JSON.parse(bytes.toString('utf8')) as JsonDocument;
  try {
    accept?.(document);
  } catch (error) {
    if (error instanceof FaultyAnswer) return undefined;
    throw error;
  }
  return { bytes, document };
}

/** Undefined for bytes that were damaged where they are kept: the page is then asked for again. */
function unpack(content: Buffer): Buffer | undefined {
  try {
    return gunzipSync(content);
  } catch {
    return undefined;
  }
}

async function ask(page: PageRequest, settings: FetchSettings) {
  try {
    return await fetchAnswer(page.url, settings, page.accept ?? (() => {}), page.attempts);
  } catch (error) {
    if (error instanceof SourceFailed && !page.leavesFailure) {
      throw sourceFailed(page.what, page.url, error);
    }
    throw error;
  }
}

async function storePage(db: Db, downloadId: number, name: string, bytes: Buffer): Promise<void> {
  const content = gzipSync(bytes);
  const checksum = checksumOf(bytes);
  await db
    .insert(downloadPages)
    .values({ downloadId, name, checksum, content })
    .onConflictDoUpdate({
      target: [downloadPages.downloadId, downloadPages.name],
      set: { checksum, content },
    });
}

export const checksumOf = (bytes: Buffer | string) =>
  createHash('sha256').update(bytes).digest('hex');
