// What small numbers are held against before anything is shown of them (S3).
import { codeList } from './code-list.ts';

export const thresholdKinds = codeList({
  NOTES: ['Notities over een thema in een wijk', 'Field notes on a theme in a wijk'],
  ORGANISATIONS: ['Organisaties die iets melden', 'Organisations that speak'],
  INHABITANTS: ['Inwoners van de wijk', 'Inhabitants of the wijk'],
  GROUP_NOTES: ['Notities over een groep mensen', 'Field notes about a group of people'],
});
export type ThresholdKind = keyof typeof thresholdKinds;
