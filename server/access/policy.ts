// Who may do what with which rows, as one table (S9, chapters 15 and 16). The database enforces it by row-level
// security (db/row-level-security.ts), so that a resolver that forgets a filter reads nothing more than this.
// Finer decisions (small numbers, months instead of days) stand in privacy/ and notes/show.ts.
import { waitingFrom } from '../audit/chain.ts';
import type { Role } from '../codes/people.ts';

export type Act = 'read' | 'add' | 'change' | 'remove';

/**
 * The way by which a statement reaches the rows. OWN: as the one who asks. MERGE: profiles, overviews and decisions
 * on small numbers, which read every published note and pass disclosure control. SYSTEM: sign-in, upkeep, imports.
 */
export type Door = 'OWN' | 'MERGE' | 'SYSTEM';

export interface Rule {
  readonly may: readonly Act[];
  /** EVERYONE, the AUTHOR of the contribution, roles of the row's gemeente, or a door. */
  readonly who: 'EVERYONE' | 'AUTHOR' | 'MEMBER' | Door | readonly Role[];
  /** Which rows, in SQL over the row's columns; absent: all of the gemeente. */
  readonly rows?: string;
  /** For a change: what the row must be afterwards; absent: the same. */
  readonly after?: string;
}

export interface TableRules {
  /** SQL for the id under which `authors` knows the contribution; absent where nothing is written by an author. */
  readonly contribution?: string;
  readonly rules: readonly Rule[];
}

/** Roles that make up the closed circle of professionals of a gemeente. */
export const circleRoles: readonly Role[] = ['OBSERVER', 'REVIEWER', 'ANALYST', 'POLICY'];
/** Of these, the ones that may read texts of notes under medical or youth secrecy (chapter 16). */
export const secrecyCircleRoles: readonly Role[] = ['OBSERVER', 'REVIEWER'];
/** Who handles signals: the reviewing and the policy role of the gemeente. */
export const handlingRoles: readonly Role[] = ['REVIEWER', 'POLICY'];

const ownOrganisation = `organisation_key = ${acting('organisation')}`;
// What expired may still be read as of a day on which it was published; withdrawing erases.
const wasPublished = `n.status in ('PUBLISHED', 'EXPIRED')`;
const ofNote = (table: string, condition: string) =>
  `exists (select from field_notes n where n.gemeente_code = ${table}.gemeente_code and n.id = ${table}.note_id and ${condition})`;

