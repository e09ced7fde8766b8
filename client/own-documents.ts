// Puts the name of an operation in the module that asks it, so that a page loads the names of its own operations only:
// the generated module holds those of all pages, and a bundler never divides a module.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { generatedFolder } from './codegen.ts';

const imported = /import \{([^}]*)\} from '[./]*\/generated\/graphql\.ts';/g;
const written = /^export const (\w+Document) = (\{"__meta__":\{"hash":"[^"]+"\}\})/gm;

/** A Vite plugin; refuses an operation that was not generated. */
export function ownDocuments(): Plugin {
  let names: ReadonlyMap<string, string> = new Map();
  return {
    name: 'wijkbeeld-own-documents',
    enforce: 'pre',
    buildStart() {
      const source = readFileSync(join(generatedFolder, 'graphql.ts'), 'utf8');
      names = new Map(
        [...source.matchAll(written)].map(([, name = '', value = '']) => [name, value]),
      );
    },
    transform(code) {
      if (!code.includes('generated/graphql.ts')) return null;
      return code.replace(imported, (_all, specifiers: string) =>
        specifiers
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '' && !one.startsWith('type '))
          .map((name) => {
            const value = names.get(name);
            if (value === undefined) this.error(`${name} is no operation of the web app.`);
            return `const ${name} = ${value};`;
          })
          .join(' '),
      );
    },
  };
}
