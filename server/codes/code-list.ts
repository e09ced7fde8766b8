// What a code list is: stable upper-case codes in a stated order, each with a label in Dutch (B1) and
// English. The lists themselves stand beside this file; the table `codes` is filled from them.

export interface Label {
  readonly nl: string;
  readonly en: string;
}

export type CodeList<Code extends string> = Readonly<Record<Code, Label>>;

/** Pairs of [Dutch, English] become labels; the order written is the order shown. */
export function codeList<Code extends string>(
  pairs: Readonly<Record<Code, readonly [nl: string, en: string]>>,
): CodeList<Code> {
  const entries = Object.entries(pairs) as [Code, readonly [string, string]][];
  return Object.fromEntries(
    entries.map(([code, [nl, en]]) => [code, { nl, en }]),
  ) as CodeList<Code>;
}

/** The codes of a list in their order, in the non-empty shape that zod and drizzle ask for. */
export function codesOf<Code extends string>(list: CodeList<Code>): [Code, ...Code[]] {
  return Object.keys(list) as [Code, ...Code[]];
}

/** True when the text is a code of this list; narrows the type. */
export function isCode<Code extends string>(list: CodeList<Code>, text: string): text is Code {
  return Object.hasOwn(list, text);
}
