// What fields cost and how many items lists hold: `npm run bench -- prices` measures the times beside these
// prices. A list that is not named counts as ten, a connection as its `first`, a root field as one.

export interface Price {
  /** About milliseconds of one core for reading it, without its values. */
  readonly load?: number;
  /** Items of the list, for what lies below it. */
  readonly times?: number;
  /** Argument that is a list with an item for each of the answer; `load` is that of one. */
  readonly each?: string;
}

const wholeGemeente = 300;

export const prices: Readonly<Record<string, Price>> = {
  'Query.wijkProfile': { load: 25 },
  'Query.concordanceGrid': { load: wholeGemeente, times: 750 },
  'Query.signals': { load: wholeGemeente },
  'Query.signalChanges': { load: wholeGemeente, times: 100 },
  'Query.blindSpots': { load: wholeGemeente },
  'Query.digest': { load: wholeGemeente },
  'Subscription.signalChanged': { load: wholeGemeente },
  'Subscription.publicationChanged': { load: 5 },
  'Query.earlyWarnings': { load: 10 },
  'Query.followUpStatistics': { load: 3 },
  'Query.noteGroups': { load: 60 },
  'NoteGroups.groups': { times: 500 },
  'Query.fieldNotes': { load: 15 },
  'Query.disclosureThresholds': { times: 4 },
  'Query.disclosureThresholdPreview': { load: 40 },
  'WijkProfile.thresholds': { times: 4 },
  'Query.reviewQueue': { load: 5 },
  'Query.places': { load: 5 },
  'Query.placeShapes': { load: 20, times: 100 },
  'Query.indicators': { load: 3 },
  'Query.indicatorTrend': { load: 8 },
  'IndicatorTrend.series': { times: 10 },
  'Trend.breaks': { times: 1 },
  'Conversion.parts': { times: 5 },
  'Query.indicatorPeriods': { load: 3 },
  'Query.indicatorMap': { load: 3, times: 500 },
  'Query.sensitiveFigures': { load: 10 },
  'Query.search': { load: 20 },
  'SearchConnection.groups': { times: 6 },
  'SearchHit.snippet': { times: 4 },
  'Query.snapshot': { load: 5 },
  'Snapshot.content': { load: 5 },
  'Snapshot.stillMatches': { load: 25 },
  'Query.verifySnapshot': { load: 25 },
  'Mutation.makeSnapshot': { load: 40 },
  'Mutation.logFieldNote': { load: 10 },
  'Mutation.logFieldNotes': { load: 2.5, each: 'notes' },
  'Mutation.reviewFieldNote': { load: 10 },

  'WijkProfile.themes': { times: 17 },
  'WijkProfile.sources': { times: 20 },
  'ThemeProfile.figures': { times: 6 },
  'IndicatorFigure.availability': { times: 2 },
  'Benchmark.urbanity': { load: 1 },
  'Benchmark.comparison': { times: 3 },
  'Method.inputs': { times: 2 },
  'ExpectedUse.inputs': { times: 3 },
  'UseFit.predictors': { times: 3 },
  'ThemeProfile.interpretations': { times: 2 },
  'ThemeProfile.followUps': { times: 2 },
  'ThemeProfile.knownDocuments': { times: 2 },
  'ThemeProfile.reactions': { times: 2 },
  'FollowUp.reactions': { times: 2 },
  'Interpretation.reactions': { times: 2 },
  'Signal.excerpts': { times: 3 },
  'Signal.strengths': { times: 2 },
  'Query.themes': { times: 17 },

  '__Schema.types': { times: 200 },
  '__Schema.directives': { times: 5 },
  '__Type.fields': { times: 5 },
  '__Type.inputFields': { times: 1 },
  '__Type.enumValues': { times: 3 },
  '__Type.interfaces': { times: 1 },
  '__Type.possibleTypes': { times: 1 },
  '__Field.args': { times: 1 },
  '__Directive.args': { times: 1 },
};

/** Values of an answer that cost as much as one millisecond: reading, checking and writing them out. */
export const valuesPerCost = 500;
/** Written fields that cost a millisecond: validating and compiling a query that was not seen before. */
export const fieldsPerCost = 50;
export const usualTimes = 10;
export const usualPage = 25;
export const largestPage = 100;
