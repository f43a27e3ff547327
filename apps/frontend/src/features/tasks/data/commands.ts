import type { NewTaskInput, Task } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { differences, inverse, withEdit, type Edit } from './edit';
import { linger } from './lingering';
import { newId } from './new-id';
import type { Change } from './operation';
import { newest } from './outbox/delivered';
import { outbox } from './outbox/outbox';

/** How many tasks one request may change. */
const atOnce = 500;

/** An edit, or what it is for each task. */
type EditOf = Edit | ((task: Task) => Edit);

const changesOf = (tasks: readonly Task[], edit: EditOf): Change[] =>
  tasks
    .map((task) => {
      const wanted = typeof edit === 'function' ? edit(task) : edit;
      return { id: task.id, edit: differences(task, wanted), seen: newest(task) };
    })
    .filter((change) => Object.keys(change.edit).length > 0);

function send(changes: readonly Change[]): void {
  for (let at = 0; at < changes.length; at += atOnce) {
    outbox.add({ kind: 'change', changes: changes.slice(at, at + atOnce) });
  }
}

/** The changes that take these back, built on what became of them meanwhile. */
const takingBack = (changes: readonly Change[]): Change[] =>
  changes.map(({ id, edit, seen }) => {
    const done = withEdit(seen, edit);
    return { id, edit: inverse(seen, edit), seen: newest(done) };
  });

/** Adds a task; it shows before the server knows it. @returns its id */
export function createTask({ id = newId(), ...input }: NewTaskInput): string {
  outbox.add({ kind: 'create', task: { ...input, id, title: input.title.trim() } });
  return id;
}

/** Changes a task at once and sends it; what is the same already is left out. */
export function changeTask(task: Task, edit: Edit): void {
  send(changesOf([task], edit));
}

/** Changes tasks at once and offers to take it back. @param done says what was done: «Deleted 3 tasks» */
export function changeTasks(tasks: readonly Task[], edit: EditOf, done: string): void {
  const changes = changesOf(tasks, edit);
  if (changes.length === 0) return;
  linger(changes.filter((one) => one.edit.completed !== undefined).map(({ id }) => id));
  send(changes);
  const undo = () => send(takingBack(changes));
  notify({ title: done, action: { label: 'Undo', run: undo } });
}

const named = (tasks: readonly Task[]) =>
  tasks.length === 1 ? `“${tasks[0]?.title}”` : `${tasks.length} tasks`;

/** Checks tasks off, or opens them again. */
export function completeTasks(tasks: readonly Task[], completed: boolean): void {
  changeTasks(tasks, { completed }, `${completed ? 'Completed' : 'Opened'} ${named(tasks)}`);
}

/** Moves tasks to the trash. */
export function deleteTasks(tasks: readonly Task[]): void {
  changeTasks(tasks, { deleted: true }, `Deleted ${named(tasks)}`);
}

/** Brings tasks back from the trash. */
export function restoreTasks(tasks: readonly Task[]): void {
  changeTasks(tasks, { deleted: false }, `Restored ${named(tasks)}`);
}

/** Gives a task a new place, right after another one or first. @param position until the server says */
export function moveTask(task: Task, after: string | null, position: string): void {
  outbox.add({ kind: 'move', seen: newest(task), after, position });
}

/** Deletes a task in the trash for good. */
export function purgeTask(task: Task): void {
  outbox.add({ kind: 'purge', seen: newest(task) });
}

/** Deletes everything in the trash for good. */
export function emptyTrash(): void {
  outbox.add({ kind: 'empty' });
}
