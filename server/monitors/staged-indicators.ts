// What an edition does to the definitions of its indicators.
import type { Db } from '../db/client.ts';
import { addIndicators, differingFields, type Indicator, loadIndicators } from '../indicators.ts';
import type { EditionReport } from './staging.ts';
import type { ParsedEdition } from './table.ts';

/** New indicators are added now; a changed definition waits for publishing. */
export async function stageIndicators(
  tx: Db,
  { indicators }: ParsedEdition,
): Promise<EditionReport['changedIndicators']> {
  const definitions = indicators as readonly Indicator[];
  const known = await loadIndicators(
    tx,
    definitions.map((definition) => definition.key),
  );
  await addIndicators(
    tx,
    definitions.filter((definition) => !known.has(definition.key)),
  );
  return definitions.flatMap((given) => {
    const before = known.get(given.key);
    if (!before) return [];
    const definition = given.definition === '' ? fillIn(given, before) : given;
    const fields = differingFields(before, definition);
    return fields.length > 0 ? [{ key: definition.key, fields, definition }] : [];
  });
}

/** Equal numbers in another unit are not the same content, though their hash is the same. */
export const unitsElsewhere = (changed: EditionReport['changedIndicators']) =>
  changed
    .filter(({ fields }) => fields.includes('unit') || fields.includes('measureKind'))
    .map(
      ({ key, definition }) =>
        `${key} is in "${definition.unit}" here, which is not the unit it is known in: the known one stays.`,
    );

/** A file that explains nothing (portal csv) takes nothing away from what a better one said. */
const fillIn = (given: Indicator, before: Indicator): Indicator => ({
  ...given,
  definition: before.definition,
  decimals: before.decimals,
  sortOrder: before.sortOrder,
});
