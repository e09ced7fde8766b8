// One person without a name, told apart by a single striking thing: a deed, a habit, a companion, a height, an office
// held before, a great age. Kinds of people ("de mensen die", "een man met een hond") are told apart by nothing. A
// hint, always soft: rule S2 (domain.md, chapter 15).
import type { Hit } from './findings.ts';
import { type PersonNoun, personNoun } from './person-nouns.ts';
import {
  accompanied,
  aged,
  always,
  CLERGY,
  counted,
  deed,
  dwells,
  FEAT,
  habit,
  height,
  household,
  IN_SIGHT,
  KIN,
  lives,
  maimed,
  marked,
  ODD_HOME,
  OFFICE,
  OLD_AGE,
  ONE_TO_A_PLACE,
  PRIVATE,
  placed,
  rides,
  STRICKEN,
  suffered,
  WORKS,
  withPlace,
} from './striking-clauses.ts';
import type { Word } from './words.ts';

const REACH = 110;
const DETERMINER = /^(?:de|het|die|dat|een|deze|onze|ons|t|'t|n|den|enige|eerste|laatste)$/;
const FORMER = /^(?:oud|ex|voormalige?|vroegere)$/;
const NO_ADJECTIVE =
  /^(?:en|of|in|op|van|bij|met|voor|naar|door|aan|uit|over|is|was|heeft|had|zijn|haar|mijn|hun|geen|elke|iedere|alle|als)$/;

/** Everyone who is told apart by one striking thing. */
export function findStriking(text: string, words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  const add = (start: number, end: number) => {
    if (start >= (hits.at(-1)?.end ?? 0))
      hits.push({ type: 'RARE_PERSON', start, end, hard: false });
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const noun = word && personNoun(word.key);
    if (!word || !noun) continue;
    const first = openingOf(words, at);
    const behind = strikingEnd(text, words, first, at, noun);
    if (behind !== undefined) add(words[first]?.start ?? word.start, word.end + behind);
  }
  for (const { index, 0: aged } of text.matchAll(OLD_AGE))
    if (!hits.some((hit) => hit.start < index + aged.length && index < hit.end))
      hits.push({ type: 'RARE_PERSON', start: index, end: index + aged.length, hard: false });
  return hits;
}

/** Index of the first word of the description: its article, or "oud" and "ex" without one. */
function openingOf(words: readonly Word[], at: number): number {
  let first = at;
  for (let back = at; back > Math.max(0, at - 4); back -= 1) {
    const [word, before] = [words[back], words[back - 1]];
    if (!word || !before || !/^[ -]$/.test(word.gap)) break;
    if (DETERMINER.test(before.key)) {
      first = back - 1;
      continue;
    }
    if (first < at && DETERMINER.test(words[first]?.key ?? '')) break;
    if (NO_ADJECTIVE.test(before.key)) break;
    if (FORMER.test(before.key)) first = back - 1;
    else if (!/(?:e|er|isch|lijk|oud|jong|sch)$/.test(before.key)) break;
  }
  return first;
}

/** How far behind its noun the description reaches, if it tells somebody apart. */
function strikingEnd(
  text: string,
  words: readonly Word[],
  first: number,
  at: number,
  noun: PersonNoun,
): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  const opening = words.slice(first, at).map(({ key }) => key);
  const clause = clauseBehind(text, word.end, opening[0] ?? '');
  const isFormer = opening.some((key) => FORMER.test(key));
  const isKnown = /^(?:de|het|die|dat|deze|onze|ons|t|'t|den)$/.test(opening[0] ?? '');
  const isThat = /^(?:die|dat)$/.test(opening[0] ?? '');
  if (isFormer) {
    const held = OFFICE.test(word.key) || opening.includes('olympisch');
    const told = firstEnd(clause, [deed, habit, lives, always, placed]);
    const now = /^, nu [^.,;]{3,30}/.exec(clause)?.[0].length;
    if (held) return now ?? told ?? 0;
    return noun === 'role' || noun === 'likely'
      ? (now ?? firstEnd(clause, [deed, habit, lives, always]))
      : undefined;
  }
  const anyway = firstEnd(clause, [height, rides, aged]);
  if (noun !== 'likely' && anyway !== undefined && opening.length > 0) return anyway;
  if (!isKnown) return undefined;
  if (noun === 'likely') return firstEnd(clause, [habit, suffered, dwells]);
  const fate = firstEnd(clause, [suffered]);
  if (fate !== undefined) return fate;
  const mark = firstEnd(clause, [
    maimed,
    marked,
    accompanied,
    counted,
    ...(noun === 'family' ? [household] : []),
  ]);
  if (mark !== undefined) return withRelative(clause, mark);
  const kin = kinEnd(words, at);
  if (kin !== undefined) return kin - word.end;
  const did = deed.exec(clause);
  if (did && (noun === 'role' || FEAT.test(did[1] ?? ''))) return withPlace(clause, did[0].length);
  const isSomewhere = noun !== 'general' || IN_SIGHT.test(always.exec(clause)?.[0] ?? '');
  const does = firstEnd(clause, isSomewhere ? [habit, always] : [habit]);
  if (does !== undefined) return does;
  const home = lives.exec(clause)?.[0];
  if (home && (noun === 'role' || isThat || ODD_HOME.test(home))) return home.length;
  const place = noun === 'role' ? placed.exec(clause)?.[0] : undefined;
  if (place && ONE_TO_A_PLACE.test(word.key)) return withRelative(clause, place.length);
  if (place && PRIVATE.test(clause.slice(place.length))) return withRelative(clause, place.length);
  if (place) {
    const rest = firstEnd(clause.slice(place.length), [deed, habit, lives]);
    if (rest !== undefined) return place.length + rest;
  }
  return undefined;
}

/** What follows in the same sentence; "dat" behind a noun with "de" opens what is said, and describes nobody. */
function clauseBehind(text: string, end: number, opening: string): string {
  const clause = text.slice(end, end + REACH).split(/[.](?!\d)|[;!?\n]/)[0] ?? '';
  const isReported = /^,? dat /.test(clause) && !/^(?:het|dat|ons|een|dit|t|'t)$/.test(opening);
  const isOfOther = /^,? (?:die|dat) (?:hij|zij|ze|ik|we|wij|er|je|men)(?![a-z])/.test(clause);
  return isReported || isOfOther ? '' : clause;
}

/** "de tweeling van de neergeschoten juwelier", "de dochter van de dominee": end of who they belong to. */
function kinEnd(words: readonly Word[], at: number): number | undefined {
  const [kin, link, article] = words.slice(at, at + 3);
  if (!kin || !KIN.test(kin.key) || !/^(?:van)$/.test(link?.key ?? '')) return undefined;
  if (!/^(?:de|het|die|een)$/.test(article?.key ?? '')) return undefined;
  const next = words[at + 3];
  const isStricken = STRICKEN.test(next?.key ?? '');
  const whose = isStricken ? words[at + 4] : next;
  if (whose?.gap !== ' ' || !personNoun(whose.key)) return undefined;
  const isOfOffice =
    ONE_TO_A_PLACE.test(whose.key) || OFFICE.test(whose.key) || CLERGY.test(whose.key);
  return isStricken || isOfOffice ? whose.end : undefined;
}

/** Length of the longest of these at the head of the clause. */
function firstEnd(clause: string, patterns: readonly RegExp[]): number | undefined {
  const ends = patterns.flatMap((pattern) => pattern.exec(clause)?.[0].length ?? []);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** With the clause behind it: "zonder benen die elke dag bij de ah accordeon speelt". */
function withRelative(clause: string, end: number): number {
  const rest = firstEnd(clause.slice(end), [deed, habit, lives, always, rides, WORKS]);
  return rest === undefined ? withPlace(clause, end) : end + rest;
}
