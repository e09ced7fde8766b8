// `wijkbeeld audit`: check the chains, and take anchors to keep elsewhere.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { listAnchors, readAnchors, writeAnchors } from '../audit/anchors.ts';
import { verifyAudit } from '../audit/verify.ts';
import { badInput, DomainError } from '../errors.ts';
import type { CliIo } from './io.ts';

/** Adds `audit verify` and `audit anchor` to the program. */
export function registerAudit(program: Command, io: CliIo): void {
  const audit = program.command('audit').description('the audit log');
  audit
    .command('verify')
    .description('check that no line of the audit log was changed, removed or reordered')
    .option('--anchor <file>', 'hold the chains against anchors that were kept elsewhere')
    .action((options: { anchor?: string }) => verify(io, options.anchor));
  audit
    .command('anchor')
    .description(
      'print number and hash of the last line of each chain; keep them outside the database',
    )
    .action(async () => {
      const anchors = await listAnchors((await io.database()).readDb, new Date());
      if (anchors.length > 0) io.out(writeAnchors(anchors));
    });
}

async function verify(io: CliIo, path: string | undefined): Promise<void> {
  const anchors = path === undefined ? [] : readAnchors(readFile(resolve(io.cwd, path)));
  const checks = await verifyAudit((await io.database()).readDb, anchors);
  for (const check of checks) {
    const verdict = check.problems.length === 0 ? 'whole' : check.problems.join('; ');
    const waiting = check.waiting > 0 ? `, ${check.waiting} waiting` : '';
    io.out(`${check.gemeenteCode}: ${check.lines} lines${waiting}, ${verdict}`);
  }
  const broken = checks.filter((check) => check.problems.length > 0);
  if (broken.length > 0) {
    throw new DomainError('CONFLICT', `${broken.length} audit chain(s) are not whole.`);
  }
  const held = anchors.length > 0 ? `, held against ${anchors.length} anchor(s)` : '';
  io.out(`${checks.length} chain(s) checked${held}.`);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw badInput([{ field: 'anchor', message: `The anchor file ${path} cannot be read.` }]);
  }
}
