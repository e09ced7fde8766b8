// The rules of a field note (chapters 10, 11.3 and 16): defaults, limits, regimes and the screening gate.
// Pure, and the same for a note from a phone and for a line of an import.
import type { PopulationGroup, VisibilityReason } from '../codes/groups.ts';
import type {
  EvidenceBasis,
  Frequency,
  NoteKind,
  NoteSourceType,
  NoteTrend,
  ScaleBand,
  ScaleUnit,
  Severity,
} from '../codes/notes.ts';
import type { Regime } from '../codes/people.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { DomainError, type ErrorCode, type FieldProblem } from '../errors.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { type FindingType, screenText } from '../privacy/screening.ts';
import { addMonths, dayOf } from './calendar.ts';

type Optional<Value> = Value | null | undefined;

/** A note as it is sent: the three answers and a sentence, the rest if the observer wants. */
export interface NoteInput {
  readonly placeCode: string;
  readonly editionYear?: Optional<number>;
  readonly theme: ThemeCode;
  readonly kind: NoteKind;
  readonly observationText: string;
  readonly interpretationText?: Optional<string>;
  readonly severity?: Optional<Severity>;
  readonly scaleBand?: Optional<ScaleBand>;
  readonly scaleUnit?: Optional<ScaleUnit>;
  readonly frequency?: Optional<Frequency>;
  readonly trend?: Optional<NoteTrend>;
  readonly evidenceBasis?: Optional<EvidenceBasis>;
  readonly sourceType?: Optional<NoteSourceType>;
  readonly populationGroups?: Optional<readonly PopulationGroup[]>;
  readonly visibilityReasons?: Optional<readonly VisibilityReason[]>;
  readonly figureRef?: Optional<string>;
  readonly icpc?: Optional<readonly string[]>;
  readonly observedFrom?: Optional<string>;
  readonly observedTo?: Optional<string>;
  readonly recordedAt?: Optional<Date>;
  readonly noPersonConfirmed: boolean;
  readonly urgentConfirmed?: Optional<boolean>;
}

/** A note with every default filled in, as it is stored. */
export interface NoteContent {
  readonly gemeenteCode: string;
  readonly placeCode: string;
  readonly editionYear: number;
  readonly theme: ThemeCode;
  readonly kind: NoteKind;
  readonly observationText: string;
  readonly interpretationText: string | null;
  readonly severity: Severity | null;
  readonly scaleBand: ScaleBand;
  readonly scaleUnit: ScaleUnit;
  readonly frequency: Frequency;
  readonly trend: NoteTrend;
  readonly evidenceBasis: EvidenceBasis | null;
  readonly sourceType: NoteSourceType | null;
  readonly populationGroups: PopulationGroup[];
  readonly visibilityReasons: VisibilityReason[];
  readonly figureRef: string | null;
  readonly icpc: string[];
  readonly observedFrom: string;
  readonly observedTo: string;
  readonly recordedAt: Date;
  readonly noPersonConfirmed: boolean;
  readonly urgentConfirmed: boolean;
}

/** What the database knows about the place and the figure that a note names. */
export interface NoteFacts {
  /** Division year the place code belongs to. */
  readonly editionYear: number;
  /** Why the place cannot be used; undefined when it can. */
  readonly placeRefusal?: { readonly code: ErrorCode; readonly message: string } | undefined;
  /** Whether the indicator of figureRef exists; true when there is none. */
  readonly hasIndicator: boolean;
}

/** A hit of screening: where and what, never the words. */
export interface TextFinding {
  readonly field: string;
  readonly type: FindingType;
  readonly start: number;
  readonly end: number;
}

export interface CheckedNote {
  readonly content: NoteContent;
  readonly problems: readonly FieldProblem[];
  readonly findings: readonly TextFinding[];
}

export const textLimits = { observationText: 600, interpretationText: 400, excerpt: 600 } as const;
type TextField = keyof typeof textLimits;

/** Minutes that the clock of a device may be ahead. */
const clockSlack = 5;
/** Older notes are history, not signals; also catches a mistyped year. */
const oldestYears = 5;

const kindsWithoutSeverity: readonly NoteKind[] = ['STRENGTH', 'INTERPRETATION'];
/** Regimes under which a handful of people is never named and no text leaves the circle. */
export const secretRegimes: readonly Regime[] = ['MEDICAL', 'YOUTH'];
const medicalSources: readonly NoteSourceType[] = [
  'CONTACT_PATTERN',
  'HOME_VISIT_PATTERN',
  'WIJK_MEETING',
  'DIALOGUE',
  'OWN_COUNT',
];
const icpcPattern = /^([ABDFHKLNPRSTUWXYZ]|Z(0[1-9]|[12][0-9]))$/;
export const figureRefPattern = /^([a-z0-9][a-z0-9_-]*):([0-9]{4}[0-9A-Za-z-]{0,8})$/;
const urgentSentence =
  'direct gevaar voor een persoon meld ik bij 112 / meldpunt / Veilig Thuis, niet hier';

