import { weekdays, type Recurrence, type Weekday } from '../contracts/recurrence.ts';
import type { Scan } from './scan.ts';
import { numberNamed, numberWord, partsOfDay, weekdayNamed, weekdayWord, words } from './words.ts';

/** How often, and the time of day that some words say with it ("every morning"). */
export interface Rule {
  recurrence: Omit<Recurrence, 'from'>;
  minutes?: number | undefined;
}

const every = '(?:on\\s+)?(?:every|each)\\s+';
const list = (word: string) => `(?:${word})(?:(?:\\s*(?:,|&|/|and|,\\s*and)\\s*)(?:${word}))*`;
const days = list(`(?:${weekdayWord})s?`);
const ordinal =
  '(?:(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)|last\\s+day)(?:\\s+of\\s+(?:the|each|every)\\s+month)?)';
const interval = `(?:other|second|${numberWord}|\\d{1,2}(?:nd|rd|th))`;

const daysOf = (text: string): Weekday[] => {
  const named = text.match(/\p{L}+/gu)?.map(weekdayNamed) ?? [];
  return weekdays.filter((_, index) => named.includes(index));
};

const intervalOf = (word: string | undefined): number => {
  if (!word) return 1;
  return /^(?:other|second)$/i.test(word) ? 2 : numberNamed(word.replace(/(?:nd|rd|th)$/i, ''));
};

const monthDayOf = (text: string): number =>
  /last/i.test(text) ? -1 : parseInt(text.replace(/\D+/, ''), 10);

const unitNamed = (name: string): Pick<Rule['recurrence'], 'every' | 'unit'> => {
  switch (name.toLowerCase()) {
    case 'day':
      return { every: 1, unit: 'day' };
    case 'week':
      return { every: 1, unit: 'week' };
    case 'fortnight':
      return { every: 2, unit: 'week' };
    case 'month':
      return { every: 1, unit: 'month' };
    case 'quarter':
      return { every: 3, unit: 'month' };
    default:
      return { every: 1, unit: 'year' };
  }
};

/** What comes behind "on" must belong to the unit: a weekday to weeks, a date to months. */
function onDay(base: Rule['recurrence'], names?: string, date?: string): Rule | undefined {
  if (names) {
    return base.unit === 'week' ? { recurrence: { ...base, weekdays: daysOf(names) } } : undefined;
  }
  if (!date) return { recurrence: base };
  return base.unit === 'month'
    ? { recurrence: { ...base, monthDay: monthDayOf(date) } }
    : undefined;
}

const workdays: Weekday[] = ['mo', 'tu', 'we', 'th', 'fr'];
const weekend: Weekday[] = ['sa', 'su'];

interface Shape {
  pattern: RegExp;
  read: (match: RegExpExecArray) => Rule | undefined;
}

const valid = (rule: Rule): Rule | undefined => {
  const { every, monthDay } = rule.recurrence;
  const fits = monthDay === undefined || monthDay === -1 || (monthDay >= 1 && monthDay <= 31);
  return every >= 1 && every <= 999 && fits ? rule : undefined;
};

/** The most telling first. */
const shapes: Shape[] = [
  {
    pattern: words(`${every}(?:(${interval})\\s+)?(?:work|week)days?`),
    read: ([, skipped]) =>
      skipped ? undefined : { recurrence: { every: 1, unit: 'week', weekdays: workdays } },
  },
  {
    pattern: words(`${every}weekends?`),
    read: () => ({ recurrence: { every: 1, unit: 'week', weekdays: weekend } }),
  },
  {
    pattern: words(
      `${every}(?:(${interval})\\s+)?(day|week|fortnight|month|quarter|year)s?(?:\\s+on\\s+(?:(${days})|(${ordinal})))?`,
    ),
    read: ([, step, unit, names, date]) => {
      const base = unitNamed(String(unit));
      return onDay({ ...base, every: base.every * intervalOf(step) }, names, date);
    },
  },
  {
    pattern: words(`${every}(?:(other|second|2nd)\\s+)?(${days})`),
    read: ([, step, names]) => ({
      recurrence: { every: intervalOf(step), unit: 'week', weekdays: daysOf(String(names)) },
    }),
  },
  {
    pattern: words(`${every}(morning|noon|afternoon|evening|night)`),
    read: ([, part]) => ({
      recurrence: { every: 1, unit: 'day' },
      minutes: partsOfDay[String(part).toLowerCase()],
    }),
  },
  {
    pattern: words(`${every}(${ordinal})`),
    read: ([, date]) => ({
      recurrence: { every: 1, unit: 'month', monthDay: monthDayOf(String(date)) },
    }),
  },
  {
    pattern: words(`on\\s+(${list(`(?:${weekdayWord})s`)})`),
    read: ([, names]) => ({
      recurrence: { every: 1, unit: 'week', weekdays: daysOf(String(names)) },
    }),
  },
];

const adverbs: Record<string, Rule> = {
  daily: { recurrence: { every: 1, unit: 'day' } },
  everyday: { recurrence: { every: 1, unit: 'day' } },
  weekly: { recurrence: { every: 1, unit: 'week' } },
  fortnightly: { recurrence: { every: 2, unit: 'week' } },
  biweekly: { recurrence: { every: 2, unit: 'week' } },
  monthly: { recurrence: { every: 1, unit: 'month' } },
  quarterly: { recurrence: { every: 3, unit: 'month' } },
  yearly: { recurrence: { every: 1, unit: 'year' } },
  annually: { recurrence: { every: 1, unit: 'year' } },
};
const adverb = words(Object.keys(adverbs).join('|'));
const timeFollows = /^\s+(?:at|on|starting|from|until)\s/i;

/** How often, from words such as "every other tuesday"; adverbs count where nothing follows them. */
export function takeRule(scan: Scan): Rule | undefined {
  for (const { pattern, read } of shapes) {
    for (const match of scan.rest.matchAll(pattern)) {
      const rule = read(match);
      if (!rule || !valid(rule)) continue;
      scan.take('recurrence', match.index, match.index + match[0].length);
      return rule;
    }
  }
  const last = scan.takeMatch('recurrence', adverb, (match) => {
    const end = match.index + match[0].length;
    return scan.standsLoose(match.index, end) || timeFollows.test(scan.rest.slice(end));
  });
  return last && adverbs[last[0].toLowerCase()];
}
