// Beginnings that a rule might try again and again: repeated, they show whether screening stays linear.
export const hostileSeeds: readonly string[] = [
  ...['1', '0 6 ', '6 12345678', 'bel 6 ', '9 9 ', '+', '(', '€ ', '12a', '1a', 'ab1'],
  ...['@', 'a.', 'a@a.', 'a punt ', 'a at ', ' punt b', 'NL13 ', 'N L 2 0 ', 'l '],
  ...[
    'A. ',
    'J.de ',
    'R.B.',
    'Van De ',
    'van der ',
    'ben ',
    'mevrouw ',
    'mw op den ',
    'Jan-',
    'Henks ',
  ],
  ...['Volgens ', 'Xyz zegt ', 'Jans hond ', 'zus Leila ', 'heet '],
  ...[
    'A1-',
    '1-ABC-',
    'auto ',
    'bus B ',
    'kenteken ',
    '12-03-',
    '12 mei ',
    'maart ',
    'geboren op ',
    '* 1-1-50 ',
  ],
  ...['dossier nummer ', 'v-nummer ', 'WMO-', 'Z/21/', 'case '],
  ...['Kerkstraat ', 'straat', 'straat ', 'nr 12 ', 'op nr ', 'woont op ', 'Achterom ', 'hoek '],
  ...['nul zes ', 'zestig', 'negentien ', 'een ', 'vierentwintig ', 'tachtigste '],
  ...['een man van ', 'naast de kerk ', 'de enige ', 'die ', 'met de papegaai ', 'van groep 3 '],
  ...[' ', '\n', '\n- ', "'", '"id":', '-', '.', '_', ': ', '[', '<', '{', '*'],
  ...[
    'e\u0301',
    '\u200b1',
    '\u3164',
    '\u{e0020}',
    '🧑‍🦽',
    'É',
    'mw. A.B. van der Berg-de Vries 06-12 1234 AB ',
  ],
];

/** The seed repeated up to a number of UTF-16 units. */
export const repeated = (seed: string, length: number) =>
  seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
