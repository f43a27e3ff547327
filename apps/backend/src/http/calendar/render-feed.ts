import type { Task } from '@todo-chatbot/shared';
import { inZone } from '@todo-chatbot/shared/dates/zone-changes';
import { momentOf } from '@todo-chatbot/shared/dates/zoned';
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { ICalCalendar, ICalEventData } from 'ical-generator';
import { ruleOf } from './rule.ts';
import { zoneDefinition } from './zone.ts';

const hour = 3_600;
// A task without a time is due at nine, as far as reminders are concerned.
const morning = 9 * hour;
const longestText = 2_000;
// Each zone costs some work; a person has one or two.
const mostZones = 10;

function description({ notes, subtasks }: Task): string {
  const steps = subtasks.map(({ title, done }) => `${done ? '☑' : '☐'} ${title}`).join('\n');
  const text = [notes, steps].filter(Boolean).join('\n\n');
  // By characters: half of one would be no text.
  return [...text].slice(0, longestText).join('');
}

/** When the event is: a day, a moment, or the time on the wall of a zone that it recurs in. */
function timing(task: Task, recurs: boolean): Pick<ICalEventData, 'start' | 'allDay' | 'timezone'> {
  const { dueDate, dueTime, timeZone } = task;
  if (!dueDate) throw new Error('A task without a date is no event.');
  if (!dueTime || !timeZone) return { start: new Date(`${dueDate}T00:00:00Z`), allDay: true };
  if (!recurs) return { start: momentOf(dueDate, dueTime, timeZone) };
  return { start: inZone(momentOf(dueDate, dueTime, timeZone), timeZone), timezone: timeZone };
}

function addTask(calendar: ICalCalendar, task: Task, rule: string | undefined): void {
  const updated = new Date(task.updatedAt);
  const event = calendar.createEvent({
    id: `${task.id}@todo`,
    ...timing(task, rule !== undefined),
    summary: task.completed ? `✓ ${task.title}` : task.title,
    description: description(task),
    categories: task.tags.map((name) => ({ name })),
    transparency: ICalEventTransparency.TRANSPARENT,
    // Of the task and not of this moment: the same tasks make the same file.
    stamp: updated,
    lastModified: updated,
    sequence: task.version,
    ...(rule !== undefined && { repeating: rule }),
  });
  if (task.completed) return;
  for (const minutes of task.reminders) {
    const before = minutes * 60 - (task.dueTime ? 0 : morning);
    event.createAlarm({
      type: ICalAlarmType.display,
      relatesTo: ICalAlarmRelatesTo.start,
      trigger: before,
    });
  }
}

/** Dated tasks as a calendar file. */
export function renderFeed(tasks: readonly Task[], now: Date): string {
  const zones = new Set<string>();
  const calendar = ical({
    name: 'Todo',
    prodId: { company: 'todo-chatbot', product: 'tasks', language: 'EN' },
    ttl: hour,
    timezone: { name: null, generator: (zone: string) => zoneDefinition(zone, now) },
  });
  for (const task of tasks) {
    const zone = task.dueTime ? task.timeZone : null;
    const rule = ruleOf(task);
    if (rule !== undefined && zone) {
      if (!zones.has(zone) && zones.size === mostZones) {
        addTask(calendar, task, undefined);
        continue;
      }
      zones.add(zone);
    }
    addTask(calendar, task, rule);
  }
  return `${calendar.toString()}\r\n`;
}
