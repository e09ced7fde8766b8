// docs/performance.md: what each benchmark measured last, with when, on which commit and how busy the machine was; before
// them a table of all ratios that have a target. A run of some of them leaves the others as they stand.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

export interface Section {
  readonly name: string;
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
  const changed = git('status', '--porcelain', '--', ':!docs/performance.md');
  return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? ', with changes' : ''}`;
};

const machine = () => {
  const [core] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  return `${cpus().length} cores (${core?.model ?? 'unknown'}), ${memory} GB, Node ${process.versions.node}`;
};

const head = `# Measured

Made by \`npm run bench\`; \`npm run bench -- NAME --write\` measures one part again and leaves the others. Servers, database and load
share the machine: read the ratios, not the times, and no ratio of a machine that was busy with something else.
`;

const textOf = ({ name, command, about, load, lines }: Section) =>
  `## ${name}: ${about}

\`${command}\`, ${new Date().toISOString().slice(0, 16)}Z, commit ${commit()}

${machine()}; ${load.toFixed(1)} busy processes per core before it began

\`\`\`
${lines.join('\n')}
\`\`\`
`;

/** What the file says of each part now, by name. */
function written(): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const [, ...parts] = readFileSync(file, 'utf8').split(/^(?=## )/m);
  return new Map(
    parts.flatMap((text) => {
      const name = /^## ([\w-]+): /.exec(text)?.[1];
      return name ? [[name, text] as const] : [];
    }),
  );
}

/** Writes what was measured into the file, in the order of `names`; parts that are in it already stay. */
export function writeReport(sections: readonly Section[], names: readonly string[]): void {
  const texts = written();
  for (const section of sections) texts.set(section.name, textOf(section));
  const parts = names.flatMap((name) => {
    const text = texts.get(name);
    return text ? [{ name, text: text.trimEnd() }] : [];
  });
  writeFileSync(
    file,
    `${[`${head}\n${tableOf(parts)}`, ...parts.map(({ text }) => text)].join('\n\n')}\n`,
  );
}

function tableOf(parts: readonly { readonly name: string; readonly text: string }[]): string {
  const rows = parts.flatMap(({ name, text }) =>
    [...text.matchAll(/^(.+): (-?[\d.]+) \(target: (at (least|most) ([\d.]+)).*\)$/gm)].map(
      ([, what, value, target, way, bound]) => {
        const isMet =
          way === 'least' ? Number(value) >= Number(bound) : Number(value) <= Number(bound);
        return `| ${what} | ${value} | ${target} | ${isMet ? 'yes' : '**no**'} | ${name} |`;
      },
    ),
  );
  return ['| ratio | measured | target | reached | part |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}
