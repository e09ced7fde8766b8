import { codesOf } from '../server/codes/code-list.ts';
import { type ThemeCode as Code, themeMappings, themes } from '../server/codes/themes.ts';
import { builder } from './builder.ts';
import { Language, ThemeCode } from './codes.ts';

export const Theme = builder.objectRef<Code>('Theme').implement({
  description: 'A subject under which figures and field notes meet: the key of the merge.',
  fields: (t) => ({
    code: t.field({
      type: ThemeCode,
      description: 'Code of the theme.',
      resolve: (theme) => theme,
    }),
    label: t.string({
      description: 'Name of the theme for readers.',
      args: {
        language: t.arg({
          type: Language,
          required: true,
          defaultValue: 'nl',
          description: 'Language of the name.',
        }),
      },
      resolve: (theme, { language }) => themes[theme][language],
    }),
    zrmDomains: t.stringList({
      description: 'Names of the matching domains of the self-reliance matrix (ZRM 2017).',
      resolve: (theme) => [...themeMappings[theme].zrm],
    }),
    scpTerrain: t.string({
      nullable: true,
      description: "Matching terrain of the SCP's stapeling; null when there is none.",
      resolve: (theme) => themeMappings[theme].scp,
    }),
    positiveHealth: t.string({
      nullable: true,
      description: 'Matching dimension of Positive Health; null when there is none.',
      resolve: (theme) => themeMappings[theme].positiveHealth,
    }),
    icpc: t.stringList({
      description: 'ICPC chapters and Z codes whose aggregated counts belong here.',
      resolve: (theme) => [...themeMappings[theme].icpc],
    }),
  }),
});

builder.queryField('themes', (t) =>
  t.field({
    type: [Theme],
    description: 'All themes, in their fixed order.',
    authScopes: { public: true },
    resolve: () => codesOf(themes),
  }),
);
