// Records documents that exist about a wijk or a gemeente: "wat weten we al" (chapter 2).
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { handlingRoles } from '../access/policy.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { knownDocuments } from '../db/tables.ts';
import { type FindingType, screenText } from '../privacy/screening.ts';
import { auditHandling } from './audit.ts';
import {
  currentYear,
  refuseOtherPlace,
  refuseOtherRoles,
  refuseWrong,
  takenId,
  type Wrong,
  wrongPastDay,
  wrongPlace,
  wrongText,
} from './check.ts';
import type { KnownDocument } from './load.ts';

export interface DocumentInput {
  /** Made by the client: the same id is the same document. */
  readonly id: string;
  readonly placeCode: string;
  /** Left out: about all themes. */
  readonly theme?: ThemeCode | null | undefined;
  readonly title: string;
  readonly address: string;
  readonly publishedOn: string;
}

const longest = { title: 200, address: 500 } as const;

/** Records the document once, however often it is sent; an id that stands for another one is a conflict. */
export async function addKnownDocument(
  db: Db,
  actor: Actor,
  input: DocumentInput,
  now: Date,
): Promise<KnownDocument> {
  refuseOtherRoles(actor, handlingRoles);
  const { id, placeCode, publishedOn } = input;
  const document: KnownDocument = {
    ...{ id, placeCode, publishedOn, theme: input.theme ?? null },
    editionYear: await currentYear(db, placeCode, now),
    title: input.title.trim(),
    address: input.address.trim(),
  };
  const { gemeenteCode } = actor;
  if (await isKnown(db, gemeenteCode, document)) return document;
  refuseWrong([
    ...(await wrongPlace(db, placeCode, ['WIJK', 'GEMEENTE'], now)),
    ...wrongText('title', input.title, longest.title),
    ...wrongAddress(document.address),
    ...wrongPastDay('publishedOn', publishedOn, now),
  ]);
  refuseOtherPlace(actor, placeCode);
  await db.transaction(async (tx) => {
    const inserted = await tx
      .insert(knownDocuments)
      .values({ ...document, gemeenteCode, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: knownDocuments.id });
    if (inserted.length === 0) {
      await isKnown(tx, gemeenteCode, document);
      return;
    }
    const details = { placeCode, theme: document.theme };
    const object = { objectType: 'known_document', objectId: id, details };
    await auditHandling(tx, actor, { event: 'DOCUMENT_ADDED', ...object }, now);
  });
  return document;
}

const telling: readonly FindingType[] = ['EMAIL', 'PHONE', 'IBAN', 'POSTCODE'];

/** Whether an address leads to a person. A bare number in a path is a number of a document; `bsn=` is none. */
function isTelling(address: string): boolean {
  const words = decoded(address).replaceAll(/[/?&=_+#]/g, ' ');
  return screenText(words).some(
    ({ type }) => telling.includes(type) || (type === 'BSN' && /bsn/i.test(words)),
  );
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** An https address without a login or personal data in it (S1: no personal data in addresses). */
function wrongAddress(address: string): Wrong[] {
  const field = 'address';
  if (address.length > longest.address) {
    const message = `address has ${address.length} characters; at most ${longest.address} fit.`;
    return [{ field, message }];
  }
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || !address.startsWith('https://') || /\s/.test(address)) {
    return [{ field, message: 'address is a web address that begins with https://.' }];
  }
  return url.username !== '' || url.password !== '' || isTelling(address)
    ? [{ field, message: 'address holds a login or personal data: leave that out.' }]
    : [];
}

async function isKnown(db: ReadDb, gemeenteCode: string, document: KnownDocument) {
  const [row] = await db
    .select()
    .from(knownDocuments)
    .where(and(eq(knownDocuments.gemeenteCode, gemeenteCode), eq(knownDocuments.id, document.id)));
  if (!row) return false;
  const isSame =
    row.placeCode === document.placeCode &&
    row.theme === document.theme &&
    row.title === document.title &&
    row.address === document.address &&
    row.publishedOn === document.publishedOn;
  if (!isSame) throw takenId(document.id);
  return true;
}
