// Every code list by name, for the table `codes` and for documentation.
import type { CodeList } from './code-list.ts';
import * as figures from './figures.ts';
import * as groups from './groups.ts';
import * as merge from './merge.ts';
import * as notes from './notes.ts';
import { partsOfYear } from './parts-of-year.ts';
import {
  accessScopes,
  credentials,
  membershipSources,
  professions,
  regimes,
  roles,
} from './people.ts';
import * as reactions from './reactions.ts';
import * as registers from './registers.ts';
import * as retention from './retention.ts';
import { themes } from './themes.ts';
import { thresholdKinds } from './thresholds.ts';

export const codeLists: Readonly<Record<string, CodeList<string>>> = {
  ...figures,
  ...groups,
  ...merge,
  ...notes,
  ...reactions,
  accessScopes,
  credentials,
  membershipSources,
  partsOfYear,
  ...registers,
  ...retention,
  professions,
  regimes,
  roles,
  themes,
  thresholdKinds,
};

/** One row per code of every list, in list order. */
export function allCodeLists() {
  return Object.entries(codeLists).flatMap(([list, labels]) =>
    Object.entries(labels).map(([code, label], sortOrder) => ({
      list,
      code,
      sortOrder,
      labelNl: label.nl,
      labelEn: label.en,
    })),
  );
}
