// `wijkbeeld thresholds`: what small numbers are held against in a gemeente, and what it asks beyond the product.
import { type Command, InvalidArgumentError } from 'commander';
import { isCode } from '../codes/code-list.ts';
import { type ThresholdKind, thresholdKinds } from '../codes/thresholds.ts';
import { setThreshold, undoThreshold } from '../thresholds/change.ts';
import { listThresholdChanges, type ThresholdChange } from '../thresholds/history.ts';
import { type AppliedThreshold, listThresholds } from '../thresholds/load.ts';
import type { CliIo } from './io.ts';
import { asGemeente } from './words.ts';

interface Where {
  readonly gemeente: string;
}

/** Adds the commands about thresholds to the program. */
export function registerThresholds(program: Command, io: CliIo): void {
  const root = program
    .command('thresholds')
    .description(
      'what is enough to show small numbers in a gemeente: stricter than the product only',
    );
  const gemeente = ['--gemeente <code>', 'the gemeente, such as GM0518', asGemeente] as const;
  const kinds = Object.keys(thresholdKinds).join(', ');
  root
    .command('list')
    .description('the thresholds that hold, beside what the product asks')
    .requiredOption(...gemeente)
    .action(async (where: Where) => {
      const { readDb } = await io.database();
      io.out((await listThresholds(readDb, where.gemeente)).map(describe).join('\n'));
    });
  root
    .command('set')
    .description('ask more than the product; holds at once and is audited')
    .requiredOption(...gemeente)
    .argument('<kind>', kinds, asKind)
    .argument('<least>', 'the least that is enough, or `product`', asLeast)
    .action(async (kind: ThresholdKind, least: number | null, where: Where) => {
      const { db } = await io.database();
      io.out(describe(await setThreshold(db, null, { ...where, kind, least }, new Date())));
    });
  root
    .command('history')
    .description('the last hundred changes, with their numbers')
    .requiredOption(...gemeente)
    .action(async (where: Where) => {
      const { readDb } = await io.database();
      const page = { first: 100, after: null };
      const { changes } = await listThresholdChanges(readDb, where.gemeente, page);
      const none = `${where.gemeente} never asked more than the product.`;
      io.out(changes.length === 0 ? none : changes.map(describeChange).join('\n'));
    });
  root
    .command('undo')
    .description('put back what stood before the last change')
    .requiredOption(...gemeente)
    .argument('<kind>', kinds, asKind)
    .argument('<version>', 'number of the last change, as the history shows it', asVersion)
    .action(async (kind: ThresholdKind, version: number, where: Where) => {
      const { db } = await io.database();
      io.out(describe(await undoThreshold(db, null, { ...where, kind, version }, new Date())));
    });
}

function describe({ kind, least, product }: AppliedThreshold): string {
  const own = least > product ? `asks more than the product: ${product}` : 'what the product asks';
  return `${kind.padEnd(14)} ${`${least}`.padStart(6)}  ${own}`;
}

function describeChange({ kind, version, least, role, changedAt }: ThresholdChange): string {
  const what = `${kind.padEnd(14)} ${`${version}`.padStart(4)}  ${`${least ?? 'product'}`.padStart(7)}`;
  return `${what}  ${changedAt.toISOString()}  ${role}`;
}

function asKind(text: string): ThresholdKind {
  if (isCode(thresholdKinds, text)) return text;
  throw new InvalidArgumentError(`Choose one of ${Object.keys(thresholdKinds).join(', ')}.`);
}

function asLeast(text: string): number | null {
  if (text === 'product') return null;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number, or `product`.');
}

function asVersion(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number as the history shows it.');
}
