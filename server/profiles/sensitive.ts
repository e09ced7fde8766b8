// Figures on origin and the like (S7): off by default, never on a profile, map, list, position or comparison. Read here
// only, one wijk at a time, by those who analyse, advise or review for its gemeente, for a purpose that is kept.
import type { Actor } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import type { Role } from '../codes/people.ts';
import type { Db } from '../db/client.ts';
import { badInput, forbidden, notFound } from '../errors.ts';
import { type Indicator, loadEditions } from '../figures/catalogue.ts';
import type { Figure } from '../figures/figure.ts';
import { figuresOfPlace } from '../figures/indicator-figures.ts';
import { loadFigureRows } from '../figures/rows.ts';
import { gemeenteOf } from '../places/codes.ts';
import { screenText } from '../privacy/screening.ts';
import { isThisWijk, loadChainOfWijk } from './chains.ts';

export const sensitiveRoles: readonly Role[] = ['ANALYST', 'POLICY', 'REVIEWER'];

export interface SensitiveFigure {
  readonly indicator: Indicator;
  /** Part of the population; empty for the whole. */
  readonly segment: string;
  /** All periods, oldest first. */
  readonly series: readonly Figure[];
}

export interface SensitiveRequest {
  readonly code: string;
  /** What the figures are needed for, in a sentence without personal data. */
  readonly purpose: string;
}

/** The sensitive figures of a wijk; every reading leaves a line with its purpose, also one that finds nothing. */
export async function loadSensitiveFigures(
  db: Db,
  actor: Actor,
  { code, purpose }: SensitiveRequest,
  now: Date,
): Promise<SensitiveFigure[]> {
  const gemeenteCode = gemeenteOf(code);
  if (gemeenteCode !== actor.gemeenteCode) {
    throw forbidden(`You work for ${actor.gemeenteCode}; ${code} lies in ${gemeenteCode}.`);
  }
  const words = checkPurpose(purpose);
  const chain = await loadChainOfWijk(db, code, null);
  if (!chain) throw notFound('wijk', code);
  const codes = [...new Set(chain.spans.map((span) => span.code))];
  const tenants = [...new Set(chain.spans.map((span) => span.gemeenteCode))];
  const rows = await loadFigureRows(db, tenants, codes, now);
  const ids = [...new Set(rows.map((row) => row.editionId))];
  const editions = await loadEditions(db, chain.place.catalogueVersion, ids);
  const figures = figuresOfPlace({
    ...{ rows, editions, gemeenteCode, benchmarks: [], isSensitive: true },
    year: chain.place.lastYear,
    borderBreaks: chain.place.borderBreaks,
    isWanted: () => true,
    isThisPlace: (one, divisionYear) => isThisWijk(chain, one, divisionYear),
  }).map(({ indicator, segment, series }) => ({ indicator, segment, series }));
  await db.transaction((tx) =>
    appendAudit(
      tx,
      {
        ...{ gemeenteCode, event: 'SENSITIVE_READ', role: actor.role, actor },
        ...{ objectType: 'wijk', objectId: code },
        details: { purpose: words, indicators: figures.map((one) => one.indicator.key) },
      },
      now,
    ),
  );
  return figures;
}

const [shortest, longest] = [10, 200];

function checkPurpose(purpose: string): string {
  const words = purpose.trim();
  const refuse = (message: string) => badInput([{ field: 'purpose', message }]);
  if (words.length < shortest || words.length > longest) {
    throw refuse(`purpose says in ${shortest} to ${longest} characters what the figures are for.`);
  }
  const [found] = screenText(words);
  if (found)
    throw refuse(`purpose holds personal data (${found.type}): it is kept, leave that out.`);
  return words;
}
