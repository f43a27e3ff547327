import { newTask } from '../contracts/task.ts';
import { describe, expect, it } from 'vitest';
import { clock, days, marks, recurrences, times, untouched } from './corpus.ts';
import { parseQuickAdd, type QuickAddContext } from './index.ts';

const understood = [...days, ...times, ...recurrences, ...marks];

describe('a phrase', () => {
  it.each(understood)('%j is understood', (typed, expected) => {
    const { task } = parseQuickAdd(typed, clock);
    const { timeZone, ...rest } = task;
    expect(rest).toEqual(expected);
    expect(timeZone).toBe(expected.dueTime ? clock.timeZone : undefined);
    expect(newTask.safeParse(task).error).toBeUndefined();
  });

  it.each(untouched)('%j is all title', (typed) => {
    expect(parseQuickAdd(typed, clock)).toEqual({ task: { title: typed }, spans: [] });
  });
});

const task = (typed: string, context: Partial<QuickAddContext>) =>
  parseQuickAdd(typed, { ...clock, ...context }).task;

describe('spans', () => {
  it('name every piece that was understood, where it stands', () => {
    const typed = 'Pay rent every 1st at 9am !high #home';
    const { spans } = parseQuickAdd(typed, clock);
    expect(spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['recurrence', 'every 1st'],
      ['time', 'at 9am'],
      ['priority', '!high'],
      ['tag', '#home'],
    ]);
    expect(spans.every(({ start, end, text }) => typed.slice(start, end) === text)).toBe(true);
  });

  it('that were taken back are title again, and no part of them is guessed anew', () => {
    expect(task('call Ana next friday 9am', { plain: ['next friday'] })).toMatchObject({
      title: 'call Ana next friday',
      dueTime: '09:00',
      dueDate: '2026-11-26',
    });
    expect(task('label it (p1) p1', { plain: ['p1'] })).toEqual({ title: 'label it (p1) p1' });
  });
});

describe('a place', () => {
  it.each([
    ['Pacific/Pago_Pago', '2026-11-24'],
    ['UTC', '2026-11-25'],
    ['Asia/Kolkata', '2026-11-25'],
    ['Pacific/Kiritimati', '2026-11-25'],
  ])('%s has its own today', (timeZone, today) => {
    const now = new Date('2026-11-25T09:30:00Z');
    expect(task('call mum today', { now, timeZone }).dueDate).toBe(today);
  });

  it('knows where the day has turned already', () => {
    const now = new Date('2026-11-25T10:30:00Z');
    expect(task('call mum today', { now, timeZone: 'Pacific/Kiritimati' })).toMatchObject({
      dueDate: '2026-11-26',
    });
    expect(task('call mum fri', { now, timeZone: 'Pacific/Kiritimati' })).toMatchObject({
      dueDate: '2026-11-27',
    });
  });

  it('reads 3/4 as its people do', () => {
    expect(task('pay 3/4', { dateOrder: 'month-first' }).dueDate).toBe('2027-03-04');
    expect(task('pay 25/12', { dateOrder: 'month-first' }).dueDate).toBe('2026-12-25');
  });
});

describe('on days when the clock jumps', () => {
  const spring = { now: new Date('2027-03-28T00:30:00Z') };
  const autumn = { now: new Date('2026-10-24T23:30:00Z') };

  it('hours count as they pass, dates as the wall shows them', () => {
    expect(task('call in 1 hour', spring)).toMatchObject({ dueTime: '03:30' });
    expect(task('call in 2 hours', autumn)).toMatchObject({
      dueDate: '2026-10-25',
      dueTime: '02:30',
    });
    expect(task('call tomorrow at 9am', spring)).toMatchObject({
      dueDate: '2027-03-29',
      dueTime: '09:00',
    });
    expect(task('call today', autumn).dueDate).toBe('2026-10-25');
    expect(task('call in 7 days', autumn).dueDate).toBe('2026-11-01');
  });
});

it('an evening that has come already gives tonight no time', () => {
  const late = new Date('2026-11-25T21:00:00Z');
  expect(task('read tonight', { now: late })).toEqual({ title: 'read', dueDate: '2026-11-25' });
});

it('blank text has no title', () => {
  expect(parseQuickAdd('  ', clock)).toEqual({ task: { title: '' }, spans: [] });
});
