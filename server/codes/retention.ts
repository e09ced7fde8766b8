// What is kept for how long (domain chapter 18), each kind with what happens when its term runs out.
import { codeList } from './code-list.ts';

export const retentionKinds = codeList({
  DRAFTS: ['Concepten', 'Drafts, from their last change'],
  KEPT_CONFLICTS: ['Bewaarde versies', 'Texts of versions that lost a conflict'],
  NOTE_TEXTS: [
    'Teksten van notities',
    'Texts of notes, from publication or, unpublished, from arrival',
  ],
  REACTION_TEXTS: ['Teksten van reacties', 'Texts of reactions, from review or arrival'],
  AUTHORSHIP: ['Wie wat schreef', 'Who wrote what, from the erasure of the text'],
  AUDIT: ['Auditlog', 'Audit lines'],
  LOGBOOK: ['Logboek dataverwerkingen', 'Lines of the data processing log'],
  QUARANTINE: ['Quarantaine', 'Rows that were set aside, from that day; resolved ones at once'],
  IMPORT_ORIGINALS: ['Importbestanden', 'Files as they were received'],
  WEBHOOK_MESSAGES: ['Webhookberichten', 'Messages to other systems, delivered or not'],
  ACCOUNT: ['Account', 'What links an account to a person, when the person leaves'],
});
export type RetentionKind = keyof typeof retentionKinds;
