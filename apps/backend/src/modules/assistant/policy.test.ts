import { expect, it } from 'vitest';
import { waitsForPerson } from './policy.ts';

const fresh = { builtIn: false, hasReadTasks: false };

it.each(['delete_task', 'change_tasks', 'a_tool_of_tomorrow'])('%s always waits', (tool) => {
  expect(waitsForPerson(tool, fresh)).toBe(true);
  expect(waitsForPerson(tool, { builtIn: true, hasReadTasks: false })).toBe(true);
});

it.each(['add_task', 'update_task', 'complete_task', 'restore_task'])(
  '%s is made at once, unless a model has read what may instruct it',
  (tool) => {
    expect(waitsForPerson(tool, fresh)).toBe(false);
    expect(waitsForPerson(tool, { builtIn: true, hasReadTasks: true })).toBe(false);
    expect(waitsForPerson(tool, { builtIn: false, hasReadTasks: true })).toBe(true);
  },
);
