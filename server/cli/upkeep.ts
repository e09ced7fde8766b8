// Commands that keep an installation in order: migrate, audit.
import type { Command } from 'commander';
import { verifyAudit } from '../audit.ts';
import { DomainError } from '../errors.ts';
import type { CliIo } from './io.ts';

export function registerUpkeep(program: Command, io: CliIo): void {
  program
    .command('migrate')
    .description('bring the database to the tables of this version; safe to repeat')
    .action(async () => {
      // Opening applies what is missing.
      const { kind } = await io.database();
      io.out(`The ${kind} database is up to date.`);
    });
  const audit = program.command('audit').description('the audit log');
  audit
    .command('verify')
    .description('check that no line of the audit log was changed, removed or reordered')
    .action(async () => {
      const checks = await verifyAudit((await io.database()).readDb);
      for (const check of checks) {
        const verdict = check.problems.length === 0 ? 'whole' : check.problems.join('; ');
        io.out(`${check.gemeenteCode}: ${check.lines} lines, ${verdict}`);
      }
      const broken = checks.filter((check) => check.problems.length > 0);
      if (broken.length > 0) {
        throw new DomainError('CONFLICT', `${broken.length} audit chain(s) are not whole.`);
      }
      io.out(`${checks.length} chain(s) checked.`);
    });
}
