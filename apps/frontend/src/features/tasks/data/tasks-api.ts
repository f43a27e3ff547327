import type {
  NewTaskInput,
  Task,
  TaskChanges,
  TaskPage,
  TaskPatch,
  TaskStatus,
} from '@todo-chatbot/shared';
import { http } from '@/lib/http';

const tasks = '/api/v1/tasks';
const one = (id: string) => `${tasks}/${encodeURIComponent(id)}`;

interface Page {
  status: TaskStatus;
  cursor: string | null;
  signal: AbortSignal;
}

/** A page of one's tasks, newest first. */
export function fetchTasks({ status, cursor, signal }: Page): Promise<TaskPage> {
  const query = new URLSearchParams({ status, ...(cursor && { cursor }) });
  return http(`${tasks}?${query}`, { signal });
}

export const fetchTask = (id: string) => http<Task>(one(id));

export const createTask = (task: NewTaskInput) => http<Task>(tasks, { method: 'POST', json: task });

export async function patchTask(id: string, patch: TaskPatch): Promise<Task> {
  const { tasks: changed } = await http<TaskChanges>(one(id), { method: 'PATCH', json: patch });
  return changed[0] as Task;
}

/** `keepalive` lets the request outlive its page. */
export const deleteTask = (id: string, keepalive = false) =>
  http<undefined>(one(id), { method: 'DELETE', keepalive });
