// Places as they are searched: one entry per area under its newest code; what it was called before, under which codes,
// and what people call it is found too. Pure.
import type { PlaceLevel } from '../codes/figures.ts';
import { type Entry, entryId } from './entries.ts';

interface Span {
  readonly code: string;
  readonly first: number;
  readonly last: number;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly gemeente: string;
}

export interface PlaceRows {
  /** By code, the newest span of each first. */
  readonly spans: readonly Span[];
  /** Spans that are one area: the earlier and the later, each by code and first year. */
  readonly links: readonly (readonly [code: string, year: number, code: string, year: number])[];
  readonly aliases: readonly (readonly [alias: string, code: string])[];
}

/** Entries in the order of their codes. */
export function placeEntries(rows: PlaceRows): Entry[] {
  const { earlier, succeeded } = readLinks(rows.links);
  const spans = new Map(rows.spans.map((span) => [keyOf(span.code, span.first), span]));
  const newest = new Map<string, Span>();
  const lastYears = new Map<string, number>();
  for (const span of rows.spans) {
    if (!newest.has(span.code)) newest.set(span.code, span);
    lastYears.set(span.gemeente, Math.max(lastYears.get(span.gemeente) ?? 0, span.last));
  }
  const called = new Map<string, string[]>();
  for (const [alias, code] of rows.aliases) called.set(code, [...(called.get(code) ?? []), alias]);

  const pastOf = (span: Span): Span[] => {
    const seen = new Set([keyOf(span.code, span.first)]);
    // A set is walked through what is added meanwhile.
    for (const key of seen) for (const before of earlier.get(key) ?? []) seen.add(before);
    return [...seen].flatMap((key) => spans.get(key) ?? []);
  };
  const detailOf = (span: Span): string => {
    const { gemeente, last } = span;
    const where = isPart(span) ? (newest.get(gemeente)?.name ?? '') : '';
    const ended = last < (lastYears.get(gemeente) ?? last) ? `tot en met ${last}` : '';
    return [where, ended].filter(Boolean).join(', ');
  };
  // What lives on under another code is found there.
  return [...newest.values()]
    .filter(({ code, first }) => !succeeded.has(keyOf(code, first)))
    .map((span) => {
      const past = pastOf(span);
      const names = othersThan(span.name, [
        ...(called.get(span.code) ?? []),
        ...past.map((one) => one.name),
      ]);
      const codes = othersThan(
        span.code,
        past.map((one) => one.code),
      );
      const around = isPart(span) ? (called.get(span.gemeente) ?? []) : [];
      return {
        ...{ id: entryId('PLACE', span.code), kind: 'PLACE', code: span.code, title: span.name },
        ...{ detail: detailOf(span), place: span.code },
        ...(names.length > 0 ? { names } : {}),
        ...(codes.length > 0 ? { codes } : {}),
        ...(around.length > 0 ? { around } : {}),
      };
    });
}

const isPart = ({ level }: Span) => level === 'WIJK' || level === 'BUURT';

const keyOf = (code: string, year: number) => `${code} ${year}`;

function readLinks(links: PlaceRows['links']) {
  const earlier = new Map<string, string[]>();
  const succeeded = new Set<string>();
  for (const [from, fromYear, to, toYear] of links) {
    const key = keyOf(to, toYear);
    earlier.set(key, [...(earlier.get(key) ?? []), keyOf(from, fromYear)]);
    succeeded.add(keyOf(from, fromYear));
  }
  return { earlier, succeeded };
}

const othersThan = (own: string, all: readonly string[]) =>
  [...new Set(all)].filter((one) => one !== own);
