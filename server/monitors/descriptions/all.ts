// Every source that Wijkbeeld can import by description, and which one a table belongs to.
import { kwb } from './cbs-kwb.ts';
import type { SourceDescription, TableDescription } from './description.ts';
import { longTermCare } from './long-term-care.ts';
import { health } from './rivm-health.ts';
import { socialDomain } from './social-domain.ts';
import { surroundings } from './surroundings.ts';

export const sourceDescriptions: readonly SourceDescription[] = [
  kwb,
  health,
  ...socialDomain,
  ...surroundings,
  longTermCare,
];

/** The description that names the table, else the one whose titles fit. */
export function describeTable(
  tableId: string,
  title: string,
): { description: SourceDescription; table: TableDescription | undefined } | undefined {
  for (const description of sourceDescriptions) {
    const table = description.tables.find(({ id }) => id === tableId);
    if (table) return { description, table };
  }
  const description = sourceDescriptions.find(({ titles }) => titles?.test(title));
  return description && { description, table: undefined };
}
