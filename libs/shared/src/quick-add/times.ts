import type { Scan } from './scan.ts';
import { numberNamed, numberWord, partsOfDay, words } from './words.ts';

const prefix = '(?:(?:at|by|@)\\s*)?';
const exact = words(
  `${prefix}(?:(\\d{1,2})(?:[:.]([0-5]\\d))?\\s?([ap])\\.?m\\.?|([01]?\\d|2[0-3]):([0-5]\\d))(?!:\\d)`,
);
const bareHour = words('(?:at|@)\\s*(\\d{1,2})');
const noon = words('(at\\s+|by\\s+)?(?:noon|midday)');
const inThe = words('in\\s+the\\s+(morning|afternoon|evening)');

const isPossible = ([, hour]: RegExpExecArray) =>
  hour === undefined || (Number(hour) >= 1 && Number(hour) <= 12);

/** A time that says itself what it is: 9am, 5.30 pm, 17:30. In minutes since midnight. */
export function takeExactTime(scan: Scan): number | undefined {
  const match = scan.takeMatch('time', exact, isPossible);
  if (!match) return undefined;
  const [, hour12, minute12, half, hour24, minute24] = match;
  if (hour24) return Number(hour24) * 60 + Number(minute24);
  const hour = (Number(hour12) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return hour * 60 + Number(minute12 ?? 0);
}

// Nobody plans for five in the night without saying so.
const likely = (hour: number) => (hour >= 1 && hour <= 6 ? hour + 12 : hour);

/** A time that only its place tells from other words: "at 9", "noon", "in the evening". */
export function takeLooseTime(scan: Scan): number | undefined {
  const stands = (match: RegExpExecArray) =>
    scan.standsLoose(match.index, match.index + match[0].length);
  const hour = scan.takeMatch('time', bareHour, (match) => Number(match[1]) < 24 && stands(match));
  if (hour) return likely(Number(hour[1])) * 60;
  if (scan.takeMatch('time', noon, (match) => Boolean(match[1]) || stands(match))) {
    return partsOfDay.noon;
  }
  const part = scan.takeMatch('time', inThe, stands)?.[1];
  return part ? partsOfDay[part.toLowerCase()] : undefined;
}

const part = /^\s+(?:in\s+the\s+)?(morning|afternoon|evening|night)(?!\p{L})/iu;

/** The part of the day right behind a date: friday morning. */
export function takePartBehind(scan: Scan, end: number): number | undefined {
  const match = part.exec(scan.rest.slice(end));
  if (!match) return undefined;
  scan.take('time', end + match[0].length - match[0].trimStart().length, end + match[0].length);
  return partsOfDay[String(match[1]).toLowerCase()];
}

const fromNow = words(`in\\s+(half\\s+an|${numberWord})\\s*(h|hrs?|hours?|mins?|minutes?)`);

/** How many minutes from now: "in 2 hours", "in half an hour". */
export function takeFromNow(scan: Scan): number | undefined {
  const match = scan.takeMatch('time', fromNow);
  if (!match) return undefined;
  const [, count, unit] = match;
  const size = /^h/i.test(String(unit)) ? 60 : 1;
  return /^half/i.test(String(count)) ? size / 2 : numberNamed(String(count)) * size;
}
