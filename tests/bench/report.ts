// docs/performance.md: the lines of a whole run, with the machine, the load on it before and the commit.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

export interface Section {
  readonly command: string;
  readonly about: string;
  /** Of the minute before it began, per core. */
  readonly load: number;
  readonly lines: readonly string[];
}

/** How busy each core was in the last minute. */
export const loadNow = (): number => (loadavg()[0] ?? 0) / cpus().length;

const commit = () => {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain') ? ', with changes' : ''}`;
};

export function writeReport(sections: readonly Section[]): void {
  const [core] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  const text = sections.map(
    ({ command, about, load, lines }) =>
      `## ${about}\n\n\`${command}\`, ${load.toFixed(1)} busy processes per core before it began\n\n` +
      `\`\`\`\n${lines.join('\n')}\n\`\`\`\n`,
  );
  writeFileSync(
    file,
    '# Measured\n\nMade by `npm run bench`. Servers, database and load share the machine: read the ratios, not the times, and no ' +
      'ratio of a machine that was busy with something else.\n\n' +
      `${cpus().length} cores (${core?.model ?? 'unknown'}), ${memory} GB, Node ${process.versions.node}, ` +
      `commit ${commit()}, ${new Date().toISOString().slice(0, 10)}\n\n${text.join('\n')}`,
  );
}
