// How far a due day is away, in words: late is said, not only coloured.
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { boardWords } from './words.ts';

const dayLength = 86_400_000;

/** Whole days from today in Amsterdam to an ISO day; negative when it has passed. Pure. */
export function daysUntil(day: string, now: Date): number {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / dayLength);
}

export const isOverdue = (day: string | null | undefined, now: Date) =>
  day !== null && day !== undefined && daysUntil(day, now) < 0;

/** Says when a step is due. */
export function useDueWords(): (day: string | null | undefined) => string {
  const say = useWords(boardWords);
  const { formats } = useLanguage();
  return (due) => {
    if (due === null || due === undefined) return say('noDue');
    const n = daysUntil(due, new Date());
    const day = formats.day(due);
    if (n === 0) return say('dueToday');
    return n > 0 ? say('dueIn', { n, day }) : say('overdue', { n: -n, day });
  };
}
