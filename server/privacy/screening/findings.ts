// What the rules of screening share: the types of hit, and what one rule hands back.

export const findingTypes = [
  'PERSON',
  'PHONE',
  'EMAIL',
  'BSN',
  'IBAN',
  'ADDRESS',
  'POSTCODE',
  'DATE_OF_BIRTH',
  'PLATE',
  'CASE_NUMBER',
  'RARE_PERSON',
] as const;

export type FindingType = (typeof findingTypes)[number];

/** One hit in a text. Offsets are UTF-16 code units of the text as it was typed, `end` excluded. */
export interface Finding {
  type: FindingType;
  start: number;
  end: number;
  /** A hard hit blocks submitting until it is masked; a soft hit warns. */
  hard: boolean;
  /** The Dutch masking text, such as "[naam]". */
  suggestion: string;
}

/** A hit of one rule, in offsets of the plain text. */
export interface Hit {
  type: FindingType;
  start: number;
  end: number;
  hard: boolean;
}