/** The rules per table that holds what people wrote, did or are. A table that is neither here nor open is closed. */
export const policy: Readonly<Record<string, TableRules>> = {
  field_notes: {
    contribution: 'id',
    rules: [
      { may: ['read'], who: 'MERGE', rows: 'published_at is not null' },
      { may: ['read'], who: circleRoles, rows: `status = 'PUBLISHED'` },
      {
        may: ['read'],
        who: 'EVERYONE',
        rows: `status = 'PUBLISHED' and publication_level = 'PUBLIC'`,
      },
      {
        may: ['read', 'change'],
        who: ['REVIEWER'],
        rows: `status <> 'DRAFT'`,
        after: `status <> 'DRAFT' and not ${isAuthor('field_notes.id', 'field_notes')}`,
      },
      {
        may: ['read', 'change'],
        who: 'AUTHOR',
        after: `${ownOrganisation} and status not in ('PUBLISHED', 'REJECTED', 'EXPIRED')`,
      },
      {
        may: ['add'],
        who: 'AUTHOR',
        rows: `${ownOrganisation} and status in ('DRAFT', 'SUBMITTED')`,
      },
      { may: ['remove'], who: 'AUTHOR', rows: `status = 'DRAFT'` },
    ],
  },
  note_texts: {
    contribution: 'note_id',
    rules: [
      { may: ['read'], who: 'MERGE' },
      {
        may: ['read'],
        who: secrecyCircleRoles,
        rows: ofNote('note_texts', `${wasPublished} and n.publication_level <> 'SEALED'`),
      },
      {
        may: ['read'],
        who: circleRoles,
        rows: ofNote(
          'note_texts',
          `${wasPublished} and n.publication_level <> 'SEALED' and n.regime not in ('MEDICAL', 'YOUTH')`,
        ),
      },
      {
        may: ['read', 'remove'],
        who: ['REVIEWER'],
        rows: ofNote('note_texts', `n.status <> 'DRAFT'`),
      },
      { may: ['read', 'add', 'change', 'remove'], who: 'AUTHOR' },
    ],
  },
  note_revisions: {
    contribution: 'note_id',
    rules: [
      { may: ['read', 'add', 'change'], who: 'AUTHOR' },
      {
        may: ['read', 'change'],
        who: ['REVIEWER'],
        rows: ofNote('note_revisions', `n.status <> 'DRAFT'`),
      },
    ],
  },
  note_reviews: {
    contribution: 'note_id',
    rules: [
      { may: ['read'], who: 'AUTHOR' },
      { may: ['read', 'add'], who: ['REVIEWER'] },
    ],
  },
  note_confirmations: {
    contribution: 'id',
    rules: [
      { may: ['read'], who: 'MERGE' },
      { may: ['read'], who: ['REVIEWER'] },
      { may: ['read'], who: ['OBSERVER'], rows: ownOrganisation },
      { may: ['read'], who: 'AUTHOR' },
      {
        may: ['read'],
        who: 'OWN',
        rows: isAuthor('note_confirmations.note_id', 'note_confirmations'),
      },
      { may: ['add'], who: 'AUTHOR', rows: ownOrganisation },
    ],
  },
  authors: {
    rules: [{ may: ['read', 'add', 'remove'], who: 'OWN', rows: `person_id = ${actingPerson()}` }],
  },
  reactions: {
    contribution: 'id',
    rules: [
      { may: ['read'], who: 'MERGE', rows: `status = 'PUBLISHED'` },
      { may: ['read', 'change'], who: ['REVIEWER'] },
      { may: ['read', 'add', 'change'], who: 'AUTHOR' },
    ],
  },
  note_feedback: {
    contribution: 'contribution_id',
    rules: [
      { may: ['read'], who: 'MERGE' },
      { may: ['read'], who: 'AUTHOR' },
      { may: ['add'], who: handlingRoles },
    ],
  },
  signal_states: handling(),
  signal_state_changes: handling(),
  follow_ups: handling(),
  interpretations: handling(),
  known_documents: handling(),
  // Public by purpose: residents read whom they can call.
  contacts: {
    rules: [
      { may: ['read'], who: 'EVERYONE' },
      { may: ['read', 'add', 'change', 'remove'], who: ['ADMIN'] },
    ],
  },
  gemeente_looks: {
    rules: [
      { may: ['read'], who: 'EVERYONE' },
      { may: ['read', 'add', 'change', 'remove'], who: ['ADMIN'] },
    ],
  },
  // Which thresholds hold is part of openness. The history is written by a trigger.
  disclosure_thresholds: {
    rules: [
      { may: ['read'], who: 'EVERYONE' },
      { may: ['add', 'change'], who: ['ADMIN'] },
    ],
  },
  disclosure_threshold_changes: { rules: [{ may: ['read'], who: ['ADMIN', 'AUDITOR'] }] },
  snapshots: {
    rules: [
      { may: ['read'], who: 'EVERYONE' },
      { may: ['add'], who: 'MEMBER' },
    ],
  },
  audit_lines: {
    rules: [
      // What observers did waits until its day is over (audit.ts); until then nobody reads it.
      { may: ['read'], who: ['AUDITOR'], rows: `number < ${waitingFrom}` },
      { may: ['add'], who: 'MEMBER' },
    ],
  },
  audit_heads: { rules: [{ may: ['read', 'add', 'change'], who: 'MEMBER' }] },
  organisations: {
    rules: [
      { may: ['read'], who: 'MEMBER' },
      { may: ['add'], who: ['ADMIN'] },
    ],
  },
  people: {
    rules: [
      { may: ['read'], who: 'OWN', rows: `id = ${actingPerson()}` },
      // By issuer and subject: an administrator keeps the members of the own gemeente.
      {
        may: ['read'],
        who: 'OWN',
        rows: `${acting('role')} = 'ADMIN' and exists (select from memberships m where m.person_id = people.id
          and m.gemeente_code = ${acting('gemeente')})`,
      },
    ],
  },
  memberships: {
    rules: [
      { may: ['read'], who: 'OWN', rows: `person_id = ${actingPerson()}` },
      { may: ['read', 'add', 'change'], who: ['ADMIN'] },
    ],
  },
  sessions: { rules: [{ may: ['read'], who: 'OWN', rows: `person_id = ${actingPerson()}` }] },
  login_attempts: { rules: [] },
  api_keys: {
    rules: [
      { may: ['read'], who: ['ADMIN'] },
      {
        may: ['read'],
        who: 'OWN',
        rows: `membership_id is not null and person_id = ${actingPerson()}`,
      },
    ],
  },
  // Written by the door SYSTEM only: rights of the maker are judged there (webhooks/standing.ts).
  webhooks: {
    rules: [
      { may: ['read'], who: ['ADMIN'] },
      { may: ['read'], who: 'OWN', rows: `person_id = ${actingPerson()}` },
    ],
  },
  webhook_deliveries: { rules: [{ may: ['read'], who: ['ADMIN'] }] },
  quarantine: { rules: [] },
  running_imports: {
    // Of the whole server: which table is read, and how far.
    rules: [{ may: ['read'], who: 'EVERYONE', rows: `${acting('role')} = 'ADMIN'` }],
  },
  downloads: { rules: [] },
  download_pages: { rules: [] },
  rate_limits: { rules: [] },
  ground_versions: { rules: [{ may: ['read'], who: 'MERGE' }] },
  rounding_keys: { rules: [] },
  retention_rules: { rules: [{ may: ['read'], who: ['AUDITOR', 'ADMIN'] }] },
  retention_certificates: {
    rules: [{ may: ['read'], who: ['AUDITOR', 'ADMIN'] }],
  },
  erased_contributions: {
    rules: [{ may: ['read', 'add'], who: 'OWN', rows: `person_id = ${actingPerson()}` }],
  },
  logbook_lines: { rules: [{ may: ['add'], who: 'MEMBER' }] },
  register_settings: { rules: [{ may: ['read'], who: 'EVERYONE' }] },
};

