import type { ParsedResult } from 'chrono-node';
import { Chrono, configuration } from 'chrono-node/en';
import type { Candidate } from './dates.ts';
import { dayOf, isDay, partsOf, toIso, type Day } from './days.ts';
import type { QuickAddContext } from './types.ts';
import { words } from './words.ts';

const chrono = new Chrono(configuration.createConfiguration(true, false));

/** Without a year the next such day is meant. */
function forward(today: Day, month: number, date: number): Day | undefined {
  const { year } = partsOf(today);
  return [year, year + 1, year + 2, year + 3, year + 4]
    .filter((candidate) => isDay(candidate, month, date))
    .map((candidate) => dayOf(candidate, month, date))
    .find((day) => day >= today);
}

const relative = /^in\s+(?!the\s)/i;

function read(result: ParsedResult, today: Day): Omit<Candidate, 'start' | 'end'> | undefined {
  const { start, end, text } = result;
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
  if (end || year === null || month === null || date === null) return undefined;
  if (start.tags().has('result/relativeDate')) {
    const ofClock = start.tags().has('result/relativeDateAndTime');
    return relative.test(text) && !ofClock ? { day: dayOf(year, month, date) } : undefined;
  }
  const named = start.isCertain('month') && start.isCertain('day') && !/\//.test(text);
  if (!named || start.isCertain('hour') || !isDay(year, month, date)) return undefined;
  if (start.isCertain('year')) return { day: dayOf(year, month, date) };
  const day = forward(today, month, date);
  return day === undefined ? undefined : { day, yearly: true };
}

/** Dates that chrono reads: 25 dec, Dec 25th 2027, 2026-12-01, in two weeks. */
function namedDates(rest: string, today: Day): Candidate[] {
  // A number behind "at" is an hour, which chrono would take for a year: 25 dec at 20.
  const text = rest.replace(/(?<=\bat\s)\s*\d/gi, (digit) => '\uFFFD'.repeat(digit.length));
  // At noon in UTC no zone's clock jumps, whatever zone the machine has.
  const reference = { instant: new Date(`${toIso(today)}T12:00:00Z`), timezone: 0 };
  return chrono.parse(text, reference).flatMap((result) => {
    const found = read(result, today);
    return found ? [{ ...found, start: result.index, end: result.index + result.text.length }] : [];
  });
}

const slashed = words('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?!/)');

/** Dates with slashes, whose order is a custom of the country. */
function slashedDates(rest: string, today: Day, order: QuickAddContext['dateOrder']): Candidate[] {
  return [...rest.matchAll(slashed)].flatMap((match) => {
    const [one, two] = [Number(match[1]), Number(match[2])];
    const dayFirst = order !== 'month-first';
    // 12/25 can only be meant one way, whatever the custom.
    const swapped = (dayFirst ? two : one) > 12;
    const [date, month] = dayFirst !== swapped ? [one, two] : [two, one];
    const year = match[3] && Number(match[3].padStart(4, '20'));
    const place = { start: match.index, end: match.index + match[0].length };
    if (year) return isDay(year, month, date) ? [{ ...place, day: dayOf(year, month, date) }] : [];
    const day = match[0] === '24/7' ? undefined : forward(today, month, date);
    // One half and three quarters look the same.
    return day === undefined ? [] : [{ ...place, day, loose: true, yearly: true }];
  });
}

/** Dates written with a month or as numbers. */
export const calendarDates = (rest: string, today: Day, order: QuickAddContext['dateOrder']) => [
  ...namedDates(rest, today),
  ...slashedDates(rest, today, order),
];
