// What failed first among statements that are under way together in one transaction.

/** What PostgreSQL answers to everything that comes after a failure in its transaction. */
const FAILED_BEFORE = '25P02';

const isCause = (failure: unknown) =>
  (failure as { cause?: { code?: string } } | null)?.cause?.code !== FAILED_BEFORE;

/** Throws the failure that the others follow from; nothing when there is none. */
export function throwCause(failures: readonly unknown[]): void {
  if (failures.length > 0) throw failures.find(isCause) ?? failures[0];
}

/**
 * The answers of all; what made them fail once all have come to an end, so that none still writes when the transaction is
 * taken back.
 */
export async function settleAll<Answers extends readonly unknown[]>(
  promises: { readonly [Nth in keyof Answers]: Promise<Answers[Nth]> },
): Promise<Answers> {
  const settled = await Promise.allSettled(promises);
  throwCause(settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])));
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as Answers;
}
