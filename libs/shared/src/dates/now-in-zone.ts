const formats = new Map<string, Intl.DateTimeFormat>();
const mostFormats = 600;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Making one costs far more than using it.
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(timeZone, format);
  return format;
}

/** What calendar and wall clock of a zone show at a moment: a day and a time such as `09:30`. */
export function wallClock(timeZone: string, now: Date): { day: string; time: string } {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const year = parts['year']?.padStart(4, '0');
  return {
    day: `${year}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

/** Today in a zone. */
export const todayIn = (timeZone: string, now: Date = new Date()): string =>
  wallClock(timeZone, now).day;

/** The zone of this browser or process. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
