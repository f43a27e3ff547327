const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** A moment as a day: 25 Nov 2026. */
export const dayOf = (moment: string | Date): string => day.format(new Date(moment));

const steps = [
  [60, 'minute'],
  [60 * 60, 'hour'],
  [24 * 60 * 60, 'day'],
] as const;

/** How long ago something was: just now, 5 minutes ago, yesterday; after a month the day itself. */
export function ago(moment: string | Date, now: Date): string {
  const seconds = (now.getTime() - new Date(moment).getTime()) / 1000;
  if (seconds < 60) return 'just now';
  if (seconds > 30 * 24 * 60 * 60) return dayOf(moment);
  const [size, unit] = steps.findLast(([size]) => seconds >= size) ?? steps[0];
  return relative.format(-Math.floor(seconds / size), unit);
}
