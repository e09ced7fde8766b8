// Which use of provisions is expected from which composition of the wijk (domain 14.5, after SCP and Haaglanden). Measured
// shares and rates of the same table only: never origin (S7), and no modelled figures, which are made from demographics.

export interface ExpectedUse {
  /** The provision. */
  readonly key: string;
  /** What its use is expected from. */
  readonly predictors: readonly string[];
}

export const expectedUses: readonly ExpectedUse[] = [
  {
    key: 'wmo-clients-per-1000',
    predictors: [
      'population-65-plus-share',
      'single-person-households-share',
      'social-assistance-per-1000',
    ],
  },
  {
    key: 'youth-care-share',
    predictors: ['households-with-children-share', 'social-assistance-per-1000'],
  },
];
