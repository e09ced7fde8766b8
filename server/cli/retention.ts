// `wijkbeeld retention`: erase what has run out of its term, see and set the terms, and let a person leave.
import { type Command, InvalidArgumentError } from 'commander';
import { isCode } from '../codes/code-list.ts';
import { type RetentionKind, retentionKinds } from '../codes/retention.ts';
import { badInput } from '../errors.ts';
import { eraseAccount } from '../retention/accounts.ts';
import { runRetention } from '../retention/job.ts';
import { listRetentionRules, resetRetentionRule, setRetentionRule } from '../retention/rules.ts';
import { wipeTraces } from '../retention/traces.ts';
import { count } from './import-report.ts';
import type { CliIo } from './io.ts';

/** Adds `retention` with its subcommands to the program. */
export function registerRetention(program: Command, io: CliIo): void {
  const root = program
    .command('retention')
    .description('erase what has run out of its term; every batch leaves a certificate')
    .option('--dry-run', 'say what would be erased, and erase nothing')
    .action((options: { dryRun?: true }) => erase(io, options.dryRun === true));
  root
    .command('rules')
    .description('how long everything is kept')
    .argument('[gemeente]', 'code of the gemeente; NL00 for what belongs to none', 'NL00')
    .action(async (gemeenteCode: string) => {
      const rules = await listRetentionRules((await io.database()).readDb, gemeenteCode);
      io.out(
        rules
          .map(({ kind, days, reason }) => {
            const term = days === null ? 'without end' : count(days, 'day');
            return `${kind.padEnd(17)} ${term.padEnd(12)} ${reason ?? 'default'}`;
          })
          .join('\n'),
      );
    });
  root
    .command('set')
    .description('another term, as decided with the archivist; the change is audited')
    .argument('<gemeente>', 'code of the gemeente; NL00 for what belongs to none')
    .argument('<kind>', Object.keys(retentionKinds).join(', '), asKind)
    .argument('<days>', 'days, `never`, or `default`')
    .option('--reason <text>', 'the decision it rests on')
    .action((gemeente: string, kind: RetentionKind, days: string, options: { reason?: string }) =>
      set(io, gemeente, kind, days, options.reason ?? ''),
    );
  root
    .command('erase-account')
    .description('a person leaves: erase what links the account to the person; notes stay as codes')
    .argument('<person>', 'number of the person')
    .action(async (personId: string) => {
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(personId)) {
        throw badInput([{ field: 'person', message: `${personId} is no number of a person.` }]);
      }
      const database = await io.database();
      const done = await eraseAccount(database.db, personId, new Date());
      await wipeTraces(database);
      io.out(
        `Erased. ${count(done.contributions, 'contribution')} no longer lead to a person (${done.gemeenten.join(', ') || 'none'}).`,
      );
    });
}

async function erase(io: CliIo, dryRun: boolean): Promise<void> {
  const database = await io.database();
  const erased = await runRetention(database.db, {
    ...{ now: new Date(), dryRun, isOwner: true },
    onProgress: (done, total) => io.progress({ done, total, unit: 'gemeenten', label: 'erasing' }),
  });
  io.progress(null);
  if (erased.length > 0 && !dryRun) await wipeTraces(database);
  const lines = erased.map(
    (one) =>
      `${one.gemeenteCode}  ${one.kind.padEnd(17)} ${one.count} older than ${one.olderThan.toISOString().slice(0, 10)}`,
  );
  const end = dryRun ? ['Dry run: nothing was erased.'] : [];
  io.out([...(lines.length > 0 ? lines : ['Nothing has run out of its term.']), ...end].join('\n'));
}

async function set(
  io: CliIo,
  gemeenteCode: string,
  kind: RetentionKind,
  days: string,
  reason: string,
): Promise<void> {
  const { db } = await io.database();
  if (days === 'default') await resetRetentionRule(db, { gemeenteCode, kind }, new Date());
  else {
    const term = days === 'never' ? null : Number(days);
    await setRetentionRule(db, { gemeenteCode, kind, days: term, reason }, new Date());
  }
  io.out(`${gemeenteCode} ${kind}: ${days}.`);
}

function asKind(text: string): RetentionKind {
  if (isCode(retentionKinds, text)) return text;
  throw new InvalidArgumentError(`Choose one of ${Object.keys(retentionKinds).join(', ')}.`);
}
