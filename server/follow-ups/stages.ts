// The phases of a signal as a table: which step leads from which to which (chapter 12). Pure. Phases go forward and
// may be passed over; nothing goes back, but what was dropped or fed back can be taken up again, with a reason.
import type { SignalStage } from '../codes/notes.ts';

/** In the order of Gent's Beleidssignalen; DROPPED stands outside it. */
export const stageOrder = [
  'NOTICED',
  'SCREENING',
  'COLLECTED',
  'BUNDLED',
  'ANALYSED',
  'REPORTED',
  'DECIDED',
  'ACTED',
  'FED_BACK',
] as const satisfies readonly SignalStage[];

/** STAY: only owner or date change. DROP and REOPEN need a reason. CLOSE is for closeFollowUp alone. */
export type StageStep = 'STAY' | 'FORWARD' | 'DROP' | 'REOPEN' | 'CLOSE';

/** Nothing is dropped before it was screened, nor once something was done: then it ends with feedback. */
const droppable: readonly SignalStage[] = [
  'SCREENING',
  'COLLECTED',
  'BUNDLED',
  'ANALYSED',
  'REPORTED',
  'DECIDED',
];

/** The step between two phases; undefined when there is none. */
export function findStep(from: SignalStage, to: SignalStage): StageStep | undefined {
  if (from === to) return 'STAY';
  if (to === 'FED_BACK') return 'CLOSE';
  if (to === 'DROPPED') return droppable.includes(from) ? 'DROP' : undefined;
  if (from === 'DROPPED' || from === 'FED_BACK') return to === 'SCREENING' ? 'REOPEN' : undefined;
  return stageOrder.indexOf(to) > stageOrder.indexOf(from) ? 'FORWARD' : undefined;
}

export const needsReason = (step: StageStep) => step === 'DROP' || step === 'REOPEN';

/** What is possible from a phase, for a refusal: FED_BACK comes from closing a follow-up only. */
export function assignableFrom(from: SignalStage): SignalStage[] {
  const all: readonly SignalStage[] = [...stageOrder, 'DROPPED'];
  return all.filter((to) => {
    const step = findStep(from, to);
    return step !== undefined && step !== 'STAY' && step !== 'CLOSE';
  });
}
