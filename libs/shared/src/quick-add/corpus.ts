import type { Weekday } from '../contracts/recurrence.ts';
import type { NewTaskInput } from '../contracts/task.ts';

/** The clock of the corpus: Wednesday, 25 November 2026, ten in the morning in Berlin. */
export const clock = { now: new Date('2026-11-25T09:00:00Z'), timeZone: 'Europe/Berlin' };

type Entry = readonly [typed: string, task: Omit<NewTaskInput, 'timeZone'>];

const due = (title: string, dueDate: string, dueTime?: string) => ({
  title,
  dueDate,
  ...(dueTime && { dueTime }),
});

const weekly = (every: number, ...weekdays: Weekday[]) => ({
  recurrence: { every, unit: 'week' as const, weekdays },
});

const monthly = (monthDay: number) => ({
  recurrence: { every: 1, unit: 'month' as const, monthDay },
});

const every = (count: number, unit: 'day' | 'week' | 'month' | 'year') => ({
  recurrence: { every: count, unit },
});

export const days: Entry[] = [
  ['call mum today', due('call mum', '2026-11-25')],
  ['call mum tomorrow', due('call mum', '2026-11-26')],
  ['Tomorrow call mum', due('call mum', '2026-11-26')],
  ['call mum tmr', due('call mum', '2026-11-26')],
  ['call mum the day after tomorrow', due('call mum', '2026-11-27')],
  ['call mum fri', due('call mum', '2026-11-27')],
  ['call mum wednesday', due('call mum', '2026-12-02')],
  ['call mum this wednesday', due('call mum', '2026-11-25')],
  ['call mum on sat', due('call mum', '2026-11-28')],
  ['call mum sun', due('call mum', '2026-11-29')],
  ['call mum next friday', due('call mum', '2026-12-04')],
  ['call mum next week', due('call mum', '2026-11-30')],
  ['call mum next month', due('call mum', '2026-12-01')],
  ['call mum next year', due('call mum', '2027-01-01')],
  ['call mum this weekend', due('call mum', '2026-11-28')],
  ['call mum in 3 days', due('call mum', '2026-11-28')],
  ['call mum in two weeks', due('call mum', '2026-12-09')],
  ['call mum in a month', due('call mum', '2026-12-25')],
  ['send the report by the end of the month', due('send the report', '2026-11-30')],
  ['send the report by friday', due('send the report', '2026-11-27')],
  ['wrap gifts 25 dec', due('wrap gifts', '2026-12-25')],
  ['wrap gifts on December 24th', due('wrap gifts', '2026-12-24')],
  ['wrap gifts dec 25', due('wrap gifts', '2026-12-25')],
  ['renew pass 1 oct', due('renew pass', '2027-10-01')],
  ['renew pass 3 May 2028', due('renew pass', '2028-05-03')],
  ['file taxes 2026-12-01', due('file taxes', '2026-12-01')],
  ['file taxes 3/4', due('file taxes', '2027-04-03')],
  ['file taxes 12/25', due('file taxes', '2026-12-25')],
  ['file taxes 5/1/27', due('file taxes', '2027-01-05')],
  ['pay the plumber on the 5th', due('pay the plumber', '2026-12-05')],
  ['pay the plumber the 30th', due('pay the plumber', '2026-11-30')],
  ['move friday meeting to next monday', due('move friday meeting', '2026-11-30')],
];

export const times: Entry[] = [
  ['stand-up tomorrow 9am', due('stand-up', '2026-11-26', '09:00')],
  ['stand-up tomorrow at 9:30 pm', due('stand-up', '2026-11-26', '21:30')],
  ['stand-up 17:30', due('stand-up', '2026-11-25', '17:30')],
  ['stand-up 9am', due('stand-up', '2026-11-26', '09:00')],
  ['stand-up at 11', due('stand-up', '2026-11-25', '11:00')],
  ['stand-up at 5 tomorrow', due('stand-up', '2026-11-26', '17:00')],
  ['stand-up friday at 9', due('stand-up', '2026-11-27', '09:00')],
  ['stand-up at noon', due('stand-up', '2026-11-25', '12:00')],
  ['stand-up 25 dec at 20', due('stand-up', '2026-12-25', '20:00')],
  ['stand-up 25 dec 20:00', due('stand-up', '2026-12-25', '20:00')],
  ['watch the game tonight', due('watch the game', '2026-11-25', '20:00')],
  ['water plants this evening', due('water plants', '2026-11-25', '20:00')],
  ['water plants friday morning', due('water plants', '2026-11-27', '09:00')],
  ['water plants tomorrow in the evening', due('water plants', '2026-11-26', '19:00')],
  ['take the cake out in 2 hours', due('take the cake out', '2026-11-25', '12:00')],
  ['take the cake out in half an hour', due('take the cake out', '2026-11-25', '10:30')],
  ['12pm lunch', due('lunch', '2026-11-25', '12:00')],
  ['12am backup', due('backup', '2026-11-26', '00:00')],
];

