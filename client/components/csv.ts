// Rows as a file that spreadsheets open: semicolons, as Dutch ones expect, and a mark that says UTF-8. Pure.

/** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
const cell = (text: string) => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** The rows as text; the first row is the heading. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
