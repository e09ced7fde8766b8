// Code lists of reactions to published statements (S15).
import { codeList } from './code-list.ts';

export const statementKinds = codeList({
  FOLLOW_UP: ['Opvolging', 'Follow-up: what is done with a signal'],
  INTERPRETATION: ['Duiding', 'Joint explanation of a figure or an outcome'],
  SIGNAL: ['Signaal', 'Signal of a wijk on a theme'],
});
export type StatementKind = keyof typeof statementKinds;

/** Coarse on purpose: a profession could tell who wrote. */
export const reactionVoices = codeList({
  RESIDENT: ['Bewoner', 'Resident'],
  PROFESSIONAL: ['Professional', 'Professional'],
});
export type ReactionVoice = keyof typeof reactionVoices;

export const reactionStatuses = codeList({
  SUBMITTED: ['Ingediend', 'Submitted'],
  PUBLISHED: ['Gepubliceerd', 'Published'],
  REJECTED: ['Afgewezen', 'Rejected'],
  WITHDRAWN: ['Ingetrokken', 'Withdrawn'],
});
export type ReactionStatus = keyof typeof reactionStatuses;

export const reactionDecisions = codeList({
  PUBLISH: ['Publiceren', 'Publish'],
  REJECT: ['Afwijzen', 'Reject'],
});
export type ReactionDecision = keyof typeof reactionDecisions;