export const hasSeverity = (kind: NoteKind) => !kindsWithoutSeverity.includes(kind);

/** Fills in the defaults and lists everything that is wrong, with bare field names. */
export function checkNote(
  input: NoteInput,
  regime: Regime,
  facts: NoteFacts,
  now: Date,
): CheckedNote {
  const content = completeNote(input, regime, facts, now);
  const findings = [
    ...screen('observationText', input.observationText),
    ...screen('interpretationText', input.interpretationText ?? ''),
  ];
  return {
    content,
    findings,
    problems: [
      ...placeProblems(content, facts),
      ...textProblems('observationText', content.observationText),
      ...textProblems('interpretationText', content.interpretationText),
      ...findingProblems(findings),
      ...kindProblems(content, facts),
      ...dateProblems(content, now),
      ...regimeProblems(content, regime),
      ...codeProblems(content),
    ],
  };
}

function completeNote(input: NoteInput, regime: Regime, facts: NoteFacts, now: Date): NoteContent {
  const recordedAt = input.recordedAt ?? now;
  const observedTo = input.observedTo ?? dayOf(recordedAt);
  return {
    gemeenteCode: gemeenteOf(input.placeCode),
    placeCode: input.placeCode,
    editionYear: facts.editionYear,
    theme: input.theme,
    kind: input.kind,
    observationText: input.observationText.trim(),
    interpretationText: input.interpretationText?.trim() || null,
    severity: input.severity ?? (hasSeverity(input.kind) ? 'ATTENTION' : null),
    scaleBand: input.scaleBand ?? 'UNKNOWN',
    scaleUnit: input.scaleUnit ?? 'PERSONS',
    frequency: input.frequency ?? 'UNKNOWN',
    trend: input.trend ?? 'UNKNOWN',
    evidenceBasis: input.evidenceBasis ?? null,
    // A medical note is a pattern over several contacts by definition (chapter 16).
    sourceType: input.sourceType ?? (regime === 'MEDICAL' ? 'CONTACT_PATTERN' : null),
    populationGroups: [...new Set(input.populationGroups ?? [])],
    visibilityReasons: [...new Set(input.visibilityReasons ?? [])],
    figureRef: input.figureRef?.trim() || null,
    icpc: [...new Set(input.icpc ?? [])],
    observedFrom: input.observedFrom ?? (input.observedTo ? observedTo : dayOf(recordedAt)),
    observedTo,
    recordedAt,
    noPersonConfirmed: input.noPersonConfirmed,
    urgentConfirmed: input.urgentConfirmed ?? false,
  };
}

/** Hard findings of a text as it was sent, so that offsets fit what the caller has. */
export function screen(field: TextField | 'organisation', text: string): TextFinding[] {
  return screenText(text)
    .filter((finding) => finding.hard)
    .map(({ type, start, end }) => ({ field, type, start, end }));
}

// Letters by their class that no reader sees: the fillers of Hangul.
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;

/** Whether a reader sees a letter or a digit; zero-width and other invisible characters are no text. */
export const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text.replace(FILLERS, ''));

/** Length and characters of a text; null is no text. */
export function textProblems(field: TextField, text: string | null): FieldProblem[] {
  if (text === null) return [];
  if (!hasWords(text)) {
    return [{ field, message: `${field} is empty: write in a sentence what you saw.` }];
  }
  if (/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text)) {
    return [{ field, message: `${field} holds control characters: type it again as plain text.` }];
  }
  const length = [...text].length;
  if (length <= textLimits[field]) return [];
  const message = `${field} has ${length} characters; at most ${textLimits[field]} fit.`;
  return [{ field, message }];
}

/** One problem per text with hard findings: names the types, never the words. */
export function findingProblems(findings: readonly TextFinding[]): FieldProblem[] {
  return [...new Set(findings.map((finding) => finding.field))].map((field) => {
    const types = new Set(findings.filter((f) => f.field === field).map((f) => f.type));
    return {
      field,
      message:
        `${field} holds personal data (${[...types].join(', ')}). Nothing was saved: ` +
        'leave it out or mask it, and write about a pattern, not about a person.',
    };
  });
}

