// Queries as people type them over the demo town and the places of the country, with our judgement of what answers them:
// 3 is what was meant, 2 answers it as well, 1 helps. The rank was not tuned on them.

/** A pattern over `id|title|detail|text` of an entry, and the grade of what fits it; the first that fits counts. */
export type Judgement = readonly [pattern: RegExp, grade: 1 | 2 | 3];
export type JudgedQuery = readonly [query: string, ...judgements: Judgement[]];

const place = (code: string): Judgement => [new RegExp(`^PLACE:${code}\\|`), 3];
const within = (gemeente: string, name: string): Judgement => [
  new RegExp(`^PLACE:(WK|BU)${gemeente}[^|]*\\|[^|]*${name}`),
  2,
];
const theme = (code: string, grade: 2 | 3 = 3): Judgement => [
  new RegExp(`^THEME:${code}\\|`),
  grade,
];
const indicator = (keys: string, grade: 1 | 2 | 3 = 3): Judgement => [
  new RegExp(`^INDICATOR:(${keys})\\|`),
  grade,
];
const said = (words: string, grade: 1 | 2 | 3 = 2): Judgement => [
  new RegExp(`^STATEMENT:.*(${words})`, 'i'),
  grade,
];

export const judgedQueries: readonly JudgedQuery[] = [
  // Places by name, alias, code, beginning, accent, slip, and with their gemeente.
  ['Den Haag', place('GM0518')],
  ["'s-Gravenhage", place('GM0518')],
  ['s gravenhage', place('GM0518')],
  ['sgravenhage', place('GM0518')],
  ['den bosch', place('GM0796')],
  ['hertogenbosch', place('GM0796')],
  ['GM0363', place('GM0363')],
  ['wk051829', place('WK051829')],
  ['WK0363AA', place('WK0363AA')],
  ['amsterdam', place('GM0363')],
  ['amsterd', place('GM0363')],
  ['amsterdma', place('GM0363')],
  ['utrect', place('GM0344')],
  ['rotterdam', place('GM0599')],
  ['over betuwe', place('GM1734')],
  ['Schildersbuurt den haag', place('WK051829'), within('0518', 'Schilders')],
  ['schildersbuurt', place('WK051829'), [/^PLACE:[^|]*\|[^|]*Schildersbuurt/, 2]],
  ['centrum den haag', place('WK051828'), within('0518', 'Centrum')],
  ['ypenburg', place('WK051842'), within('0518', 'Ypenburg')],
  ['yepnburg', place('WK051842'), within('0518', 'Ypenburg')],
  ['overvecht', place('WK034403'), within('0344', 'Overvecht')],
  ['leidsche rijn', place('WK034409'), within('0344', 'Leidsche Rijn')],
  ['leidscherijn', place('WK034409'), within('0344', 'Leidsche Rijn')],
  ['jordaan', place('WK0363AB'), within('0363', 'Jordaan')],
  ['chassebuurt', place('WK0363EN'), within('0363', 'Chass')],
  ['grachtengordel west', place('WK0363AC'), within('0363', 'Grachtengordel-West')],
  ['zuidas', place('WK0363KP'), within('0363', 'Zuidas')],
  ['stadshagen zwolle', place('WK019322'), within('0193', 'Stadshagen')],
  ['charlois', place('WK059915'), within('0599', 'Charlois')],
  ['pendrecht', place('BU05991577')],
  ['woensel west', place('BU07724210')],
  ['havenkwartier', place('WK900102'), [/^PLACE:[^|]*\|[^|]*Havenkwartier/, 2]],
  ['havenkwratier', place('WK900102'), [/^PLACE:[^|]*\|[^|]*Havenkwartier/, 2]],
  ['Vogelkwartier', place('WK900106'), [/^PLACE:[^|]*\|[^|]*Vogelkwartier/, 2]],
  ['nieuwe eilanden', place('WK9001AA')],
  ['meeuwenweide waterrijk', place('WK900106'), [/^PLACE:BU900106/, 2]],
  // Themes as people call them.
  [
    'schulden',
    theme('LIVELIHOOD'),
    indicator('wr-debt-help|wr-payment-arrears', 2),
    said('schuld'),
  ],
  ['armoede', theme('LIVELIHOOD'), indicator('wr-low-income|wr-ends-meet|wr-energy-poverty', 2)],
  [
    'eenzame ouderen',
    theme('SOCIAL_NETWORK'),
    indicator('wr-loneliness|wr-severe-loneliness', 2),
    said('ouderen.*(alleen|eenza)|eenza.*ouder'),
  ],
  [
    'eenzaamheid',
    theme('SOCIAL_NETWORK'),
    indicator('wr-loneliness|wr-severe-loneliness'),
    said('eenza'),
  ],
  [
    'jongerenoverlast',
    theme('LIVING_ENVIRONMENT'),
    indicator('wr-nuisance-reports', 2),
    said('jongeren.*(plein|overlast|plek)', 1),
  ],
  [
    'geluidsoverlast',
    theme('LIVING_ENVIRONMENT'),
    indicator('wr-nuisance-reports', 2),
    said('geluid'),
  ],
  ['laaggeletterdheid', theme('PAPERWORK_DIGITAL'), said('lezen|geletterd')],
  [
    'mantelzorgers',
    theme('INFORMAL_CARE'),
    indicator('wr-informal-carers|wr-overburdened-carers|wr-carer-support'),
    said('mantelzorg'),
  ],
  ['informal care', theme('INFORMAL_CARE'), indicator('wr-informal-carers', 2)],
  ['vrijwilligers', theme('PARTICIPATION', 2), indicator('wr-volunteers'), said('vrijwillig')],
  ['drugs', theme('SUBSTANCE_USE'), said('drugs|dealen')],
  ['ggz', theme('MENTAL_HEALTH', 2), indicator('wr-mental-care')],
  ['woningnood', theme('HOUSING'), indicator('wr-overcrowded', 1), said('woning', 1)],
  ['huiselijk geweld', theme('SAFETY_AT_HOME'), said('geweld')],
  // Indicators in other words and forms.
  ['roken', indicator('wr-smoker'), theme('SUBSTANCE_USE', 2)],
  ['rokers', indicator('wr-smoker'), theme('SUBSTANCE_USE', 2)],
  ['overgewicht', indicator('wr-overweight'), theme('PHYSICAL_HEALTH', 2)],
  ['te dik', indicator('wr-overweight'), theme('PHYSICAL_HEALTH', 2)],
  ['bijstand', indicator('wr-social-assistance'), theme('LIVELIHOOD', 2)],
  ['laag inkomen', indicator('wr-low-income'), theme('LIVELIHOOD', 2)],
  ['energiearmoede', indicator('wr-energy-poverty'), theme('LIVELIHOOD', 2), said('energie', 1)],
  ['afstand dokter', indicator('wr-distance-gp'), theme('ACCESS_TO_SERVICES', 2)],
  ['jeugdhulp', indicator('wr-youth-care'), theme('FAMILY_PARENTING', 2), said('jeugdhulp')],
  [
    'ww uitkering',
    indicator('wr-unemployment-benefit'),
    theme('WORK_EDUCATION', 2),
    indicator('wr-social-assistance', 1),
  ],
  ['eenpersoonshuishoudens', indicator('wr-single-person')],
  ['geisoleerde woningen', indicator('wr-poor-insulation'), theme('HOUSING', 2)],
  [
    'overbelaste mantelzorger',
    indicator('wr-overburdened-carers'),
    indicator('wr-informal-carers|wr-carer-support', 2),
    theme('INFORMAL_CARE', 2),
  ],
  ['huisuitzetting', indicator('wr-evictions'), theme('HOUSING', 2)],
  ['aantal bewoners', indicator('population')],
  ['betalingsachterstanden', indicator('wr-payment-arrears'), theme('LIVELIHOOD', 2)],
  ['onveilig gevoel', indicator('wr-feels-unsafe'), theme('LIVING_ENVIRONMENT', 2)],
  // What was said.
  ['energie afgesloten', said('energie.*afgesloten', 3), indicator('wr-energy-poverty', 2)],
  ['skatepark jongeren', said('skatepark', 3)],
  ['verlichting werf', said('verlichting.*werf', 3)],
  ['boodschappenbus', said('boodschappenbus', 3)],
  ['spreekuur wijkteam', said('spreekuur van het wijkteam', 3), said('spreekuur', 1)],
  ['kinderen zonder ontbijt', said('ontbijt', 3)],
  ['toeslagen terugbetalen', said('toeslagen', 3), theme('LIVELIHOOD', 2)],
];
