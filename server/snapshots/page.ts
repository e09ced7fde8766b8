// A snapshot as a page of plain HTML, in Dutch or English: what it says, its hash, and how anyone checks it. It needs no
// style and no script, so it reads the same everywhere and for good. Pure.
import type { Label } from '../codes/code-list.ts';
import { concordanceOutcomes, coverageLevels, signalDisplays } from '../codes/merge.ts';
import { themes } from '../codes/themes.ts';
import type { Language } from '../sentences.ts';
import type { Snapshot } from './snapshots.ts';

/** The parts of the content that the page reads; a snapshot of an older format may lack them. */
interface Content {
  readonly place?: { readonly name?: string; readonly code?: string };
  readonly themes?: readonly ThemeContent[];
  readonly sources?: readonly { readonly attribution?: string; readonly table?: string }[];
}

interface ThemeContent {
  readonly theme: string;
  readonly figures?: readonly {
    readonly indicator: string;
    readonly segment: string;
    readonly current: {
      value: number | null;
      state: string;
      period: number;
      part?: string;
      unit: string;
    };
  }[];
  readonly signal?: { readonly display: string };
  readonly coverage?: { readonly level: string };
  readonly concordance?: { readonly outcome: string };
}

const words = {
  title: { nl: 'Momentopname van', en: 'Snapshot of' },
  about: {
    nl: 'Wat iedereen op deze dag van deze wijk kon zien. Een momentopname verandert nooit en bevat geen woorden uit signalen.',
    en: 'What everyone could see of this wijk on this day. A snapshot never changes and holds no words of field notes.',
  },
  asOf: { nl: 'Stand van', en: 'As of' },
  madeAt: { nl: 'Gemaakt op', en: 'Made at' },
  year: { nl: 'Indeling van', en: 'Division year' },
  hash: { nl: 'Controlegetal (SHA-256)', en: 'Hash (SHA-256)' },
  theme: { nl: 'Thema', en: 'Theme' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  display: { nl: 'Signalen', en: 'Field notes' },
  coverage: { nl: 'Wie keek er mee', en: 'Who was looking' },
  figures: { nl: 'Cijfers', en: 'Figures' },
  sources: { nl: 'Bronnen', en: 'Sources' },
  verify: { nl: 'Zelf controleren', en: 'Check it yourself' },
  how: {
    nl: 'Neem de tekst hieronder precies zoals die er staat, in UTF-8, en bereken de SHA-256. De uitkomst is het controlegetal hierboven. Als JSON staat dezelfde tekst in het veld content.',
    en: 'Take the text below exactly as it stands, in UTF-8, and work out its SHA-256. The result is the hash above. As JSON the same text is in the field content.',
  },
  content: { nl: 'De volledige inhoud', en: 'The whole content' },
  changed: {
    nl: 'Let op: de bewaarde inhoud klopt niet meer met het controlegetal.',
    en: 'Beware: the stored content no longer has its hash.',
  },
  other: { nl: 'In English', en: 'In het Nederlands' },
  withheld: { nl: 'Deze momentopname is nu niet te lezen', en: 'This snapshot cannot be read now' },
  withheldHelp: {
    nl: 'De gemeente laat kleine aantallen pas bij hogere drempels zien dan toen deze momentopname werd gemaakt. Wat erin staat, tonen we daarom nu niet. Het controlegetal blijft gelden.',
    en: 'The gemeente asks more before small numbers are shown than it did when this snapshot was made. So what it says is not shown now. Its hash still holds.',
  },
  missing: { nl: 'Momentopname niet gevonden', en: 'Snapshot not found' },
  missingHelp: {
    nl: 'Er is geen momentopname met dit nummer. Controleer het adres.',
    en: 'There is no snapshot with this number. Check the address.',
  },
} as const satisfies Record<string, Label>;

/** The page of a snapshot that is there. */
export function snapshotPage(snapshot: Snapshot, isUnchanged: boolean, language: Language): string {
  const content = JSON.parse(snapshot.content) as Content;
  const name = `${content.place?.name ?? ''} (${snapshot.placeCode})`;
  const say = (key: keyof typeof words) => escapeHtml(words[key][language]);
  const facts: [keyof typeof words, string][] = [
    ['asOf', snapshot.asOf],
    ['madeAt', snapshot.madeAt.toISOString()],
    ['year', `${snapshot.year}`],
  ];
  const columns = ['theme', 'outcome', 'display', 'coverage', 'figures'] as const;
  const other = language === 'nl' ? 'en' : 'nl';
  return documentOf(
    `${words.title[language]} ${name}`,
    language,
    `<h1>${say('title')} ${escapeHtml(name)}</h1>
<p>${say('about')}</p>
${isUnchanged ? '' : `<p><strong>${say('changed')}</strong></p>`}
<dl>
${facts.map(([key, value]) => `<dt>${say(key)}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}
<dt>${say('hash')}</dt><dd><code id="hash">${escapeHtml(snapshot.hash)}</code></dd>
</dl>
<table>
<thead><tr>${columns.map((key) => `<th scope="col">${say(key)}</th>`).join('')}</tr></thead>
<tbody>
${(content.themes ?? []).map((theme) => rowOf(theme, language)).join('\n')}
</tbody>
</table>
<h2>${say('sources')}</h2>
<ul>
${(content.sources ?? []).map((one) => `<li>${escapeHtml(`${one.attribution ?? ''} (${one.table ?? ''})`)}</li>`).join('\n')}
</ul>
<h2>${say('verify')}</h2>
<p>${say('how')}</p>
<details><summary>${say('content')}</summary><pre id="content">${escapeHtml(snapshot.content)}</pre></details>
<p><a href="?lang=${other}" hreflang="${other}" lang="${other}">${say('other')}</a></p>`,
  );
}

/** The page of a snapshot that says more than its gemeente lets show today. */
export function withheldPage(
  { placeCode, asOf, hash }: Pick<Snapshot, 'placeCode' | 'asOf' | 'hash'>,
  language: Language,
): string {
  const say = (key: keyof typeof words) => escapeHtml(words[key][language]);
  return documentOf(
    words.withheld[language],
    language,
    `<h1>${say('withheld')}</h1>
<p>${say('withheldHelp')}</p>
<dl>
<dt>${say('asOf')}</dt><dd>${escapeHtml(asOf)}</dd>
<dt>${say('hash')}</dt><dd><code id="hash">${escapeHtml(hash)}</code></dd>
</dl>
<p><a href="/openbaar/${escapeHtml(placeCode)}">${escapeHtml(placeCode)}</a></p>`,
  );
}

/** The page for an address that stands for nothing. */
export function missingPage(language: Language): string {
  const title = words.missing[language];
  return documentOf(
    title,
    language,
    `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(words.missingHelp[language])}</p>`,
  );
}

function rowOf(one: ThemeContent, language: Language): string {
  const figures = (one.figures ?? []).map(({ indicator, segment, current }) => {
    const value = current.value === null ? current.state : `${current.value} ${current.unit}`;
    const period = `${current.period}${current.part ?? ''}`;
    return `${indicator}${segment ? ` ${segment}` : ''} ${period}: ${value}`;
  });
  const cells = [
    labelOf(concordanceOutcomes, one.concordance?.outcome, language),
    labelOf(signalDisplays, one.signal?.display, language),
    labelOf(coverageLevels, one.coverage?.level, language),
  ];
  return `<tr><th scope="row">${escapeHtml(labelOf(themes, one.theme, language))}</th>${cells
    .map((cell) => `<td>${escapeHtml(cell)}</td>`)
    .join('')}<td>${figures.map(escapeHtml).join('<br>')}</td></tr>`;
}

/** A code of an older list is shown as it is. */
const labelOf = (list: Readonly<Record<string, Label>>, code = '', language: Language) =>
  list[code]?.[language] ?? code;

const documentOf = (title: string, language: Language, body: string) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;',
  );