function placeProblems({ placeCode }: NoteContent, facts: NoteFacts): FieldProblem[] {
  const level = checkPlaceCode(placeCode);
  if (level === 'BUURT' || level === 'COUNTRY') {
    const message = `Field notes are about a wijk or gemeente; ${placeCode} is a ${level.toLowerCase()}.`;
    return [{ field: 'placeCode', message }];
  }
  return facts.placeRefusal ? [{ field: 'placeCode', message: facts.placeRefusal.message }] : [];
}

function kindProblems(note: NoteContent, facts: NoteFacts): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (!note.noPersonConfirmed) {
    add('noPersonConfirmed', 'Confirm that nobody can be recognised in the note.');
  }
  if (note.severity !== null && !hasSeverity(note.kind)) {
    add('severity', `A note of kind ${note.kind} has no severity: leave it out.`);
  }
  if (note.severity === 'URGENT' && !note.urgentConfirmed) {
    add('urgentConfirmed', `URGENT needs the confirmation "${urgentSentence}".`);
  }
  if (note.kind === 'INTERPRETATION' && note.figureRef === null) {
    add('figureRef', 'An INTERPRETATION names its figure: figureRef, such as loneliness:2020.');
  } else if (note.figureRef !== null && !figureRefPattern.test(note.figureRef)) {
    add(
      'figureRef',
      'figureRef is an indicator key, a colon and a period, such as loneliness:2020.',
    );
  } else if (!facts.hasIndicator) {
    add('figureRef', `No indicator has the key of figureRef ${JSON.stringify(note.figureRef)}.`);
  }
  return problems;
}

function dateProblems(note: NoteContent, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  const today = dayOf(now);
  const oldest = addMonths(now, -12 * oldestYears);
  for (const field of ['observedFrom', 'observedTo'] as const) {
    // One day for both is one mistake.
    if (field === 'observedFrom' && note.observedFrom === note.observedTo) continue;
    if (note[field] > today) {
      add(field, `${field} ${note[field]} lies in the future; today is ${today}.`);
    }
  }
  if (note.observedFrom > note.observedTo) {
    add(
      'observedFrom',
      `observedFrom ${note.observedFrom} lies after observedTo ${note.observedTo}.`,
    );
  }
  if (note.observedFrom < dayOf(oldest)) {
    add('observedFrom', `observedFrom ${note.observedFrom} is more than ${oldestYears} years ago.`);
  }
  const recorded = note.recordedAt.toISOString();
  if (note.recordedAt.getTime() > now.getTime() + clockSlack * 60_000) {
    add('recordedAt', `recordedAt ${recorded} lies in the future: check the clock of the device.`);
  }
  if (note.recordedAt < oldest) {
    add('recordedAt', `recordedAt ${recorded} is more than ${oldestYears} years ago.`);
  }
  return problems;
}

/** What a secrecy regime forbids (chapters 11.3 and 16). POLICE: public space only, so no registrations. */
function regimeProblems(note: NoteContent, regime: Regime): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (secretRegimes.includes(regime) && note.scaleBand === 'FEW') {
    add(
      'scaleBand',
      `FEW is not possible for the regime ${regime}: a handful of people can be recognised. Choose a larger band or UNKNOWN.`,
    );
  }
  if (
    regime === 'MEDICAL' &&
    note.sourceType !== null &&
    !medicalSources.includes(note.sourceType)
  ) {
    add(
      'sourceType',
      `${note.sourceType} is not possible for the regime MEDICAL; choose ${medicalSources.join(', ')}.`,
    );
  }
  if (regime === 'POLICE' && note.evidenceBasis === 'OWN_REGISTRATION') {
    add(
      'evidenceBasis',
      'OWN_REGISTRATION is not possible for the regime POLICE: only what is seen in public space, nothing from police records.',
    );
  }
  return problems;
}

function codeProblems({ icpc }: NoteContent): FieldProblem[] {
  if (icpc.every((code) => icpcPattern.test(code))) return [];
  const message =
    'icpc takes a chapter letter (A, B, D, F, H, K, L, N, P, R, S, T, U, W, X, Y, Z) or Z01 to Z29; ' +
    'a diagnosis code points to a patient and is not kept.';
  return [{ field: 'icpc', message }];
}

/** The one error for everything that is wrong with an input; undefined when nothing is. */
export function refusalOf(
  problems: readonly FieldProblem[],
  findings: readonly TextFinding[],
  code: ErrorCode = 'BAD_USER_INPUT',
): DomainError | undefined {
  if (problems.length === 0) return undefined;
  const inInput = problems.map(({ field, message }) => ({ field: `input.${field}`, message }));
  const details =
    findings.length === 0
      ? {}
      : { findings: findings.map((finding) => ({ ...finding, field: `input.${finding.field}` })) };
  return new DomainError(code, problems.map((p) => p.message).join(' '), inInput, details);
}
