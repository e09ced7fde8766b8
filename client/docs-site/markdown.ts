// The Markdown of docs/ as HTML: headings, paragraphs, lists, tables, code, links. No HTML passes through it. Pure.

export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** A heading as the name of a place on the page. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .trim()
    .replace(/ +/g, '-');

/** Words within a line; links between the documents become links between pages. */
export function inlineHtml(text: string): string {
  // Code first: what stands in it means nothing else.
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 1
        ? `<code>${escapeHtml(part.slice(1, -1))}</code>`
        : escapeHtml(part)
            .replace(
              /\[([^\]]+)\]\(([^)\s]+)\)/g,
              (_all, words, to) => `<a href="${pageOf(to)}">${words}</a>`,
            )
            .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
            .replace(/(^|\W)\*([^*\s][^*]*)\*(?=\W|$)/g, '$1<em>$2</em>'),
    )
    .join('');
}

const pageOf = (to: string) =>
  /^[a-z]+:/.test(to) ? to : to.replace(/^(?:docs\/)?([\w-]+)\.md(#.*)?$/, '$1.html$2');

/** The whole document. */
export function markdownHtml(markdown: string): string {
  const lines = markdown.replace(/\r/g, '').split('\n');
  const out: string[] = [];
  let at = 0;
  const take = (isPart: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && isPart(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,4}) (.+)$/.exec(line);
    const fence = /^```(\w*)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      const [, marks = '#', words = ''] = heading;
      out.push(`<h${marks.length} id="${anchorOf(words)}">${inlineHtml(words)}</h${marks.length}>`);
      at += 1;
    } else if (fence) {
      at += 1;
      const code = take((one) => one !== '```').join('\n');
      at += 1;
      out.push(
        `<pre tabindex="0"><code data-language="${fence[1]}">${escapeHtml(code)}</code></pre>`,
      );
    } else if (line.startsWith('|')) out.push(tableHtml(take((one) => one.startsWith('|'))));
    else if (/^(\*|-|\d+\.) /.test(line))
      out.push(listHtml(take((one) => /^(\*|-|\d+\.) /.test(one) || /^ {2,}\S/.test(one))));
    else
      out.push(
        `<p>${inlineHtml(take((one) => one.trim() !== '' && !/^(#|```|\||(\*|-|\d+\.) )/.test(one)).join(' '))}</p>`,
      );
  }
  return out.join('\n');
}

function listHtml(lines: readonly string[]): string {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^(?:\*|-|\d+\.) (.*)$/.exec(line)?.[1];
    if (item === undefined) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else items.push(item);
  }
  const tag = /^\d/.test(lines[0] ?? '') ? 'ol' : 'ul';
  return `<${tag}>\n${items.map((item) => `<li>${inlineHtml(item)}</li>`).join('\n')}\n</${tag}>`;
}

function tableHtml(lines: readonly string[]): string {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inlineHtml(cell.trim()));
  const [head = '', , ...rows] = lines;
  const row = (line: string, tag: string) =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${cell}</${tag}>`)
      .join('')}</tr>`;
  return `<div class="wide" tabindex="0"><table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows.map((one) => row(one, 'td')).join('\n')}\n</tbody>\n</table></div>`;
}
