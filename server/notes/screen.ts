// Screening as the form asks for it while somebody types: findings with their explanation, and the masked text.
import { badInput } from '../errors.ts';
import {
  type Finding,
  findingExplanations,
  screenText as findPersonalData,
  maskText,
} from '../privacy/screening.ts';

export interface ScreenedFinding extends Finding {
  readonly explanations: { readonly nl: string; readonly en: string };
}

export interface ScreenedText {
  readonly findings: readonly ScreenedFinding[];
  readonly isBlocked: boolean;
  readonly maskedText: string;
}

const largestText = 2000;

/** What screening finds in a text of at most 2,000 characters; keeps and logs nothing. */
export function loadScreening(text: string): ScreenedText {
  if (text.length > largestText) {
    const message = `text has ${text.length} characters; at most ${largestText} are screened at once.`;
    throw badInput([{ field: 'text', message }]);
  }
  const findings = findPersonalData(text);
  return {
    findings: findings.map((f) => ({ ...f, explanations: findingExplanations[f.type] })),
    isBlocked: findings.some((finding) => finding.hard),
    maskedText: maskText(text, findings),
  };
}
