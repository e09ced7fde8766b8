// Notes made from sentences and lists, with a seed: as many as wanted, the same each time. The families marked as
// held out were not read while the rules were tuned on the others: at that first look recall was 0.923 and
// precision 0.999; their misses were read once after it. Everything in them is invented:
// names from syllables, BSN and IBAN with right check digits on numbers that nobody has.
import { type LabelledNote, unmark } from './labelled-notes.ts';

type Random = () => number;

/** Mulberry32: small, quick and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <Item>(random: Random, list: readonly Item[]): Item =>
  list[Math.floor(random() * list.length)] as Item;
const digits = (random: Random, length: number) =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('');
const two = (value: number) => String(value).padStart(2, '0');
const split = (list: string) => list.split('|');

const given = split(
  'Maaike|Orlando|Feye|Rümeysa|Jadwiga|Chantal|Mustapha|Swantje|Tygo|Ebrar|Shaniqua|Volodymyr|Aster|Hadewych|Yohana|Jetze|Nasira|Raoul|Bogusława|Precious|Lindsay|Harm-Jan|Zoë|Ayub|Geke|Mehmet Ali|Fenneke|Said',
);
const stems = split(
  'Brok|Haver|Olden|Wester|Klinken|Ruiter|Zwane|Meuken|Dolle|Kuper|Hage|Stoel|Vleer|Noten',
);
const ends = split('man|kamp|stra|burg|ink|mans|huis|brink|daal|ma|ers|boer|sma|veld');
const foreign = split(
  'Karabulak|El Mazrioui|Wojtaszek|Ramkhelloe|Tesfagergish|Aït Lahsen|Çobanoğlu|Bhoendie|Martheze|Okpara|Hadžić|Nguyen-Bos|Ben Chaib|Van ’t Sant',
);
const surname = (random: Random) =>
  random() < 0.5
    ? `${pick(random, split('||van |de |van der |ter '))}${pick(random, stems)}${pick(random, ends)}`
    : pick(random, foreign);

/** Makers of marked values; each writes its kind in the ways people type it. */
const makers: Readonly<Record<string, (random: Random) => string>> = {
  given: (r) => `{P:${pick(r, given)}}`,
  full: (r) => `{P:${pick(r, given)} ${surname(r)}}`,
  last: (r) => `{P:${surname(r)}}`,
  lower: (r) => `{P:${surname(r).toLowerCase()}}`,
  initials: (r) =>
    `{P:${pick(r, split('A.|J.B.|K |M.E.C.|Th.'))} ${surname(r)}}`.replace('  ', ' '),
  phone: (r) => {
    const [a, b, c, d] = [digits(r, 2), digits(r, 2), digits(r, 2), digits(r, 2)];
    const shapes = [`06-${a}${b}${c}${d}`, `06 ${a} ${b} ${c} ${d}`, `06${a}${b}${c}${d}`];
    const more = [`+31 6 ${a}${b}${c}${d}`, `0031 6 ${a}${b}${c}${d}`, `06.${a}${b}.${c}${d}`];
    const fixed = [`070 - ${a}${b}${c}${d.slice(1)}`, `(0174) 3${a}${b}${c.slice(1)}`];
    return `{T:${pick(r, [...shapes, ...more, ...fixed])}}`;
  },
  mail: (r) => {
    const name = `${pick(r, stems)}${digits(r, 2)}`.toLowerCase();
    return `{E:${pick(r, [`${name}@example.org`, `${name} (at) example.nl`, `${name} at example punt nl`, `j.${name}@post.example.com`])}}`;
  },
  bsn: (r) => {
    const n = serviceNumber(r);
    const spaced = `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`;
    return `{B:${pick(r, [n, spaced, spaced.replaceAll(' ', '.'), spaced.replaceAll(' ', '-'), [...n].join(' ')])}}`;
  },
  iban: (r) => {
    const account = iban(r);
    const blocks = account.match(/.{1,4}/g)?.join(' ') ?? account;
    return `{I:${pick(r, [account, blocks, account.toLowerCase(), blocks.toLowerCase()])}}`;
  },
  address: (r) => {
    const name = `${pick(r, stems)}${pick(r, split('straat|laan|weg|plein|kade|singel|dreef|hof'))}`;
    const number = `${1 + Math.floor(r() * 300)}${pick(r, split('|||a|-b| C| II|bis| hs|-2'))}`;
    const street = pick(r, [name, name.toLowerCase(), `${name.slice(0, -3)}str.`]);
    return `{A:${street.endsWith('str.') && !name.endsWith('straat') ? name : street}${pick(r, split(' | nr | nummer |, '))}${number}}`;
  },
  neighbour: (r) => `{A:${pick(r, split('nr|nummer|huisnr|nr.'))} ${1 + Math.floor(r() * 200)}}`,
  postcode: (r) => {
    const letters = pick(r, split('AB|KX|RT|GH|LM|ZV|pd|xk'));
    return `{C:${1 + Math.floor(r() * 9)}${digits(r, 3)}${pick(r, [' ', ''])}${letters}}`;
  },
  born: (r) => {
    const [day, month, year] = [
      1 + Math.floor(r() * 28),
      1 + Math.floor(r() * 12),
      1925 + Math.floor(r() * 90),
    ];
    const name = split('jan|feb|maart|april|mei|juni|juli|aug|sept|okt|nov|december')[month - 1];
    const shapes = [
      `${day}-${month}-${year}`,
      `${two(day)}/${two(month)}/${year}`,
      `${day} ${name} ${year}`,
    ];
    return `{D:${pick(r, [...shapes, `${day}.${month}.${two(year % 100)}`, `${year}-${two(month)}-${two(day)}`])}}`;
  },
  plate: (r) => {
    const l = (length: number) =>
      Array.from({ length }, () => pick(r, [...'BDFGHJKLNPRSTVXZ'])).join('');
    const shapes = [
      `${l(2)}-${digits(r, 3)}-${l(1)}`,
      `${digits(r, 1)}-${l(3)}-${digits(r, 2)}`,
      `${l(2)}-${digits(r, 2)}-${l(2)}`,
    ];
    return `{K:${pick(r, [...shapes, `${l(1)}-${digits(r, 3)}-${l(2)}`])}}`;
  },
  file: (r) =>
    `{N:${pick(r, [`20${digits(r, 2)}-${digits(r, 5)}`, `Z/${digits(r, 2)}/${digits(r, 5)}`, `C${digits(r, 6)}`, digits(r, 7)])}}`,
  wijk: (r) =>
    pick(r, split('Moerveld|Oostpolder|de Bloemenbuurt|Tuindorp-Zuid|de Vogelwijk|Prinsenhof')),
  count: (r) => String(3 + Math.floor(r() * 90)),
  street: (r) => `de ${pick(r, stems)}${pick(r, split('straat|laan|weg|plein'))}`,
};

