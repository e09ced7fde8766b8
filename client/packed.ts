// Files as browsers take them: packed once at the build, not at each request.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const worthPacking = /\.(?:js|css|html|svg|json|webmanifest|graphql)$/;
const leastBytes = 1000;

/** Writes `file.br` and `file.gz` beside each file of text below a folder. */
export function packFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = join(folder, name);
    if (!worthPacking.test(name) || name.startsWith('.') || statSync(file).size < leastBytes)
      continue;
    const content = readFileSync(file);
    const quality = { [constants.BROTLI_PARAM_QUALITY]: content.length > 300_000 ? 5 : 11 };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
