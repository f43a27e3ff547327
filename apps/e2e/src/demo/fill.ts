import { taskLimits } from '@todo-chatbot/shared';
import type { NewTaskInput, Task } from '@todo-chatbot/shared';
import { addDays, todayIn } from '@todo-chatbot/shared/dates';
import { demoTasks } from './content.ts';
import type { DemoTask } from './content.ts';
import { stableId } from './stable-id.ts';

/** Sends a signed-in person's request to the API, and answers the body. Throws on a refusal. */
export type Send = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
) => Promise<unknown>;

const doneStep = /^✓ /;

interface WantedTask {
  task: NewTaskInput & { id: string };
  isDone: boolean;
}

/** A task of the example as the API takes it, for one owner and the zone they live in. */
export function toTask(demo: DemoTask, owner: string, zone: string): WantedTask {
  const { key, day, steps = [], done = false, ...content } = demo;
  const id = stableId(`${owner}/${key}`);
  const subtasks = steps.map((step, index) => ({
    id: stableId(`${id}/${index}`),
    title: step.replace(doneStep, ''),
    done: doneStep.test(step),
  }));
  const dueDate = day === undefined ? null : addDays(todayIn(zone), day);
  const timeZone = content.dueTime ? zone : null;
  return { task: { ...content, id, subtasks, dueDate, timeZone }, isDone: done };
}

// Every field, so that filling again also takes back what somebody changed.
const blank = { notes: '', priority: 'none', stage: 'todo', tags: [], reminders: [] } as const;
const undated = { dueTime: null, recurrence: null } as const;

async function put(send: Send, task: WantedTask['task']): Promise<Task> {
  const found = (await send('POST', '/api/v1/tasks', task)) as Task;
  if (!found.deletedAt) return found;
  const restored = { deleted: false, version: found.version };
  const { tasks } = (await send('PATCH', `/api/v1/tasks/${found.id}`, restored)) as {
    tasks: [Task];
  };
  return tasks[0];
}

/** Puts the example's tasks into an account, or puts them right again; answers how many. */
export async function fillWithDemo(send: Send, owner: string, zone: string): Promise<number> {
  const patches: object[] = [];
  // The last one first: new tasks come at the head of the list.
  for (const demo of demoTasks.toReversed()) {
    const { task, isDone } = toTask(demo, owner, zone);
    const { version, completed } = await put(send, task);
    if (version === 1 && completed === isDone) continue;
    patches.push({ ...blank, ...undated, ...task, version, completed: isDone });
  }
  for (let start = 0; start < patches.length; start += taskLimits.bulk) {
    const body = { patches: patches.slice(start, start + taskLimits.bulk) };
    await send('POST', '/api/v1/tasks/bulk', body);
  }
  return demoTasks.length;
}