function serviceNumber(random: Random): string {
  for (;;) {
    const nine = `9${digits(random, 8)}`;
    const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce(
      (total, w, at) => total + w * Number(nine[at]),
      0,
    );
    if (sum % 11 === 0) return nine;
  }
}

function iban(random: Random): string {
  const account = `TEST${digits(random, 10)}`;
  const number = [...`${account}NL00`].map((one) => Number.parseInt(one, 36)).join('');
  return `NL${two(98 - Number(BigInt(number) % 97n))}${account}`;
}

/** Sentences by family; `<maker>` stands for a value. Families are held out whole, never by sentence. */
const families: Readonly<
  Record<string, { readonly heldOut: boolean; readonly lines: readonly string[] }>
> = {
  visit: {
    heldOut: false,
    lines: [
      'Huisbezoek bij mevrouw <last>, ze eet niet goed.',
      'dhr <lower> is weer gevallen',
      'fam <last> heeft schimmel in alle kamers',
      'Gesproken met <full> over de huur.',
      '<initials> belde over de lift.',
      'haar dochter <given> vertaalt alles',
      'buurvrouw <given> op <neighbour> hoort elke nacht geschreeuw',
      'mw <last> (<born>) valt vaak',
      'woont op <address>, <postcode>',
    ],
  },
  desk: {
    heldOut: false,
    lines: [
      'bel <phone> voor de sleutel',
      'mail naar <mail>',
      'bsn <bsn> staat op de brief',
      'rekening <iban> staat rood',
      'kenteken <plate> staat al weken stil',
      'zaaknr <file> blijft liggen',
      'geb. <born>, alleenstaand',
      'pc <postcode>',
    ],
  },
  street: {
    heldOut: false,
    lines: [
      'In <wijk> zijn <count> meldingen van zwerfvuil.',
      'Op <street> rijden ze te hard.',
      'Er zijn <count> gezinnen zonder verwarming.',
      'Om 19.30 uur is het donker bij <street>.',
    ],
  },
  handover: {
    heldOut: true,
    lines: [
      'Overdracht: meneer <last> krijgt morgen thuiszorg, sleutel bij <given>.',
      'Collega <full> neemt het over vanaf maandag.',
      'Gemeld door <given>: de deur staat open.',
      'Mantelzorger is zoon <given>, bereikbaar op <phone>.',
      'Ouders van <given> begrijpen de brieven niet.',
      'mevr <lower> kan de trap niet meer op',
      'Nieuwe cliënt: <initials>, <born>.',
      'Namens <full> wil ik melden dat het hek stuk is.',
      'De heer <last> woont sinds mei op <address>.',
    ],
  },
  complaint: {
    heldOut: true,
    lines: [
      'Klacht nummer <file> is nooit beantwoord.',
      'De bewoner van <address> heeft al <count> keer gebeld.',
      'Hij geeft <phone> als nummer en <mail> als adres.',
      'Het geld moet naar <iban>, zegt de zoon.',
      'Op de pas staat <bsn>.',
      'Er stond een auto met kenteken <plate> voor de deur.',
      'Het gezin op <neighbour> maakt ruzie tot diep in de nacht.',
      'Iemand uit <postcode> vroeg om hulp.',
      'Geboortedatum van het kind: <born>.',
    ],
  },
  pattern: {
    heldOut: true,
    lines: [
      'Sinds 2023 komen in <wijk> <count> procent meer aanvragen binnen.',
      'Bewoners van <street> missen een bushalte van lijn <count>.',
      'Artikel 2.<count> van de Wmo 2015 helpt hier niet.',
      'Ouderen van 75+ in <wijk> zitten vaak alleen.',
      'De tabel 84799NED noemt <count> huishoudens.',
      'Op 12 maart 2025 was er een bijeenkomst over <street>.',
    ],
  },
};

/** That many notes of the families that are held out, or of those that are not. */
export function makeNotes(count: number, seed: number, heldOut: boolean): LabelledNote[] {
  const random = randomFrom(seed);
  const lines = Object.entries(families)
    .filter(([, family]) => family.heldOut === heldOut)
    .flatMap(([name, family]) => family.lines.map((line) => ({ name, line })));
  return Array.from({ length: count }, (_, at) => {
    const { name, line } = lines[at % lines.length] as (typeof lines)[number];
    const filled = line.replaceAll(/<(\w+)>/g, (_whole, maker: string) => {
      const make = makers[maker];
      if (!make) throw new Error(`No maker ${maker}.`);
      return make(random);
    });
    return unmark(filled, `${name}-${at + 1}`);
  });
}
