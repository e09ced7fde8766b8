// Interpretation questions of a gemeente (chapter 14.4): each difference between monitor and ground that no dialogue
// has explained yet, put to named kinds of professionals. Made of what this actor sees on the profile, nothing more.
import type { Actor } from '../access/actor.ts';
import { codesOf, type Label } from '../codes/code-list.ts';
import type { ConcordanceOutcome } from '../codes/merge.ts';
import { type Profession, professions } from '../codes/people.ts';
import { expectedProfessions, type ThemeCode, themes } from '../codes/themes.ts';
import type { ReadDb } from '../db/client.ts';
import { isDifference, isOpen } from '../follow-ups/questions.ts';
import { addMonths, dayOf } from '../notes/calendar.ts';
import { monthOf } from '../privacy/disclosure.ts';
import { arisenAt, type PastEvidence } from '../profiles/arising.ts';
import { loadPastEvidence } from '../profiles/load.ts';
import type { Profile, ThemeProfile } from '../profiles/profile.ts';
import type { Language } from '../sentences.ts';
import { loadProfilesWithin } from './grid.ts';

export interface InterpretationQuestion {
  readonly placeCode: string;
  readonly placeName: string;
  readonly theme: ThemeCode;
  readonly outcome: ConcordanceOutcome;
  /** Month in which the difference arose, as its first day; null when it stood longer than two years. */
  readonly since: string | null;
  /** Normally meet the theme, and were not heard. */
  readonly notHeard: readonly Profession[];
  /** Spoke of it. */
  readonly heard: readonly Profession[];
}

export interface QuestionPage {
  readonly within: string;
  readonly first: number;
  /** Wijk name and code, and place of the theme in the list, of the last one seen. */
  readonly after?: QuestionKey | undefined;
}

export type QuestionKey = readonly [wijk: string, theme: number];

/** How far back a difference is followed. */
const historyMonths = 24;
const themeOrder = codesOf(themes);

/** Open questions by wijk and theme, no ranking; in a fixed number of statements. */
export async function listQuestions(
  db: ReadDb,
  actor: Actor | null,
  { within, first, after }: QuestionPage,
  now: Date,
): Promise<{
  questions: (InterpretationQuestion & { readonly key: QuestionKey })[];
  hasMore: boolean;
}> {
  const profiles = await loadProfilesWithin(db, actor, { within }, now);
  const past = await loadPastEvidence(db, actor, profiles, addMonths(now, -historyMonths), now);
  const found: (InterpretationQuestion & { readonly key: QuestionKey })[] = [];
  for (const profile of profiles) {
    for (const theme of profile.themes) {
      const key = keyOf(profile, theme);
      if ((after && !isAfter(key, after)) || found.length > first) continue;
      const question = questionOf(profile, theme, past.get(profile.place.code));
      if (question) found.push({ ...question, key });
    }
  }
  return { questions: found.slice(0, first), hasMore: found.length > first };
}

const keyOf = ({ place }: Profile, { theme }: ThemeProfile): QuestionKey => [
  `${place.sortName} ${place.code}`,
  themeOrder.indexOf(theme),
];

const isAfter = ([wijk, theme]: QuestionKey, [afterWijk, afterTheme]: QuestionKey) =>
  wijk > afterWijk || (wijk === afterWijk && theme > afterTheme);

function questionOf(
  { place }: Profile,
  { theme, concordance, explanations, signal, coverage }: ThemeProfile,
  past: PastEvidence | undefined,
): InterpretationQuestion | undefined {
  const { outcome } = concordance;
  if (!past || !isDifference(outcome)) return undefined;
  let known: { at: Date | null } | undefined;
  const since = () => {
    known ??= { at: arisenAt(past, theme, outcome) };
    return known.at;
  };
  if (!isOpen({ outcome, explanations, since })) return undefined;
  const at = since();
  const { professions: heard } = signal;
  const missing = coverage.missingProfessions;
  return {
    ...{ placeCode: place.code, placeName: place.name, theme, outcome, heard },
    since: at && monthOf(dayOf(at)),
    // All expected ones spoke, in practices too few to name: then it is put to those kinds all the same.
    notHeard: missing.length + heard.length > 0 ? missing : expectedProfessions[theme],
  };
}

const differences: Partial<Record<ConcordanceOutcome, Label>> = {
  SIGNAL_ABOVE_FIGURE: {
    nl: 'professionals zien zorgen die niet uit de cijfers blijken',
    en: 'professionals see concerns that the figures do not show',
  },
  SIGNAL_WITHOUT_FIGURE: {
    nl: 'professionals zien zorgen en er is geen cijfer om die mee te vergelijken',
    en: 'professionals see concerns and there is no figure to compare them with',
  },
  FIGURE_ABOVE_SIGNAL: {
    nl: 'de cijfers zijn ongunstiger dan in de meeste wijken en professionals melden dit niet',
    en: 'the figures are less favourable than in most wijken and professionals do not report it',
  },
};

/** The question in plain words, to whom it is put included. */
export function wordsOf(question: InterpretationQuestion, language: Language): string {
  const list = (codes: readonly Profession[]) =>
    codes.map((code) => lowerFirst(professions[code][language])).join(', ');
  const isDutch = language === 'nl';
  const asked = [
    ...(question.notHeard.length > 0
      ? [`${list(question.notHeard)} (${isDutch ? 'nog niet gehoord' : 'not heard yet'})`]
      : []),
    ...(question.heard.length > 0
      ? [`${list(question.heard)} (${isDutch ? 'al gehoord' : 'heard'})`]
      : []),
  ].join(isDutch ? ' en ' : ' and ');
  const about = `${themes[question.theme][language]}, ${question.placeName}: ${differences[question.outcome]?.[language]}.`;
  return isDutch
    ? `${about} Vraag aan ${asked}: herkent u dit, en hoe legt u het verschil uit?`
    : `${about} A question to ${asked}: do you recognise this, and how do you explain the difference?`;
}

/** Names of offices in running text: "GP" and "POH-GGZ" keep their capitals. */
const lowerFirst = (text: string) =>
  /^[A-Z][a-zé]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
