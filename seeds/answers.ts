// Writes the known documents and the reactions of the invented town. What they are, is told in stories/answers.ts.
import { personIdOf } from '../server/access/demo.ts';
import type { Db } from '../server/db/client.ts';
import { authors, knownDocuments, reactions } from '../server/db/tables.ts';
import { day, dayFrom, pseudonymFor, uuidOf } from './dice.ts';
import { reviewerTokens } from './organisations.ts';
import { codeIn, currentDivision, waterrijk } from './places.ts';
import { answers, documents } from './stories/answers.ts';
import { actions } from './stories/handling.ts';

/** Writes documents and reactions, counted back from the anchor. */
export async function recordAnswers(tx: Db, anchor: Date): Promise<void> {
  const before = (days: number) => new Date(anchor.getTime() - days * day);
  const here = { gemeenteCode: waterrijk, editionYear: currentDivision };
  await tx.insert(knownDocuments).values(
    documents.map(({ wijk, daysAgo, ...document }) => ({
      ...document,
      ...here,
      id: uuidOf(`document ${document.address}`),
      placeCode: wijk === 'gemeente' ? waterrijk : codeIn(wijk),
      publishedOn: dayFrom(anchor, -daysAgo),
      recordedAt: before(daysAgo - 3),
    })),
  );
  const reviewerId = personIdOf('demo', reviewerTokens[waterrijk] ?? '');
  await tx.insert(reactions).values(
    answers.map((answer) => ({
      ...here,
      id: idOf(answer),
      statementKind: answer.to,
      statementId: statementOf(answer),
      placeCode: codeIn(answer.wijk),
      theme: answer.theme,
      voice: answer.by.includes('RESIDENT') ? ('RESIDENT' as const) : ('PROFESSIONAL' as const),
      isCircleOnly: false,
      body: answer.words,
      status: answer.status,
      reason: answer.reason ?? null,
      receivedAt: before(answer.daysAgo),
      ...(answer.status === 'PUBLISHED' || answer.status === 'REJECTED'
        ? { reviewerId, reviewedAt: before(answer.daysAgo - 1) }
        : {}),
    })),
  );
  await tx.insert(authors).values(
    answers.map((answer) => ({
      gemeenteCode: waterrijk,
      contributionId: idOf(answer),
      personId: personIdOf('demo', answer.by),
      pseudonym: pseudonymFor(idOf(answer)),
    })),
  );
}

type Answer = (typeof answers)[number];

const idOf = ({ wijk, theme, to, daysAgo }: Answer) =>
  uuidOf(`reaction ${wijk} ${theme} ${to} ${daysAgo}`);

/** The id that follow-ups.ts gives the first follow-up, or the interpretation, of the signal. */
function statementOf({ wijk, theme, to }: Answer): string | null {
  if (to === 'SIGNAL') return null;
  if (to === 'INTERPRETATION') return uuidOf(`interpretation ${wijk} ${theme}`);
  const first = actions.find((one) => one.wijk === wijk && one.theme === theme);
  if (!first) throw new Error(`No follow-up in ${wijk} on ${theme}.`);
  return uuidOf(`follow-up ${wijk} ${theme} ${first.action}`);
}

/** Texts of the reactions and documents, for the test that no personal data stands in the seeds. */
export const answerTexts = (): string[] => [
  ...answers.flatMap(({ words }) => words ?? []),
  ...documents.map(({ title }) => title),
];
