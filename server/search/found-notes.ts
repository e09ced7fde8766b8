// The one function by which note texts are searched. Under row-level security PostgreSQL would read every text, because
// matching is not leakproof; so the function has the rights of the database's owner, and the policy in it: the very
// condition that access/policy.ts puts on reading note_texts. What of these notes may be listed is decided by
// the statement around it, as for every list of notes.
import type { Decision } from '../privacy/decisions.ts';

/** `mayRead` is the condition of the policy on reading note_texts, in SQL over its columns. */
export const foundNotes = (mayRead: string): Decision => ({
  name: 'found_notes',
  takes: 'asked tsquery, gemeente text',
  answers: 'table (note_id uuid, rank real)',
  body: `select note_texts.note_id, ts_rank(note_texts.words, asked) from note_texts
    where note_texts.words @@ (asked && lower(gemeente)::tsquery) and numnode(asked) > 0 and (${mayRead})`,
});
