// Interpretation questions: the dialogue that a difference asks for.
import {
  listQuestions,
  type QuestionKey,
  type InterpretationQuestion as QuestionView,
  wordsOf,
} from '../server/overview/questions.ts';
import { builder } from './builder.ts';
import { ConcordanceOutcome, Language, Profession } from './codes.ts';
import { connectionOf, connectionTypes, pageSize, readCursor } from './page.ts';
import { Theme } from './themes.ts';

const InterpretationQuestion = builder.objectRef<QuestionView>('InterpretationQuestion').implement({
  description:
    'A difference between monitor and ground that waits for a dialogue. An interpretation of this outcome, recorded after the difference arose, closes it (addInterpretation).',
  fields: (t) => ({
    placeCode: t.expose('placeCode', { type: 'WijkCode', description: 'Code of the wijk.' }),
    placeName: t.exposeString('placeName', { description: 'Name of the wijk.' }),
    theme: t.field({ type: Theme, description: 'The theme.', resolve: ({ theme }) => theme }),
    outcome: t.expose('outcome', {
      type: ConcordanceOutcome,
      description: 'SIGNAL_ABOVE_FIGURE, SIGNAL_WITHOUT_FIGURE or FIGURE_ABOVE_SIGNAL.',
    }),
    since: t.expose('since', {
      type: 'Date',
      nullable: true,
      description:
        'First day of the month in which the difference arose; null when it stood longer than two years.',
    }),
    notHeard: t.expose('notHeard', {
      type: [Profession],
      description: 'Asked because they normally meet this theme and were not heard.',
    }),
    heard: t.expose('heard', {
      type: [Profession],
      description: 'Asked because they spoke of it, where naming them identifies nobody.',
    }),
    question: t.string({
      description: 'The question in plain words.',
      args: {
        language: t.arg({
          type: Language,
          required: true,
          defaultValue: 'nl',
          description: 'Language of the question.',
        }),
      },
      resolve: (question, { language }) => wordsOf(question, language),
    }),
  }),
});

const isQuestionKey = (value: unknown): value is QuestionKey =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';

builder.queryField('interpretationQuestions', (t) =>
  t.connection(
    {
      type: InterpretationQuestion,
      description:
        'Differences between monitor and ground that no dialogue has explained, by wijk and theme; no ranking.',
      authScopes: { public: true },
      args: {
        within: t.arg({
          type: 'PlaceCode',
          required: true,
          description: 'Gemeente, or one wijk of it.',
        }),
      },
      resolve: async (_root, args, { readDb, actor, now }) => {
        const after = readCursor(args, isQuestionKey) ?? undefined;
        const page = { within: args.within, first: pageSize(args), after };
        const { questions, hasMore } = await listQuestions(readDb, actor, page, now);
        return connectionOf(questions, hasMore, (question) => question.key);
      },
    },
    ...connectionTypes('InterpretationQuestion'),
  ),
);
