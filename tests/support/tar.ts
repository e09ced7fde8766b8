// The files in a tar file, for dumps of the embedded database.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TarFile {
  /** Path in the archive, with a slash before it. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly content: Buffer;
  /** As it stands in the archive: header, content and filling. */
  readonly entry: Buffer;
}

const block = 512;

/** All of them, in order. */
export function filesOfTar(tar: Buffer): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at < tar.length; ) {
    const text = (from: number, length: number) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = text(0, 100);
    if (name === '') break;
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const content = tar.subarray(at + block, at + block + size);
    const end = at + block + block * Math.ceil(size / block);
    files.push({ name, isFolder: text(156, 1) === '5', content, entry: tar.subarray(at, end) });
    at = end;
  }
  return files;
}

/** A tar file of these. */
export function tarOf(files: readonly TarFile[]): Buffer {
  return Buffer.concat([...files.map(({ entry }) => entry), Buffer.alloc(2 * block)]);
}

/** Writes them into a folder that may be there already. */
export function unpack(files: readonly TarFile[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, isFolder, content } of files) {
    if (isFolder) mkdirSync(join(folder, name), { recursive: true });
    else writeFileSync(join(folder, name), content);
  }
}
