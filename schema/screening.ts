import { loadScreening, type ScreenedFinding, type ScreenedText } from '../server/notes/screen.ts';
import { builder } from './builder.ts';
import { Language } from './codes.ts';

const FindingType = builder.enumType('FindingType', {
  description: 'Kind of personal data that screening finds.',
  values: {
    PERSON: { value: 'PERSON', description: 'A name of a person.' },
    PHONE: { value: 'PHONE', description: 'A phone number.' },
    EMAIL: { value: 'EMAIL', description: 'An e-mail address.' },
    BSN: { value: 'BSN', description: 'A citizen service number.' },
    IBAN: { value: 'IBAN', description: 'A bank account number.' },
    ADDRESS: { value: 'ADDRESS', description: 'A street with a house number.' },
    POSTCODE: { value: 'POSTCODE', description: 'A full postcode.' },
    DATE_OF_BIRTH: { value: 'DATE_OF_BIRTH', description: 'A date of birth.' },
    PLATE: { value: 'PLATE', description: 'A licence plate.' },
    CASE_NUMBER: { value: 'CASE_NUMBER', description: 'A number of a file or case.' },
    RARE_PERSON: {
      value: 'RARE_PERSON',
      description: 'A description that may point to one person.',
    },
  } as const,
});

export const Finding = builder.objectRef<ScreenedFinding>('Finding').implement({
  description: 'A place in a text that looks like personal data.',
  fields: (t) => ({
    type: t.expose('type', { type: FindingType, description: 'What it looks like.' }),
    start: t.exposeInt('start', { description: 'First position, in UTF-16 units from 0.' }),
    end: t.exposeInt('end', { description: 'Position after the last.' }),
    hard: t.exposeBoolean('hard', {
      description: 'True: the text is refused until this is masked. False: a warning.',
    }),
    suggestion: t.exposeString('suggestion', { description: 'What to write in its place.' }),
    explanation: t.string({
      description: 'What was found and what to write instead, in a sentence.',
      args: {
        language: t.arg({ type: Language, defaultValue: 'nl', description: 'Language; Dutch.' }),
      },
      resolve: (finding, { language }) => finding.explanations[language ?? 'nl'],
    }),
  }),
});

const Screening = builder.objectRef<ScreenedText>('Screening').implement({
  description: 'What screening found in a text. Detection is never complete.',
  fields: (t) => ({
    findings: t.expose('findings', { type: [Finding], description: 'In order of position.' }),
    isBlocked: t.exposeBoolean('isBlocked', {
      description: 'Whether a note with this text would be refused.',
    }),
    maskedText: t.exposeString('maskedText', {
      description: 'The text with every finding replaced by its suggestion.',
    }),
  }),
});

builder.queryField('screenText', (t) =>
  t.field({
    type: Screening,
    description: 'Looks for personal data in a text, as logging a note does. Nothing is kept.',
    authScopes: { public: true },
    args: {
      text: t.arg.string({ required: true, description: 'The text, at most 2,000 characters.' }),
    },
    resolve: (_root, { text }) => loadScreening(text),
  }),
);
