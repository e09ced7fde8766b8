// `wijkbeeld registers` and `wijkbeeld logbook`: what the gemeente publishes and keeps about its own processing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type CodeList, isCode } from '../codes/code-list.ts';
import { algorithmStatuses, publicationCategories } from '../codes/registers.ts';
import { badInput } from '../errors.ts';
import { asLogbookJson, decryptSubject, readLogbook } from '../logbook.ts';
import { algorithmDocument, processingDocument } from '../registers/documents.ts';
import {
  type EntryChanges,
  entryKeys,
  type Language,
  listActivities,
  listAlgorithms,
  setEntry,
} from '../registers/entries.ts';
import { currentTrace } from '../trace.ts';
import type { CliIo } from './io.ts';

/** Adds both commands to the program. */
export function registerRegisters(program: Command, io: CliIo): void {
  const root = program
    .command('registers')
    .description('register of processing and algorithm register');
  root
    .command('export')
    .description('both registers of a gemeente as JSON')
    .argument('<gemeente>', 'code of the gemeente')
    .option('--language <nl|en>', 'language of the texts', asLanguage, 'nl')
    .action(async (gemeenteCode: string, { language }: { language: Language }) => {
      const { readDb } = await io.database();
      const processingActivities = await listActivities(readDb, gemeenteCode, language);
      const algorithmRegister = await listAlgorithms(readDb, gemeenteCode, language);
      const all = { gemeenteCode, processingActivities, algorithmRegister };
      io.out(JSON.stringify(all, null, 2));
    });
  root
    .command('set')
    .description('fill in what only the gemeente knows; the change is audited')
    .argument('<gemeente>', 'code of the gemeente')
    .argument('<entry>', entryKeys.join(', '))
    .option('--organisation <name>', 'responsible organisation')
    .option('--contact <address>', 'where questions go: an address of a function, not of a person')
    .option('--public-page <address>', 'web page about it')
    .option(
      '--status <status>',
      Object.keys(algorithmStatuses).join(', '),
      oneOf(algorithmStatuses),
    )
    .option(
      '--category <category>',
      Object.keys(publicationCategories).join(', '),
      oneOf(publicationCategories),
    )
    .option('--started-in <month>', 'first month of use, yyyy-mm')
    .option('--ended-in <month>', 'last month of use, yyyy-mm')
    .action(async (gemeenteCode: string, entry: string, changes: EntryChanges) => {
      await setEntry((await io.database()).db, gemeenteCode, entry, changes, new Date());
      io.out(`Filled in: ${Object.keys(changes).join(', ')} of ${entry}.`);
    });
  root
    .command('docs')
    .description('write docs/register-of-processing.md and docs/algorithm-register.md')
    .action(() => {
      const folder = resolve(io.cwd, 'docs');
      mkdirSync(folder, { recursive: true });
      writeFileSync(resolve(folder, 'register-of-processing.md'), processingDocument());
      writeFileSync(resolve(folder, 'algorithm-register.md'), algorithmDocument());
      io.out(`Written to ${folder}.`);
    });
  registerLogbook(program, io);
}

interface LogbookOptions {
  readonly gemeente?: string;
  readonly since: Date;
  readonly subject?: string;
}

function registerLogbook(program: Command, io: CliIo): void {
  program
    .command('logbook')
    .description('the Logboek Dataverwerkingen')
    .command('export')
    .description('lines in the fields of the standard, one JSON object each')
    .option('--gemeente <code>', 'only this gemeente')
    .option('--since <day>', 'from this day on', asDay, new Date(0))
    .option('--subject <person>', 'only lines about this person; needs LOGBOOK_KEY')
    .action(async ({ gemeente, since, subject }: LogbookOptions) => {
      const key = currentTrace()?.subjectKey;
      if (subject !== undefined && !key) {
        throw badInput([{ field: 'subject', message: '--subject needs the setting LOGBOOK_KEY.' }]);
      }
      const { readDb } = await io.database();
      for await (const page of readLogbook(readDb, { gemeenteCode: gemeente, since })) {
        const wanted = page.filter(
          (line) => subject === undefined || (key && decryptSubject(line, key) === subject),
        );
        if (wanted.length > 0) io.out(wanted.map(asLogbookJson).join('\n'));
      }
    });
}

function oneOf<Code extends string>(list: CodeList<Code>) {
  return (text: string): Code => {
    if (isCode(list, text)) return text;
    throw new InvalidArgumentError(`Choose one of ${Object.keys(list).join(', ')}.`);
  };
}

function asLanguage(text: string): Language {
  if (text === 'nl' || text === 'en') return text;
  throw new InvalidArgumentError('Choose nl or en.');
}

function asDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime())) return day;
  throw new InvalidArgumentError('Give a day like 2026-03-31.');
}
