// Figures on origin and the like: a query of their own, so that no other answer can hold them.
import {
  loadSensitiveFigures,
  type SensitiveFigure as SensitiveView,
  sensitiveRoles,
} from '../server/profiles/sensitive.ts';
import { builder } from './builder.ts';
import { Figure } from './figure.ts';
import { Indicator } from './indicators.ts';

const SensitiveFigure = builder.objectRef<SensitiveView>('SensitiveFigure').implement({
  description:
    'A sensitive indicator in one wijk: context for a stated purpose, never compared, ordered or forecast.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is measured.' }),
    segment: t.exposeString('segment', {
      description: 'Part of the population; empty for the whole.',
    }),
    series: t.expose('series', {
      type: [Figure],
      description: 'Figures of all periods, oldest first.',
    }),
  }),
});

builder.queryField('sensitiveFigures', (t) =>
  t.withAuth({ roles: sensitiveRoles }).field({
    type: [SensitiveFigure],
    description:
      'Sensitive figures of one wijk of the own gemeente, which nothing else shows. Each reading is kept with its purpose.',
    args: {
      code: t.arg({ type: 'WijkCode', required: true, description: 'CBS code of the wijk.' }),
      purpose: t.arg.string({
        required: true,
        description:
          'What the figures are for, in 10 to 200 characters without personal data; it is kept in the audit log.',
      }),
    },
    resolve: (_root, args, { db, actor, now }) => loadSensitiveFigures(db, actor, args, now),
  }),
);
