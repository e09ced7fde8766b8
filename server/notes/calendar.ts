// Days and months of field notes. A day is a day in the Netherlands, wherever the server stands.

const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The Dutch calendar day of an instant, YYYY-MM-DD. */
export const dayOf = (instant: Date): string => dutchDay.format(instant);

/** The same day and time some months later; the last day of the month where that day does not exist. */
export function addMonths(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const overshot = moved.getUTCDate() !== instant.getUTCDate();
  if (overshot) moved.setUTCDate(0);
  return moved;
}

/** Months that an unrefreshed note counts (chapter 12). */
export const validMonths = 18;

export const validUntilOf = (recordedAt: Date): Date => addMonths(recordedAt, validMonths);
