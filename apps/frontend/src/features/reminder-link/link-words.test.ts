import {
  reminderLinkActions,
  reminderLinkStates,
  type ReminderLinkAction,
  type ReminderLinkState,
} from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { linkWords, momentWords } from './link-words';

const task = { id: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11', title: 'Pay the rent' };
const again = { at: '2026-11-26T08:00:00.000Z', timeZone: 'Asia/Kolkata' };

const all = reminderLinkActions.flatMap((action) =>
  reminderLinkStates.map((state): [ReminderLinkAction, ReminderLinkState] => [action, state]),
);

it.each(all)('a link to %s that is %s says so, with a button only where it works', (...link) => {
  const [action, state] = link;
  const needsTime = action.startsWith('snooze');
  const words = linkWords({ action, state, task, again: needsTime ? again : null });
  expect(words.title.length).toBeGreaterThan(5);
  expect(words.lead).toMatch(/\.$/);
  expect(words.press !== undefined).toBe(state === 'ready');
});

it('a moment is on the wall of its person’s zone', () => {
  expect(momentWords(again)).toBe('Thursday 26 November at 13:30 (Asia/Kolkata)');
  expect(momentWords({ ...again, timeZone: 'Pacific/Pago_Pago' })).toBe(
    'Wednesday 25 November at 21:00 (Pacific/Pago_Pago)',
  );
});
