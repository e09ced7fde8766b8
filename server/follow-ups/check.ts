// What every change to the handling of a signal is held against: who may, where, and words without personal data.
// Hard findings of screening refuse a text; nothing of it is kept.
import type { Actor } from '../access/actor.ts';
import type { PlaceLevel } from '../codes/figures.ts';
import type { Role } from '../codes/people.ts';
import type { ReadDb } from '../db/client.ts';
import { conflict, DomainError, type ErrorCode, type FieldProblem, forbidden } from '../errors.ts';
import { addMonths, dayOf } from '../notes/calendar.ts';
import { findingProblems, hasWords, refusalOf, type TextFinding } from '../notes/check.ts';
import { loadFacts } from '../notes/facts.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { type FindingType, screenText } from '../privacy/screening.ts';

/** One thing that is wrong with an input. */
export interface Wrong extends FieldProblem {
  readonly findings?: readonly TextFinding[];
  /** Code of the refusal when nothing else is wrong; default BAD_USER_INPUT. */
  readonly code?: ErrorCode;
}

/** Throws one refusal for all that is wrong; does nothing when nothing is. */
export function refuseWrong(wrong: readonly Wrong[]) {
  const findings = wrong.flatMap((one) => one.findings ?? []);
  const refusal = refusalOf(wrong, findings, wrong.length === 1 ? wrong[0]?.code : undefined);
  if (refusal) throw refusal;
}

/** Refuses every other role; the scopes of the API say so first. */
export function refuseOtherRoles(actor: Actor, roles: readonly Role[]) {
  if (!roles.includes(actor.role)) throw forbidden(`The role ${actor.role} may not do this.`);
}

/** Refuses a place outside the actor's own gemeente. */
export function refuseOtherPlace(actor: Actor, placeCode: string) {
  const gemeenteCode = gemeenteOf(placeCode);
  if (gemeenteCode === actor.gemeenteCode) return;
  const message = `You work for ${actor.gemeenteCode}; ${placeCode} lies in ${gemeenteCode}.`;
  throw new DomainError('FORBIDDEN', message, [{ field: 'input.placeCode', message }]);
}

/** Emptiness, length, control characters and hard findings of a text as it was sent. */
export function wrongText(field: string, text: string, limit: number): Wrong[] {
  const wrong: Wrong[] = [];
  const length = [...text.trim()].length;
  if (!hasWords(text)) wrong.push({ field, message: `${field} is empty: write it in a sentence.` });
  if (length > limit) {
    wrong.push({ field, message: `${field} has ${length} characters; at most ${limit} fit.` });
  }
  if (/[^\P{Cc}\n\r\t]/u.test(text)) {
    const message = `${field} holds control characters: type it again as plain text.`;
    wrong.push({ field, message });
  }
  const findings = findingsIn(field, text, (finding) => finding.hard);
  return [...wrong, ...findingProblems(findings).map((problem) => ({ ...problem, findings }))];
}

const longestOwner = 100;
const telling: readonly FindingType[] = ['PERSON', 'EMAIL', 'PHONE'];

/** An owner is a function or a team: soft hits of a name refuse as well. */
export function wrongOwner(field: string, text: string): Wrong[] {
  const findings = findingsIn(field, text, (finding) => telling.includes(finding.type));
  if (findings.length === 0) return wrongText(field, text, longestOwner);
  const types = [...new Set(findings.map((finding) => finding.type))].join(', ');
  const message = `${field} looks like a person (${types}). Name a function or a team, such as "wijkteam Noord".`;
  return [{ field, message, findings }];
}

const building: readonly FindingType[] = ['ADDRESS', 'POSTCODE'];

/** Where a building is that everyone may enter: an address may stand there, nothing else that screening finds. */
export function wrongBuilding(field: string, text: string, limit: number): Wrong[] {
  const findings = findingsIn(field, text, ({ hard, type }) => hard && !building.includes(type));
  if (findings.length > 0)
    return findingProblems(findings).map((problem) => ({ ...problem, findings }));
  return wrongText(field, text, limit).filter((wrong) => !('findings' in wrong));
}

function findingsIn(
  field: string,
  text: string,
  counts: (finding: ReturnType<typeof screenText>[number]) => boolean,
): TextFinding[] {
  const found = screenText(text).filter(counts);
  return found.map(({ type, start, end }) => ({ field, type, start, end }));
}

/** A day by which something is due lies within the coming five years. */
export function wrongDueDay(field: string, day: string | null, now: Date): Wrong[] {
  if (day === null) return [];
  const today = dayOf(now);
  if (day < today) return [{ field, message: `${field} ${day} has passed; today is ${today}.` }];
  if (day <= dayOf(addMonths(now, 60))) return [];
  return [{ field, message: `${field} ${day} is more than five years away.` }];
}

/** A day on which something happened is not to come. */
export function wrongPastDay(field: string, day: string, now: Date): Wrong[] {
  const today = dayOf(now);
  if (day <= today) return [];
  return [{ field, message: `${field} ${day} lies in the future; today is ${today}.` }];
}

/** The place is of one of the levels and exists in the newest division. */
export async function wrongPlace(
  db: ReadDb,
  placeCode: string,
  levels: readonly PlaceLevel[],
  now: Date,
): Promise<Wrong[]> {
  const field = 'placeCode';
  const level = checkPlaceCode(placeCode);
  if (level === undefined || !levels.includes(level)) {
    const wanted = levels.map((one) => one.toLowerCase()).join(' or ');
    return [{ field, message: `${placeCode} is not a ${wanted}.` }];
  }
  const { placeRefusal } = await loadFacts(db, { placeCode }, now);
  return placeRefusal ? [{ field, ...placeRefusal }] : [];
}

/** Division year by which a place is meant today. */
export async function currentYear(db: ReadDb, placeCode: string, now: Date): Promise<number> {
  return (await loadFacts(db, { placeCode }, now)).editionYear;
}

/** The id belongs to something else, about which nothing is said. */
export const takenId = (id: string) =>
  conflict(`The id ${id} is taken: make a new one on the device and send again.`, { id });
