// Decisions on small numbers that a list needs inside its own statement. They count every published note, which the
// reader of the list may not; so they are functions with the rights of the database's owner, and what
// they answer is what may be shown, never a count.
import { thresholds } from './disclosure.ts';

export interface Decision {
  readonly name: string;
  /** Arguments with their types, as PostgreSQL writes them. */
  readonly takes: string;
  readonly answers: string;
  readonly body: string;
}

const counts = `n.status = 'PUBLISHED' and n.valid_until > at`;

export const decisions: readonly Decision[] = [
  {
    // S3: wijk x theme cells that may be shown outside the reviewing role; null for any place or theme.
    name: 'displayable_cells',
    takes: 'at timestamptz, gemeente text, place text, about text',
    answers: 'table (gemeente_code text, place_code text, theme text)',
    body: `select n.gemeente_code, n.place_code, n.theme from field_notes n
      left join note_confirmations c on c.gemeente_code = n.gemeente_code and c.note_id = n.id
      cross join lateral (values (n.organisation_key), (c.organisation_key)) as voice(organisation)
      where ${counts} and (gemeente is null or n.gemeente_code = gemeente)
        and (place is null or n.place_code = place) and (about is null or n.theme = about)
      group by n.gemeente_code, n.place_code, n.theme
      having count(distinct n.id) >= ${thresholds.notes}
        and count(distinct voice.organisation) >= ${thresholds.organisations}`,
  },
  {
    // Professions of two or more organisations in the gemeente, and groups of enough notes in their cell.
    name: 'common_keys',
    takes: 'at timestamptz, gemeenten text[], place_codes text[]',
    answers: 'setof text',
    body: `select n.gemeente_code || ' ' || n.profession from field_notes n
      where ${counts} and n.gemeente_code = any(gemeenten)
      group by n.gemeente_code, n.profession
      having count(distinct n.organisation_key) >= ${thresholds.organisations}
      union all
      select n.gemeente_code || ' ' || n.place_code || ' ' || n.theme || ' ' || g.code
      from field_notes n cross join lateral unnest(n.population_groups) as g(code)
      where ${counts} and n.gemeente_code = any(gemeenten) and n.place_code = any(place_codes)
      group by n.gemeente_code, n.place_code, n.theme, g.code
      having count(*) >= ${thresholds.groupNotes}`,
  },
];
