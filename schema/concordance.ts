import type {
  Concordance as ConcordanceView,
  GroundPosition,
  MonitorPosition as MonitorView,
  Reason as ReasonView,
} from '../server/concordance.ts';
import { type SentenceFacts, sentenceOf } from '../server/sentences.ts';
import { builder } from './builder.ts';
import { ConcordanceOutcome, GroundPositionCode, Language, MonitorPositionCode } from './codes.ts';

const Reason = builder.objectRef<ReasonView>('Reason').implement({
  description:
    'One fact that led to an outcome: what was looked at, what was found, and against what.',
  fields: (t) => ({
    rule: t.exposeString('rule', {
      description:
        'Rule of the published table: M1 to M6, S1 to S4, C1 to C7; W1 to W6 (modelled, old, untested, small wijk, changed border, compared with the country) weaken the statement.',
    }),
    input: t.exposeString('input', { description: 'What was looked at.' }),
    value: t.exposeString('value', { description: 'What was found.' }),
    threshold: t.exposeString('threshold', {
      nullable: true,
      description: 'What it was held against; null when nothing.',
    }),
  }),
});

export const MonitorPosition = builder.objectRef<MonitorView>('MonitorPosition').implement({
  description:
    'Where the figures put the wijk on a theme: the median of the positions of its indicators.',
  fields: (t) => ({
    position: t.expose('code', {
      type: MonitorPositionCode,
      description: 'RAISED, NORMAL, FAVOURABLE or UNKNOWN.',
    }),
    signedZ: t.exposeFloat('signedZ', {
      nullable: true,
      description: 'Median of the signed robust z; null when no indicator is usable.',
    }),
    isMixed: t.exposeBoolean('isMixed', {
      description: 'Indicators point in opposite directions: look at them apart.',
    }),
    reasons: t.expose('reasons', { type: [Reason], description: 'What led to the position.' }),
  }),
});

const Ground = builder.objectRef<GroundPosition>('GroundPosition').implement({
  description: 'Where the field notes put the wijk on a theme; only displayable signals count.',
  fields: (t) => ({
    position: t.expose('code', {
      type: GroundPositionCode,
      description: 'RAISED, QUIET or UNKNOWN.',
    }),
    reasons: t.expose('reasons', { type: [Reason], description: 'What led to the position.' }),
  }),
});

export interface ConcordanceWithSentence extends ConcordanceView {
  readonly sentence: SentenceFacts;
}

export const Concordance = builder.objectRef<ConcordanceWithSentence>('Concordance').implement({
  description:
    'What comparing monitor and ground says about a theme. It is not proof; both inputs are shown.',
  fields: (t) => ({
    outcome: t.expose('outcome', {
      type: ConcordanceOutcome,
      description: 'Outcome by the published table.',
    }),
    monitor: t.field({
      type: MonitorPositionCode,
      description:
        'Position of the figures as it counted: beside a quiet ground RAISED only when it is clear (rule M6).',
      resolve: (c) => c.monitor.code,
    }),
    ground: t.field({
      type: GroundPositionCode,
      description: 'Position of the field notes.',
      resolve: (c) => c.ground.code,
    }),
    monitorPosition: t.expose('monitor', {
      type: MonitorPosition,
      description: 'Position of the figures as it counted, with its reasons.',
    }),
    groundPosition: t.expose('ground', {
      type: Ground,
      description: 'Position of the field notes with its reasons.',
    }),
    rule: t.exposeString('rule', {
      description: 'Row of the published table that applied: C1 to C7.',
    }),
    reasons: t.expose('reasons', {
      type: [Reason],
      description: 'Every input and threshold that led to the outcome, then what weakens it.',
    }),
    sentence: t.string({
      description: 'The outcome in a few plain sentences.',
      args: {
        language: t.arg({
          type: Language,
          required: true,
          defaultValue: 'nl',
          description: 'Language of the sentence.',
        }),
      },
      resolve: (c, { language }) => sentenceOf(c.sentence, language),
    }),
  }),
});
