import { calendarDates } from './calendar-dates.ts';
import { dayOf, isDay, partsOf, weekdayFrom, weekdayOf, type Day } from './days.ts';
import type { Scan } from './scan.ts';
import type { QuickAddContext } from './types.ts';
import { isDoubtful, weekdayNamed, weekdayWord, words } from './words.ts';

/** A piece of text that may be a date. */
export interface Candidate {
  start: number;
  end: number;
  day: Day;
  /** It counts only in a place where people put dates. */
  loose?: boolean | undefined;
  /** It comes again every year: a day and a month without a year. */
  yearly?: boolean | undefined;
  minutes?: number | undefined;
}

type Read = (match: RegExpExecArray, today: Day) => Omit<Candidate, 'start' | 'end'> | undefined;

const inMonth = (today: Day, ahead: number, date: number): Day | undefined => {
  const { year, month } = partsOf(today);
  const first = partsOf(dayOf(year, month + ahead, 1));
  return isDay(first.year, first.month, date) ? dayOf(first.year, first.month, date) : undefined;
};

const lastOfMonth = (today: Day): Day => {
  const { year, month } = partsOf(today);
  return dayOf(year, month + 1, 0);
};

/** The next day of a month with that number; months that lack it are passed over. */
const nextWithDate = (today: Day, date: number): Day | undefined =>
  [0, 1, 2]
    .map((ahead) => inMonth(today, ahead, date))
    .find((day) => day !== undefined && day >= today);

const weekday: Read = ([, which, name], today) => {
  const wanted = weekdayNamed(String(name));
  const monday = today - weekdayOf(today);
  switch (which?.toLowerCase()) {
    case 'next':
      return { day: monday + 7 + wanted };
    case 'this':
      return { day: weekdayFrom(today, wanted) };
    default:
      // On a Friday "friday" is the next one: for this one there is "today".
      return { day: weekdayFrom(today + 1, wanted), loose: !which && isDoubtful(String(name)) };
  }
};

const weekend: Read = ([text, which], today) => {
  const saturday = weekdayFrom(today - weekdayOf(today), 5);
  const started = weekdayOf(today) >= 5;
  if (which?.toLowerCase() === 'next') return { day: saturday + 7 };
  return { day: started ? today : saturday, loose: !which && !/^on/i.test(text) };
};

const period: Read = ([, unit], today) => {
  const { year, month } = partsOf(today);
  switch (String(unit).toLowerCase()) {
    case 'week':
      return { day: today - weekdayOf(today) + 7 };
    case 'month':
      return { day: dayOf(year, month + 1, 1) };
    default:
      return { day: dayOf(year + 1, 1, 1) };
  }
};

const ordinal: Read = ([, preposition, date], today) => {
  const day = nextWithDate(today, Number(date));
  return day === undefined ? undefined : { day, loose: !preposition };
};

const phrases: [RegExp, Read][] = [
  [words('(?:the\\s+)?day\\s+after\\s+tomorrow'), (_, today) => ({ day: today + 2 })],
  [words('today'), (_, today) => ({ day: today })],
  [words('tomorrow|tmrw|tmr'), (_, today) => ({ day: today + 1 })],
  [words('tonight|this\\s+evening'), (_, today) => ({ day: today, minutes: 20 * 60 })],
  [words('this\\s+morning'), (_, today) => ({ day: today, minutes: 9 * 60 })],
  [words('this\\s+afternoon'), (_, today) => ({ day: today, minutes: 15 * 60 })],
  [words(`(?:(next|this|on)\\s+)?(${weekdayWord})`), weekday],
  [words('(?:on\\s+)?(?:the\\s+)?(?:(this|next)\\s+)?weekend'), weekend],
  [words('next\\s+(week|month|year)'), period],
  [
    words('(?:at\\s+)?(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?month'),
    (_, today) => ({ day: lastOfMonth(today) }),
  ],
  [words('(on\\s+|by\\s+|due\\s+)?the\\s+(\\d{1,2})(?:st|nd|rd|th)'), ordinal],
];

/** A word in front with which the piece behind is no due date. */
const otherSense =
  /(?:^|[\s\uFFFC])(?:a|an|the|my|our|your|his|her|their|its|black|good|cyber|last|past|of|since|after|than|like|is|are|was|and|or|&|[\p{L}]+['’]s)\s+$/iu;

const phraseDates = (rest: string, today: Day): Candidate[] =>
  phrases.flatMap(([pattern, read]) =>
    [...rest.matchAll(pattern)].flatMap((match) => {
      const found = read(match, today);
      return found ? [{ ...found, start: match.index, end: match.index + match[0].length }] : [];
    }),
  );

const counts = (scan: Scan, { start, end, loose }: Candidate): boolean =>
  (!loose || scan.standsLoose(start, end) || isAfterDue(scan.rest.slice(0, start))) &&
  !otherSense.test(scan.rest.slice(0, start));

const duePrefix = /(?:^|\s)(?:on|by|due|before|for)\s+$/i;
const isAfterDue = (head: string) => duePrefix.test(head);

const between = /^\s*(?:to|-|–)\s*$/i;

/** A range such as monday to friday has no one due date. */
const isInRange = (rest: string, dates: readonly Candidate[], index: number): boolean =>
  [index - 1, index].some((at) => {
    const [one, other] = [dates[at], dates[at + 1]];
    return one && other && between.test(rest.slice(one.end, other.start));
  });

/** Everything in the text that is a date, in its order; of two that overlap the longer one. */
export function findDates(
  scan: Scan,
  today: Day,
  order: QuickAddContext['dateOrder'],
): Candidate[] {
  const all = [...phraseDates(scan.rest, today), ...calendarDates(scan.rest, today, order)];
  const longestFirst = all
    .filter((candidate) => counts(scan, candidate))
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Candidate[] = [];
  for (const one of longestFirst) {
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  }
  const inOrder = kept.toSorted((a, b) => a.start - b.start);
  return inOrder.filter((_, index) => !isInRange(scan.rest, inOrder, index));
}