/** Figures, places and code lists: everyone reads them, only imports write them. */
export const openTables: readonly string[] = [
  'places',
  'place_links',
  'place_conversions',
  'divisions',
  'place_aliases',
  'place_shapes',
  'place_neighbours',
  'codes',
  'sources',
  'indicators',
  'catalogue_versions',
  'source_files',
  'source_file_parts',
  'source_tables',
  'editions',
  'edition_divisions',
  'edition_spans',
  'edition_columns',
  'figure_rows',
  'benchmark_rows',
  'use_models',
  'figures',
];

/** Nobody has any right on these: one function of the database uses them (keyed_hash). */
export const closedTables: readonly string[] = ['gemeente_secrets'];

/** What is done with signals: written by those who handle them, read by the gemeente and by profiles. */
function handling(): TableRules {
  return {
    rules: [
      { may: ['read'], who: 'MERGE' },
      { may: ['read'], who: 'MEMBER' },
      { may: ['add', 'change'], who: handlingRoles },
    ],
  };
}

/** A setting of the statement's actor; '' when nobody is signed in. Read once per statement. */
export function acting(name: 'role' | 'gemeente' | 'organisation' | 'person' | 'door'): string {
  return `(select current_setting('wijkbeeld.${name}', true))`;
}

/** The person who asks; null when nobody is signed in. */
export function actingPerson(): string {
  return `(select nullif(current_setting('wijkbeeld.person', true), '')::uuid)`;
}

/**
 * Whether the one who asks made the contribution; `authors` shows everyone their own rows only. Where the row is known
 * to be of the acting gemeente, give that: then the index on persons finds their rows without reading the others.
 */
export function isAuthor(
  contribution: string,
  table: string,
  gemeente = `${table}.gemeente_code`,
): string {
  return `exists (select from authors a where a.gemeente_code = ${gemeente} and a.contribution_id = ${contribution} and a.person_id = ${actingPerson()})`;
}
