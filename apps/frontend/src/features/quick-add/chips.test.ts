import { expect, it } from 'vitest';
import { chipsOf } from './chips';
import { viewWords, withGiven } from './given';
import { parseQuickAdd } from '@todo-chatbot/shared/quick-add';

const context = { now: new Date('2026-11-25T09:00:00Z'), timeZone: 'Europe/Berlin' };
const today = '2026-11-25';
const chips = (typed: string, plain: string[] = []) =>
  chipsOf(parseQuickAdd(typed, { ...context, plain }), { typed, plain, today }).map(
    ({ words, off }) => (off ? `(${words})` : words),
  );

it('what is understood is said in words, in the order of the text', () => {
  expect(chips('pay rent every 1st at 9am !high #home')).toEqual([
    'Every month on the 1st, first Tue',
    '09:00',
    'High priority',
    '#home',
  ]);
  expect(chips('call Maya tomorrow')).toEqual(['Tomorrow']);
});

it('what is switched off stays in sight and in the title', () => {
  expect(chips('read Tomorrow #books', ['Tomorrow'])).toEqual(['#books', '(Tomorrow)']);
  expect(
    parseQuickAdd('read Tomorrow #books', { ...context, plain: ['Tomorrow'] }).task.title,
  ).toBe('read Tomorrow');
});

it('the view gives what the text leaves open', () => {
  const given = { dueDate: today, tags: ['home'] };
  expect(withGiven({ title: 'A', tags: ['garden'] }, given)).toEqual({
    title: 'A',
    dueDate: today,
    tags: ['home', 'garden'],
  });
  expect(withGiven({ title: 'A', dueDate: '2026-12-01' }, given).dueDate).toBe('2026-12-01');
  expect(viewWords(given, today)).toBe('Today, #home');
});
