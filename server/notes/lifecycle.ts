// The life of a field note as a table: which action leads from which status to which, and who may take it
// (chapter 12). Pure; the functions that write ask here first.
import type { NoteStatus } from '../codes/notes.ts';
import { conflict, type DomainError } from '../errors.ts';

export const noteActions = [
  'SUBMIT',
  'DISCARD',
  'REVISE',
  'WITHDRAW',
  'START_REVIEW',
  'PUBLISH',
  'RETURN',
  'REJECT',
  'EXPIRE',
] as const;
export type NoteAction = (typeof noteActions)[number];

/** In which part somebody acts: the author, a reviewer of the gemeente who is not the author, the program. */
export const noteParties = ['AUTHOR', 'REVIEWER', 'SYSTEM'] as const;
export type NoteParty = (typeof noteParties)[number];

/** GONE: a draft leaves no trace but its audit lines. */
export type NextStatus = NoteStatus | 'GONE';

interface Step {
  readonly from: NoteStatus;
  readonly action: NoteAction;
  readonly to: NextStatus;
  readonly by: readonly NoteParty[];
}

const steps: readonly Step[] = [
  { from: 'DRAFT', action: 'REVISE', to: 'DRAFT', by: ['AUTHOR'] },
  { from: 'DRAFT', action: 'SUBMIT', to: 'SUBMITTED', by: ['AUTHOR'] },
  { from: 'DRAFT', action: 'DISCARD', to: 'GONE', by: ['AUTHOR'] },
  { from: 'SUBMITTED', action: 'REVISE', to: 'SUBMITTED', by: ['AUTHOR'] },
  { from: 'SUBMITTED', action: 'WITHDRAW', to: 'WITHDRAWN', by: ['AUTHOR'] },
  { from: 'SUBMITTED', action: 'START_REVIEW', to: 'IN_REVIEW', by: ['REVIEWER'] },
  { from: 'IN_REVIEW', action: 'PUBLISH', to: 'PUBLISHED', by: ['REVIEWER'] },
  { from: 'IN_REVIEW', action: 'RETURN', to: 'RETURNED', by: ['REVIEWER'] },
  { from: 'IN_REVIEW', action: 'REJECT', to: 'REJECTED', by: ['REVIEWER'] },
  { from: 'RETURNED', action: 'REVISE', to: 'SUBMITTED', by: ['AUTHOR'] },
  { from: 'RETURNED', action: 'SUBMIT', to: 'SUBMITTED', by: ['AUTHOR'] },
  { from: 'RETURNED', action: 'WITHDRAW', to: 'WITHDRAWN', by: ['AUTHOR'] },
  // A correction of what is published must be judged again; until then the old words are not shown.
  { from: 'PUBLISHED', action: 'REVISE', to: 'SUBMITTED', by: ['AUTHOR'] },
  { from: 'PUBLISHED', action: 'WITHDRAW', to: 'WITHDRAWN', by: ['AUTHOR', 'REVIEWER'] },
  { from: 'PUBLISHED', action: 'EXPIRE', to: 'EXPIRED', by: ['SYSTEM'] },
];

/** Where the action leads, or undefined when this party may not take it in this status. */
export function findNextStatus(
  status: NoteStatus,
  action: NoteAction,
  party: NoteParty,
): NextStatus | undefined {
  return steps.find(
    (step) => step.from === status && step.action === action && step.by.includes(party),
  )?.to;
}

const instead: Partial<Record<NoteStatus, string>> = {
  DRAFT: 'A draft is changed, submitted or discarded (discardDraft).',
  IN_REVIEW: 'Wait for the reviewer.',
  REJECTED: 'This is final: log a new note.',
  EXPIRED: 'This is final: log a new note.',
  WITHDRAWN: 'This is final: log a new note.',
};

/** The refusal of an action that the status does not allow; names the status and what is possible. */
export function wrongStatus(id: string, status: NoteStatus, action: NoteAction): DomainError {
  const advice = instead[status] ?? '';
  return conflict(
    `Field note ${id} is ${status}: ${action.replace('_', ' ').toLowerCase()} is not possible. ${advice}`.trim(),
    { id, status },
  );
}

/** A published note counts until its validUntil; the status in the table follows later (expireNotes). */
export function statusOn(
  note: { readonly status: NoteStatus; readonly validUntil: Date },
  now: Date,
): NoteStatus {
  return note.status === 'PUBLISHED' && note.validUntil <= now ? 'EXPIRED' : note.status;
}
