import {
  exportedTask,
  priorities,
  recurrenceUnits,
  stages,
  taskLimits,
  weekdays,
} from '@todo-chatbot/shared';
import type { ExportedTask } from '@todo-chatbot/shared';
import fc from 'fast-check';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const moment = fc
  .date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = moment.map((text) => text.slice(0, 10));
const subtask = fc.record({ id: fc.uuid(), title: text(60), done: fc.boolean() });

const recurrence = fc.record(
  {
    every: fc.integer({ min: 1, max: 999 }),
    unit: fc.constantFrom(...recurrenceUnits),
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    monthDay: fc.constantFrom(-1, 1, 15, 31),
    until: day,
    from: fc.constantFrom('due', 'completion'),
  },
  { requiredKeys: ['every', 'unit', 'from'] },
);

const raw = fc.record({
  title: fc.oneof(text(80), fc.string({ unit: 'grapheme', maxLength: 80 })),
  notes: fc.oneof(text(400), fc.string({ unit: 'grapheme', maxLength: 400 })),
  priority: fc.constantFrom(...priorities),
  stage: fc.constantFrom(...stages),
  tags: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 4 }),
  subtasks: fc.array(subtask, { maxLength: 4 }),
  reminders: fc.uniqueArray(fc.integer({ min: 0, max: taskLimits.reminderMinutes }), {
    maxLength: taskLimits.reminders,
  }),
  dueDate: maybe(day),
  dueTime: maybe(fc.constantFrom('00:00', '09:30', '23:59')),
  timeZone: maybe(fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'Pacific/Kiritimati', 'UTC')),
  recurrence: maybe(recurrence),
  completedAt: maybe(moment),
  deletedAt: maybe(moment),
  createdAt: moment,
  updatedAt: moment,
});

/** Whatever task the contract lets through, as it looks once it went through. */
export const arbitraryTask: fc.Arbitrary<ExportedTask> = raw
  .map((task) => exportedTask.safeParse(task).data)
  .filter((task) => task !== undefined);
