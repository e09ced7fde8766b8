// A national file with invented copies of every gemeente: the same figures under other codes, to see what grows with a file.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Writes the set `times` as large into a folder and answers its data file. At most 10 times: there are four digits. */
export function writeCopies(national: string, times: number, folder: string): string {
  const from = dirname(national);
  mkdirSync(folder);
  for (const name of ['DataProperties.json', 'TableInfos.json']) {
    copyFileSync(join(from, name), join(folder, name));
  }
  const numbers = new Map<string, number>();
  const inCopy = (text: string, copy: number): string | undefined => {
    if (copy === 0) return text;
    // The country is there once.
    if (!/(GM|WK|BU)\d{4}/.test(text)) return undefined;
    return text.replace(/\b(GM|WK|BU)(\d{4})/g, (_all, kind: string, digits: string) => {
      const number = numbers.get(digits) ?? numbers.size;
      numbers.set(digits, number);
      // Gemeenten have numbers below 2000, and there are fewer than 400 at a time.
      return `${kind}${2000 + 400 * copy + number}`;
    });
  };
  const copies = Array.from({ length: times }, (_none, copy) => copy);
  const names = JSON.parse(read(join(from, 'WijkenEnBuurten.json.gz'))) as {
    value: { Key: string }[];
  };
  const list = copies.flatMap((copy) =>
    names.value.flatMap((one) => {
      const key = inCopy(one.Key, copy);
      return key === undefined ? [] : [{ ...one, Key: key }];
    }),
  );
  writeFileSync(join(folder, 'WijkenEnBuurten.json'), JSON.stringify({ value: list }));
  const [header = '', ...lines] = read(national).split('\r\n');
  const body = copies.flatMap((copy) => lines.flatMap((line) => inCopy(line, copy) ?? []));
  const file = join(folder, 'TypedDataSet_NL.csv.gz');
  writeFileSync(file, gzipSync([header, ...body, ''].join('\r\n')));
  return file;
}

const read = (path: string) => gunzipSync(readFileSync(path)).toString('utf8');
