// The merge of one wijk: the evidence on each theme as this actor may see it, with what people did with it. Pure.
import { type Actor, mayReadText } from '../access/actor.ts';
import type { Profession } from '../codes/people.ts';
import type { Handling, Interpretation, SignalState } from '../follow-ups/load.ts';
import { lastReleasedDay } from '../privacy/releases.ts';
import type { Chain } from './chains.ts';
import type { Evidence, ThemeEvidence } from './evidence.ts';
import type { HeardSignal, Profile, Signal, ThemeProfile } from './profile.ts';

export interface ProfileParts {
  readonly actor: Actor | null;
  readonly chain: Chain;
  readonly asOf: Date;
  /** Instant of the last release of the ground side (privacy/releases.ts). */
  readonly released: Date;
  readonly evidence: Evidence;
  readonly handling: Handling;
}

/** The profile, themes in their fixed order. */
export function mergeProfile(parts: ProfileParts): Profile {
  const { chain, asOf, released, evidence } = parts;
  const { figures, thresholds, coverage } = evidence;
  return {
    place: chain.place,
    chain,
    year: chain.place.year,
    asOf,
    groundAsOf: lastReleasedDay(released),
    thresholds,
    population: figures.population,
    coverage,
    themes: evidence.themes.map((one) => themeProfile(parts, one)),
    context: figures.context,
    sources: figures.sources,
  };
}

function themeProfile(parts: ProfileParts, evidence: ThemeEvidence): ThemeProfile {
  const { handling } = parts;
  const { theme } = evidence;
  const isOnTheme = (one: { readonly theme: ThemeEvidence['theme'] | null }) => one.theme === theme;
  const explanations = handling.interpretations.filter(isOnTheme);
  const interpretations = explanations
    .filter((one) => mayReadInterpretation(parts, one))
    .map((one) => ({ ...one, professions: namedProfessions(parts, one) }));
  return {
    theme,
    figures: evidence.figures,
    coverage: evidence.coverage,
    concordance: evidence.concordance,
    sentence: evidence.sentence,
    analysisLevel: interpretations.length > 0 ? 'DIAGNOSTIC' : 'DESCRIPTIVE',
    signal: handledSignal(evidence.signal, handling.states.find(isOnTheme)),
    interpretations,
    explanations,
    followUps: handling.followUps.filter(isOnTheme),
    knownDocuments: handling.knownDocuments.filter((one) => isOnTheme(one) || one.theme === null),
    reactions: handling.reactions.filter(isOnTheme),
  };
}

const untouched = { stage: 'NOTICED', owner: null, dueOn: null, version: 0 } as const;

function handledSignal(heard: HeardSignal, state: SignalState | undefined): Signal {
  const { stage, owner, dueOn, version } = state ?? untouched;
  return { ...heard, stage, owner, dueOn, version };
}

const mayReadInterpretation = ({ actor, chain }: ProfileParts, one: Interpretation): boolean =>
  mayReadText(actor, chain.place.gemeenteCode, one.publicationLevel, 'NONE');

/** Outside the circle a profession of one practice would tell who sat at the table. */
function namedProfessions(
  { actor, chain, evidence }: ProfileParts,
  { professions }: Interpretation,
): readonly Profession[] {
  if (mayReadText(actor, chain.place.gemeenteCode, 'CIRCLE', 'NONE')) return professions;
  return professions.filter((one) => evidence.commonProfessions.has(one));
}
