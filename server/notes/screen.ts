// Screening as the form asks for it while somebody types, and as author and reviewer see it beside a note:
// findings with their explanation, and the masked text.
import { badInput } from '../errors.ts';
import {
  type Finding,
  findingExplanations,
  screenText as findPersonalData,
  maskText,
} from '../privacy/screening.ts';
import type { ShownNote } from './show.ts';

export interface ScreenedFinding extends Finding {
  readonly explanations: { readonly nl: string; readonly en: string };
}

export interface ScreenedText {
  readonly findings: readonly ScreenedFinding[];
  readonly isBlocked: boolean;
  readonly maskedText: string;
}

/** The texts of a note that are screened. */
export const noteTextNames = {
  OBSERVATION: 'observationText: what was seen.',
  INTERPRETATION: 'interpretationText: what it means.',
} as const;

/** A finding in one of the texts of a note. */
export interface NoteFinding {
  readonly text: keyof typeof noteTextNames;
  readonly finding: ScreenedFinding;
}

/** What screening finds now in the words of a note, for its author and reviewers; nothing for anyone else. */
export function screenNote(
  note: Pick<ShownNote, 'isInside' | 'observationText' | 'interpretationText'>,
): NoteFinding[] {
  if (!note.isInside) return [];
  const found = (text: NoteFinding['text'], words: string | null) =>
    explained(findPersonalData(words ?? '')).map((finding) => ({ text, finding }));
  return [
    ...found('OBSERVATION', note.observationText),
    ...found('INTERPRETATION', note.interpretationText),
  ];
}

const explained = (findings: readonly Finding[]): ScreenedFinding[] =>
  findings.map((finding) => ({ ...finding, explanations: findingExplanations[finding.type] }));

const largestText = 2000;

/** What screening finds in a text of at most 2,000 characters; keeps and logs nothing. */
export function loadScreening(text: string): ScreenedText {
  if (text.length > largestText) {
    const message = `text has ${text.length} characters; at most ${largestText} are screened at once.`;
    throw badInput([{ field: 'text', message }]);
  }
  const findings = findPersonalData(text);
  return {
    findings: explained(findings),
    isBlocked: findings.some((finding) => finding.hard),
    maskedText: maskText(text, findings),
  };
}
