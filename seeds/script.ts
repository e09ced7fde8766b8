// Reads the story scripts. A block starts with `== wijk THEME CODES`; its codes hold for every line in it. A line is
//   months writer CODES +confirmer | what was seen // what the observer thinks it means
// months: whole months before the last one; codes of any list of a field note, in any order. `* months writer`
// lets somebody see the line above it again. Nothing here touches a database.
import { isCode } from '../server/codes/code-list.ts';
import { populationGroups, visibilityReasons } from '../server/codes/groups.ts';
import {
  evidenceBases,
  frequencies,
  type NoteStatus,
  noteKinds,
  noteSourceTypes,
  noteStatuses,
  noteTrends,
  type PublicationLevel,
  publicationLevels,
  type ReviewReason,
  reviewReasons,
  scaleBands,
  scaleUnits,
  severities,
} from '../server/codes/notes.ts';
import { type ThemeCode, themes } from '../server/codes/themes.ts';
import type { NoteInput } from '../server/notes/check.ts';
import { wholeOf } from './dice.ts';
import { type Writer, writerOf } from './organisations.ts';

/** A line of a script: the note as it would be sent, who wrote it, and what became of it. */
export interface ScriptLine {
  /** Stable words for ids and dates. */
  readonly words: string;
  readonly months: number;
  /** Key of the wijk in places.ts, or `gemeente`. */
  readonly wijk: string;
  readonly writer: Writer;
  readonly confirmers: readonly Writer[];
  readonly input: Omit<NoteInput, 'placeCode' | 'recordedAt'>;
  readonly status: NoteStatus;
  readonly level: PublicationLevel;
  readonly reason: ReviewReason | null;
  /** The sentence was written for this note; false for one seen again. */
  readonly isOwnSentence: boolean;
}

/** Openings of a sentence that is seen again. */
const openings = [
  'Opnieuw gezien: ',
  'Nog steeds: ',
  'Ook dit kwartaal: ',
  'Herkend in het overleg: ',
  'Net als eerder: ',
  'Dit blijft terugkomen: ',
];

interface Block {
  readonly gemeenteCode: string;
  readonly wijk: string;
  readonly theme: ThemeCode;
  readonly codes: readonly string[];
}

/** All lines of a script, in order; a line that cannot be read is an error that shows it. */
export function readScript(gemeenteCode: string, script: string): ScriptLine[] {
  const lines: ScriptLine[] = [];
  let block: Block | undefined;
  for (const text of script.split('\n').filter((line) => line.trim() !== '')) {
    if (text.startsWith('== ')) {
      block = readBlock(gemeenteCode, text);
      continue;
    }
    if (!block) throw new Error(`A story needs a block before: ${text}`);
    const words = `${block.wijk} ${block.theme} ${lines.length} ${text.slice(0, 60)}`;
    const line = text.startsWith('* ')
      ? seenAgain(block, lines, text, words)
      : readLine(block, text, words);
    lines.push(line);
  }
  return lines;
}

function readBlock(gemeenteCode: string, text: string): Block {
  const [, wijk = '', theme = '', ...codes] = text.split(/\s+/);
  if (!isCode(themes, theme)) throw new Error(`No theme in: ${text}`);
  return { gemeenteCode, wijk, theme, codes };
}

function readLine(block: Block, text: string, words: string): ScriptLine {
  const [head = '', body = ''] = split(text, ' | ');
  const [months = '', writer = '', ...codes] = head.trim().split(/\s+/);
  const [observationText = '', interpretationText] = split(body, ' // ');
  if (!/^\d+$/.test(months) || observationText.trim() === '') {
    throw new Error(`A line of a story cannot be read: ${text}`);
  }
  refuseUnknown([...block.codes, ...codes], text);
  const confirmers = codes.filter((code) => code.startsWith('+'));
  return {
    words,
    months: Number(months),
    wijk: block.wijk,
    writer: writerOf(block.gemeenteCode, writer),
    confirmers: confirmers.map((name) => writerOf(block.gemeenteCode, name.slice(1))),
    isOwnSentence: true,
    ...whatBecame(codes),
    input: {
      theme: block.theme,
      ...codedFields([...block.codes, ...codes], text),
      observationText: observationText.trim(),
      interpretationText: interpretationText?.trim(),
      noPersonConfirmed: true,
    },
  };
}

