// Values of an enum that belongs to one screen, each with its description; code lists are in codes.ts.
export const values = <Code extends string>(
  codes: readonly Code[],
  descriptions: Record<Code, string>,
) =>
  Object.fromEntries(
    codes.map((code) => [code, { value: code, description: descriptions[code] }]),
  ) as { [C in Code]: { value: C; description: string } };
