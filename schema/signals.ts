import type {
  Disproportionality as DisproportionalityView,
  DisproportionalityRefusal as RefusalCode,
} from '../server/disproportionality.ts';
import type { Excerpt as ExcerptView, Signal as SignalView } from '../server/profiles/profile.ts';
import type { Coverage as CoverageView } from '../server/signals.ts';
import { builder } from './builder.ts';
import {
  Corroboration,
  CountBand,
  CoverageLevel,
  NoteTrend,
  PopulationGroup,
  Profession,
  PublicationLevel,
  Regime,
  Severity,
  SignalDisplay,
  SignalStage,
} from './codes.ts';
import { Place } from './places.ts';
import { Theme } from './themes.ts';

export const Coverage = builder.objectRef<CoverageView>('Coverage').implement({
  description:
    'Who has been looking in the last 18 months. No coverage is not the same as no problem.',
  fields: (t) => ({
    level: t.expose('level', {
      type: CoverageLevel,
      description: 'SUFFICIENT from two organisations and two professions.',
    }),
    organisations: t.exposeInt('organisations', {
      nullable: true,
      description:
        'Number of organisations that reported, never their names; null where saying it would point to a single writer.',
    }),
    professions: t.expose('professions', {
      type: [Profession],
      description: 'Professions that reported, where naming them identifies nobody.',
    }),
    regimes: t.expose('regimes', {
      type: [Regime],
      description: 'Secrecy regimes of all that reported.',
    }),
    missingProfessions: t.expose('missingProfessions', {
      type: [Profession],
      description:
        'Professions that normally meet this theme and did not report; empty for a whole wijk.',
    }),
    lastObserved: t.expose('lastObserved', {
      type: 'Date',
      nullable: true,
      description: 'First day of the month of the last thing seen; null when nobody reported.',
    }),
  }),
});

const Excerpt = builder.objectRef<ExcerptView>('Excerpt').implement({
  description: 'Words of a published field note that this actor may read.',
  fields: (t) => ({
    noteId: t.expose('noteId', { type: 'UUID', description: 'The field note, for confirming it.' }),
    words: t.exposeString('words', { description: 'The words.' }),
    level: t.expose('level', { type: PublicationLevel, description: 'Who may read them.' }),
    profession: t.expose('profession', {
      type: Profession,
      nullable: true,
      description: 'Profession of the writer; null where naming it would identify.',
    }),
    regime: t.expose('regime', {
      type: Regime,
      nullable: true,
      description: 'Secrecy regime of the writer; null where naming it would identify.',
    }),
  }),
});

const DisproportionalityRefusal = builder.enumType('DisproportionalityRefusal', {
  description: 'Why the information component was not worked out.',
  values: {
    NOT_SHOWN: { value: 'NOT_SHOWN', description: 'The signal may not be shown.' },
    TOTAL_TOO_SMALL: {
      value: 'TOTAL_TOO_SMALL',
      description: 'Fewer than 50 voices in the gemeente.',
    },
    TOO_FEW_WIJKEN: {
      value: 'TOO_FEW_WIJKEN',
      description: 'Fewer than three wijken with voices.',
    },
    TOO_FEW_THEMES: {
      value: 'TOO_FEW_THEMES',
      description: 'Fewer than three themes with voices.',
    },
    MASKING: {
      value: 'MASKING',
      description: 'One wijk or theme has more than half of the voices and hides the others.',
    },
  } satisfies Record<RefusalCode, { value: RefusalCode; description: string }>,
});

const Disproportionality = builder
  .objectRef<DisproportionalityView>('Disproportionality')
  .implement({
    description:
      'Whether the wijk is reported on the theme more than its reporting explains (information component with shrinkage). It measures share, not severity.',
    fields: (t) => ({
      isDisproportionate: t.exposeBoolean('isDisproportionate', {
        nullable: true,
        description: 'IC025 above 0; null when not worked out.',
      }),
      ic: t.exposeFloat('ic', {
        nullable: true,
        description: 'Information component, rounded to a tenth.',
      }),
      ic025: t.exposeFloat('ic025', {
        nullable: true,
        description: 'Its lower bound, rounded to a tenth.',
      }),
      refused: t.expose('refused', {
        type: DisproportionalityRefusal,
        nullable: true,
        description: 'Why there is none; null when there is one.',
      }),
    }),
  });

export const Signal = builder.objectRef<SignalView>('Signal').implement({
  description:
    'What field notes say on one theme in one wijk: voices, not notes. Contents are null or empty unless the display is SHOWN.',
  fields: (t) => ({
    place: t.expose('place', { type: Place, description: 'The wijk.' }),
    theme: t.field({ type: Theme, description: 'The theme.', resolve: (signal) => signal.theme }),
    display: t.expose('display', {
      type: SignalDisplay,
      description: 'What may be shown, or why nothing is.',
    }),
    voices: t.expose('voices', {
      type: CountBand,
      nullable: true,
      description: 'Independent organisations behind it, confirming ones included.',
    }),
    corroboration: t.expose('corroboration', {
      type: Corroboration,
      nullable: true,
      description: 'How independent the voices are.',
    }),
    highestSeverity: t.expose('highestSeverity', {
      type: Severity,
      nullable: true,
      description: 'Highest severity among concerns.',
    }),
    trend: t.expose('trend', {
      type: NoteTrend,
      nullable: true,
      description: 'Trend that most organisations name.',
    }),
    groups: t.expose('groups', {
      type: [PopulationGroup],
      description: 'Groups that enough notes speak of.',
    }),
    professions: t.expose('professions', {
      type: [Profession],
      description: 'Professions heard, where naming them identifies nobody.',
    }),
    regimes: t.expose('regimes', {
      type: [Regime],
      description: 'Secrecy regimes of the professions heard.',
    }),
    lastObserved: t.expose('lastObserved', {
      type: 'Date',
      nullable: true,
      description: 'First day of the month of the last thing seen.',
    }),
    excerpts: t.expose('excerpts', {
      type: [Excerpt],
      description: 'Words that this actor may read, latest first.',
    }),
    strengths: t.expose('strengths', {
      type: [Excerpt],
      description: 'Strengths, beside the concerns and never subtracted from them.',
    }),
    strengthVoices: t.expose('strengthVoices', {
      type: CountBand,
      nullable: true,
      description: 'Notes that tell of a strength.',
    }),
    disproportionality: t.expose('disproportionality', {
      type: Disproportionality,
      description: 'Whether it is reported more than expected.',
    }),
    stage: t.expose('stage', { type: SignalStage, description: 'Phase of its handling.' }),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Function or team that owns it; null: nobody yet.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: 'Day by which the next step is due; null: none agreed.',
    }),
    version: t.exposeInt('version', {
      description: 'Version of stage, owner and due date, for assignSignal; 0 while untouched.',
    }),
  }),
});
