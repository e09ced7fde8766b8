// Checks the audit chains: a changed, removed, added or reordered line and a cut-off tail are named. Who can edit the
// database could write a whole chain anew; against that an anchor is kept elsewhere and held against the chain.
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { ReadDb } from '../db/client.ts';
import { auditHeads, auditLines } from '../db/tables.ts';
import type { AuditAnchor } from './anchors.ts';
import { addHash, firstHash, hashLine, waitingChanged, waitingFrom } from './chain.ts';

export interface ChainCheck {
  readonly gemeenteCode: string;
  /** Lines in the chain. */
  readonly lines: number;
  /** Lines of observers that wait until their day is over. */
  readonly waiting: number;
  /** What is wrong, naming the line; empty when the chain is whole. */
  readonly problems: readonly string[];
}

type Head = typeof auditHeads.$inferSelect;

/** Checks every chain, and that each anchor still stands in its chain. */
export async function verifyAudit(
  db: ReadDb,
  anchors: readonly AuditAnchor[] = [],
): Promise<ChainCheck[]> {
  const heads = await db.select().from(auditHeads);
  const withLines = await db
    .selectDistinct({ gemeenteCode: auditLines.gemeenteCode })
    .from(auditLines);
  const chains = new Set([...heads, ...withLines, ...anchors].map((row) => row.gemeenteCode));
  const checks: ChainCheck[] = [];
  for (const gemeenteCode of [...chains].sort()) {
    const own = anchors.filter((anchor) => anchor.gemeenteCode === gemeenteCode);
    const head = heads.find((one) => one.gemeenteCode === gemeenteCode);
    checks.push(await verifyChain(db, gemeenteCode, head, own));
  }
  return checks;
}

async function verifyChain(
  db: ReadDb,
  gemeenteCode: string,
  head: Head | undefined,
  anchors: readonly AuditAnchor[],
): Promise<ChainCheck> {
  const start = { number: head?.cutNumber ?? 0, hash: head?.cutHash ?? firstHash };
  const problems: string[] = [];
  const anchored = new Map(anchors.map((anchor) => [anchor.number, anchor.hash]));
  let { number, hash: previousHash } = start;
  let lines = 0;
  let cut = { number: 0, hash: firstHash };
  const compare = () => {
    const expected = anchored.get(number);
    anchored.delete(number);
    if (expected === undefined || expected === previousHash) return;
    problems.push(`line ${number} has another hash than the anchor: the chain was written anew`);
  };
  compare();
  const pageSize = 5000;
  for (;;) {
    const page = await db
      .select()
      .from(auditLines)
      .where(
        and(
          eq(auditLines.gemeenteCode, gemeenteCode),
          sql`${auditLines.number} > ${number}`,
          lt(auditLines.number, waitingFrom),
        ),
      )
      .orderBy(asc(auditLines.number))
      .limit(pageSize);
    for (const { hash, previousHash: claimed, ...line } of page) {
      if (line.number !== number + 1) problems.push(`line ${number + 1} is missing`);
      if (claimed !== previousHash) {
        problems.push(`line ${line.number} does not follow the one before`);
      }
      if (hashLine(line, claimed) !== hash) problems.push(`line ${line.number} was changed`);
      if (line.event === waitingChanged) {
        problems.push(`line ${line.number} says that waiting lines were changed before it`);
      }
      if (line.event === 'AUDIT_CUT') cut = readCut(line.details);
      previousHash = hash;
      number = line.number;
      lines += 1;
      compare();
    }
    if (page.length < pageSize) break;
  }
  if (head?.number !== number || head.hash !== previousHash) {
    problems.push(`the chain should end at line ${head?.number ?? 0} and ends at ${number}`);
  }
  if (start.number !== cut.number || start.hash !== cut.hash) {
    problems.push(`the chain begins after line ${start.number}; its own lines say ${cut.number}`);
  }
  for (const missing of anchored.keys()) {
    // What retention cut off is proven by the line that says so, which newer anchors cover.
    if (missing > start.number) problems.push(`line ${missing} of the anchor is missing`);
  }
  const waiting = await verifyWaiting(db, gemeenteCode, head, problems);
  return { gemeenteCode, lines, waiting, problems };
}

/** Number and hash in a line that says what retention cut off. */
function readCut(details: unknown): { number: number; hash: string } {
  const { number, hash } = details as { number?: unknown; hash?: unknown };
  return { number: Number(number), hash: String(hash) };
}

async function verifyWaiting(
  db: ReadDb,
  gemeenteCode: string,
  head: Head | undefined,
  problems: string[],
): Promise<number> {
  const waiting = await db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.gemeenteCode, gemeenteCode), gte(auditLines.number, waitingFrom)));
  const sum = waiting.reduce((so, line) => addHash(so, hashLine(line, firstHash)), '0');
  if (waiting.length !== (head?.waitingCount ?? 0)) {
    problems.push(`${head?.waitingCount ?? 0} lines should wait and ${waiting.length} do`);
  } else if (sum !== (head?.waitingSum ?? '0')) {
    problems.push('a line that waits was changed');
  }
  return waiting.length;
}
