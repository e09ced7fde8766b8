// Names that people use for gemeenten beside the official one. Data: add lines, no code.

export const aliases: readonly (readonly [alias: string, code: string])[] = [
  ['Den Haag', 'GM0518'],
  ['Den Bosch', 'GM0796'],
];
