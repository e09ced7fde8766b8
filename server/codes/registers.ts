// Code lists of the algorithm register (national publicatiestandaard, domain chapter 17).
import { codeList } from './code-list.ts';

export const algorithmStatuses = codeList({
  IN_USE: ['In gebruik', 'In use'],
  IN_DEVELOPMENT: ['In ontwikkeling', 'In development'],
  OUT_OF_USE: ['Buiten gebruik', 'Out of use'],
});
export type AlgorithmStatus = keyof typeof algorithmStatuses;

export const publicationCategories = codeList({
  HIGH_RISK: ['Hoog-risico AI-systemen', 'High-risk AI systems'],
  IMPACTFUL: ['Impactvolle algoritmes', 'Impactful algorithms'],
  OTHER: ['Overige algoritmes', 'Other algorithms'],
});
export type PublicationCategory = keyof typeof publicationCategories;