/** The writer's own first line of this story, once more in other words. */
function seenAgain(
  block: Block,
  lines: readonly ScriptLine[],
  text: string,
  words: string,
): ScriptLine {
  const [, months = '', name = ''] = text.split(/\s+/);
  const writer = writerOf(block.gemeenteCode, name);
  const original = lines.find(
    (line) =>
      line.wijk === block.wijk &&
      line.input.theme === block.theme &&
      line.writer.organisationKey === writer.organisationKey &&
      line.writer.profession === writer.profession,
  );
  if (!original) throw new Error(`There is nothing to see again in ${block.wijk}: ${text}`);
  const opening = openings[wholeOf(words, 0, openings.length - 1)] ?? '';
  const said = original.input.observationText;
  const observationText = `${opening}${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  return {
    ...original,
    words,
    months: Number(months),
    confirmers: [],
    input: { ...original.input, observationText },
    isOwnSentence: false,
  };
}

const split = (text: string, by: string): string[] => {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
};

const oneOf = <Code extends string>(
  list: Readonly<Record<Code, unknown>>,
  codes: readonly string[],
): Code | undefined => codes.findLast((code): code is Code => Object.hasOwn(list, code));

const allOf = <Code extends string>(
  list: Readonly<Record<Code, unknown>>,
  codes: readonly string[],
): Code[] => codes.filter((code): code is Code => Object.hasOwn(list, code));

const whatBecame = (codes: readonly string[]) => ({
  status: oneOf(noteStatuses, codes) ?? ('PUBLISHED' as const),
  level: oneOf(publicationLevels, codes) ?? ('CIRCLE' as const),
  reason: oneOf(reviewReasons, codes) ?? null,
});

function codedFields(codes: readonly string[], text: string) {
  const kind = oneOf(noteKinds, codes);
  if (!kind) throw new Error(`A line of a story has no kind: ${text}`);
  const severity = oneOf(severities, codes);
  return {
    kind,
    severity,
    trend: oneOf(noteTrends, codes),
    scaleBand: oneOf(scaleBands, codes),
    scaleUnit: oneOf(scaleUnits, codes),
    frequency: oneOf(frequencies, codes),
    evidenceBasis: oneOf(evidenceBases, codes),
    sourceType: oneOf(noteSourceTypes, codes),
    populationGroups: allOf(populationGroups, codes),
    visibilityReasons: allOf(visibilityReasons, codes),
    icpc: codes.filter((code) => icpcCode.test(code)),
    figureRef: codes.find((code) => figureRef.test(code)),
    urgentConfirmed: severity === 'URGENT',
  };
}

const icpcCode = /^([A-Z]|Z\d\d)$/;
const figureRef = /^[a-z0-9-]+:\d{4}$/;

const knownCodes = new Set(
  [
    noteKinds,
    severities,
    noteTrends,
    scaleBands,
    scaleUnits,
    frequencies,
    evidenceBases,
    noteSourceTypes,
    noteStatuses,
    publicationLevels,
    reviewReasons,
    populationGroups,
    visibilityReasons,
  ].flatMap((list) => Object.keys(list)),
);

function refuseUnknown(codes: readonly string[], text: string): void {
  const unknown = codes.find(
    (code) =>
      !code.startsWith('+') &&
      !icpcCode.test(code) &&
      !figureRef.test(code) &&
      !knownCodes.has(code),
  );
  if (unknown) throw new Error(`${unknown} is no code of a field note, in: ${text}`);
}
