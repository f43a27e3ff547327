import { findDates, type Candidate } from './dates.ts';
import { toIso, wallAt, type Day, type Wall } from './days.ts';
import { firstDay, soonest } from './first-day.ts';
import { takeRule, type Rule } from './rules.ts';
import type { Scan } from './scan.ts';
import { takeExactTime, takeFromNow, takeLooseTime, takePartBehind } from './times.ts';
import type { QuickAddContext } from './types.ts';

/** When a task is due and how it recurs. */
export interface Due {
  day: Day;
  minutes: number | undefined;
  rule: Rule['recurrence'] | undefined;
}

const untilPrefix = /(?:^|\s)(?:until|till|through)\s+$/i;
const startPrefix = /(?:^|\s)(?:starting|beginning|from)(?:\s+on)?\s+$/i;
const everyPrefix = /(?:^|\s)(?:every|each|first|third|fourth|last)\s+$/i;
const duePrefix = /(?:^|\s)(?:on|by|to|due|due\s+on|before)\s+$/i;

/** Where the piece starts together with the words in front that belong to it. */
function startWith(scan: Scan, { start }: Candidate, prefix: RegExp): number {
  const head = scan.rest.slice(0, start);
  const found = prefix.exec(head);
  return found ? found.index + found[0].length - found[0].trimStart().length : start;
}

const follows = (scan: Scan, { start }: Candidate, prefix: RegExp): boolean =>
  prefix.test(scan.rest.slice(0, start));

const isUntil = (scan: Scan, date: Candidate) => follows(scan, date, untilPrefix);

/** Takes the last day on which the rule holds. */
function takeUntil(scan: Scan, dates: Candidate[]): Day | undefined {
  const found = dates.find((date) => isUntil(scan, date));
  if (found) scan.take('recurrence', startWith(scan, found, untilPrefix), found.end);
  return found?.day;
}

interface Dates {
  due: Candidate | undefined;
  rule: Rule['recurrence'] | undefined;
}

/** Takes the due date; of several the last one, where people put it. */
function takeDue(scan: Scan, dates: Candidate[], rule: Rule['recurrence'] | undefined): Dates {
  const able = dates.filter(
    (date) =>
      (rule ?? !follows(scan, date, startPrefix)) &&
      (date.yearly ?? !follows(scan, date, everyPrefix)),
  );
  const due = able.at(-1);
  if (!due) return { due, rule };
  if (follows(scan, due, everyPrefix)) {
    scan.take('recurrence', startWith(scan, due, everyPrefix), due.end);
    return { due, rule: { every: 1, unit: 'year' } };
  }
  const prefix = rule && follows(scan, due, startPrefix) ? startPrefix : duePrefix;
  scan.take('date', startWith(scan, due, prefix), due.end);
  return { due, rule };
}

/** The time that goes with a date; "tonight" has none when the evening has come already. */
function timeOf(scan: Scan, due: Candidate | undefined, wall: Wall): number | undefined {
  if (!due) return undefined;
  const isPast = due.day === wall.today && (due.minutes ?? 0) <= wall.minutes;
  return (isPast ? undefined : due.minutes) ?? takePartBehind(scan, due.end);
}

/** Takes everything that says when. */
export function takeWhen(scan: Scan, context: QuickAddContext): Due | undefined {
  const wall = wallAt(context.now, context.timeZone);
  const soon = takeFromNow(scan);
  if (soon !== undefined) {
    const then = wallAt(new Date(context.now.getTime() + soon * 60_000), context.timeZone);
    return { day: then.today, minutes: then.minutes, rule: undefined };
  }
  const exact = takeExactTime(scan);
  const ruled = takeRule(scan);
  const dates = findDates(scan, wall.today, context.dateOrder);
  const starts = dates.filter((date) => !isUntil(scan, date));
  const until = ruled && takeUntil(scan, dates);
  const { due, rule: base } = takeDue(scan, starts, ruled?.recurrence);
  const minutes = exact ?? timeOf(scan, due, wall) ?? takeLooseTime(scan) ?? ruled?.minutes;
  const rule = base && { ...base, ...(until !== undefined && { until: toIso(until) }) };
  if (!rule && !due && minutes === undefined) return undefined;
  const start = due?.day ?? soonest(wall, minutes);
  return { day: rule ? firstDay(rule, start) : start, minutes, rule };
}