export const recurrences: Entry[] = [
  [
    'pay rent every 1st at 9am !high #home',
    { ...due('pay rent', '2026-12-01', '09:00'), ...monthly(1), priority: 'high', tags: ['home'] },
  ],
  ['stretch every day', { ...due('stretch', '2026-11-25'), ...every(1, 'day') }],
  ['stretch every day at 9am', { ...due('stretch', '2026-11-26', '09:00'), ...every(1, 'day') }],
  ['stretch at 11am every day', { ...due('stretch', '2026-11-25', '11:00'), ...every(1, 'day') }],
  ['stretch daily at 11', { ...due('stretch', '2026-11-25', '11:00'), ...every(1, 'day') }],
  ['stretch every morning', { ...due('stretch', '2026-11-26', '09:00'), ...every(1, 'day') }],
  ['stretch every 3 days', { ...due('stretch', '2026-11-25'), ...every(3, 'day') }],
  ['stretch every 3 days starting monday', { ...due('stretch', '2026-11-30'), ...every(3, 'day') }],
  [
    'write standup every weekday',
    { ...due('write standup', '2026-11-25'), ...weekly(1, 'mo', 'tu', 'we', 'th', 'fr') },
  ],
  ['sleep in every weekend', { ...due('sleep in', '2026-11-28'), ...weekly(1, 'sa', 'su') }],
  ['bins every other tuesday', { ...due('bins', '2026-12-01'), ...weekly(2, 'tu') }],
  ['bins every mon and thu', { ...due('bins', '2026-11-26'), ...weekly(1, 'mo', 'th') }],
  ['bins on Mondays, Fridays', { ...due('bins', '2026-11-27'), ...weekly(1, 'mo', 'fr') }],
  [
    'yoga every tue, wed & sun at 7pm',
    { ...due('yoga', '2026-11-25', '19:00'), ...weekly(1, 'tu', 'we', 'su') },
  ],
  ['bins every 2 weeks', { ...due('bins', '2026-11-25'), ...every(2, 'week') }],
  ['bins every 2 weeks on friday', { ...due('bins', '2026-11-27'), ...weekly(2, 'fr') }],
  ['bins every two weeks from friday', { ...due('bins', '2026-11-27'), ...every(2, 'week') }],
  ['invoice every month', { ...due('invoice', '2026-11-25'), ...every(1, 'month') }],
  ['invoice every month on the 15th', { ...due('invoice', '2026-12-15'), ...monthly(15) }],
  ['invoice every last day of the month', { ...due('invoice', '2026-11-30'), ...monthly(-1) }],
  ['invoice every 31st', { ...due('invoice', '2026-11-30'), ...monthly(31) }],
  ['invoice every quarter', { ...due('invoice', '2026-11-25'), ...every(3, 'month') }],
  ['invoice monthly', { ...due('invoice', '2026-11-25'), ...every(1, 'month') }],
  ['see the dentist every year', { ...due('see the dentist', '2026-11-25'), ...every(1, 'year') }],
  [
    'birthday of Ines every 3 may',
    { ...due('birthday of Ines', '2027-05-03'), ...every(1, 'year') },
  ],
  [
    'stretch every day until 24 dec',
    {
      title: 'stretch',
      dueDate: '2026-11-25',
      recurrence: { every: 1, unit: 'day', until: '2026-12-24' },
    },
  ],
];

export const marks: Entry[] = [
  ['ship it !1', { title: 'ship it', priority: 'high' }],
  ['ship it !2', { title: 'ship it', priority: 'medium' }],
  ['!3 ship it', { title: 'ship it', priority: 'low' }],
  ['ship it !medium', { title: 'ship it', priority: 'medium' }],
  ['ship it p1', { title: 'ship it', priority: 'high' }],
  ['ship it p4', { title: 'ship it', priority: 'none' }],
  ['ship it !!!', { title: 'ship it', priority: 'high' }],
  ['ship it !low !high', { title: 'ship it', priority: 'high' }],
  ['ship it #Work #größe-xl', { title: 'ship it', tags: ['work', 'größe-xl'] }],
  ['#work, ship it.', { title: 'ship it.', tags: ['work'] }],
];

/** What looks like a date, a time or a tag, and is none. */
export const untouched = [
  'may the force be with you',
  'read 1984',
  'buy 2 apples',
  'call mark at 5th avenue',
  'march to the beat',
  'buy sun cream',
  'fix the sat nav',
  'read the friday paper',
  "write monday's speech",
  'plan black friday',
  'add 1/2 cup of milk',
  'call the 24/7 hotline',
  'wait a second',
  'every second counts',
  'every man for himself',
  'rent a car for 2 weeks',
  'write the weekly report',
  'watch the 5th element again',
  'learn C# and F#',
  'fix issue #42',
  'wow!1 what a day',
  'read https://example.org/2026-12-01#tomorrow',
  'write to friday@example.org',
  'watch “Tomorrow never dies”',
  'conference monday to friday',
  'morning run',
  'meet at 10 downing street',
  'draw a gantt chart of the second half',
  'tomorrow',
  'every day',
  '#home !high',
];
