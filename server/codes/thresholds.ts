// What small numbers are held against before anything is shown of them (S3), each with what it protects.
import { codeList } from './code-list.ts';

export const thresholdKinds = codeList({
  NOTES: [
    'Notities over een thema in een wijk, van één organisatie hoogstens drie',
    'Field notes on a theme in a wijk, of one organisation three at most',
  ],
  ORGANISATIONS: [
    'Organisaties achter een signaal of achter een beroep dat genoemd wordt',
    'Organisations behind a signal, or behind a profession that is named',
  ],
  INHABITANTS: ['Inwoners van de wijk', 'Inhabitants of the wijk'],
  GROUP_NOTES: [
    'Notities die een groep mensen noemen, van één organisatie hoogstens drie',
    'Field notes that name a group of people, of one organisation three at most',
  ],
});
export type ThresholdKind = keyof typeof thresholdKinds;
