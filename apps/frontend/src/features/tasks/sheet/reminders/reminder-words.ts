/** The units in which a person says how long before, in minutes. */
export const reminderUnits = { minutes: 1, hours: 60, days: 1_440 } as const;
export type ReminderUnit = keyof typeof reminderUnits;

const sizes = [
  [10_080, 'week'],
  [1_440, 'day'],
  [60, 'hour'],
  [1, 'minute'],
] as const;

/** How long before the due moment: «1 day before». */
export function reminderWords(minutes: number, dueTime: string | null): string {
  if (minutes === 0) return dueTime ? 'When it is due' : 'On the day at 09:00';
  const [size, name] = sizes.find(([one]) => minutes % one === 0) ?? [1, 'minute'];
  const count = minutes / size;
  return `${count} ${name}${count === 1 ? '' : 's'} before`;
}

/** The moments that are chosen most, in minutes before. */
export const usualReminders = (dueTime: string | null): readonly number[] =>
  dueTime ? [0, 10, 30, 60, 1_440] : [0, 1_440, 2_880, 10_080];
