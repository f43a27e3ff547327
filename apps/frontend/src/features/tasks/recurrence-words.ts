import type { Recurrence, Weekday } from '@todo-chatbot/shared';

const days: Record<Weekday, string> = {
  mo: 'Mon',
  tu: 'Tue',
  we: 'Wed',
  th: 'Thu',
  fr: 'Fri',
  sa: 'Sat',
  su: 'Sun',
};

/** A rule in words: every 2 weeks on Mon, Thu. */
export function recurrenceWords({ every, unit, weekdays, monthDay }: Recurrence): string {
  const rhythm = every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
  if (weekdays) return `${rhythm} on ${weekdays.map((day) => days[day]).join(', ')}`;
  if (monthDay === -1) return `${rhythm} on the last day`;
  return monthDay ? `${rhythm} on day ${monthDay}` : rhythm;
}
