import {
  clientHeader,
  type NewTaskInput,
  type TagList,
  type Task,
  type TaskBulkPatchInput,
  type TaskChanges,
  type TaskMove,
  type TaskPage,
  type TaskPatchInput,
  type TaskSummary,
} from '@todo-chatbot/shared';
import { http } from '@/lib/http';
import { thisClient } from './client-id';
import { listPath, type ListQuery } from './list-query';

const tasks = '/api/v1/tasks';
const trash = '/api/v1/trash';
const at = (base: string, id: string) => `${base}/${encodeURIComponent(id)}`;

/** What a browser promises to send although the page is left, in characters, with room to spare. */
const outlives = 16_000;

/** A change: by its header the event that follows is recognised as one's own. */
const send = <T>(path: string, method: string, json?: unknown) =>
  http<T>(path, {
    method,
    headers: { [clientHeader]: thisClient() },
    json,
    keepalive: (JSON.stringify(json)?.length ?? 0) < outlives,
  });

interface Page {
  query: ListQuery;
  cursor: string | null;
  signal: AbortSignal;
}

/** A page of one's tasks. */
export function fetchTasks({ query, cursor, signal }: Page): Promise<TaskPage> {
  return http(listPath(query, cursor), { signal });
}

export const fetchTask = (id: string) => http<Task>(at(tasks, id));
export const fetchSummary = (today: string) => http<TaskSummary>(`${tasks}/summary?today=${today}`);
export const fetchTags = () => http<TagList>('/api/v1/tags');

export const postTask = (task: NewTaskInput) => send<Task>(tasks, 'POST', task);
export const patchTask = (id: string, patch: TaskPatchInput) =>
  send<TaskChanges>(at(tasks, id), 'PATCH', patch);
export const patchTasks = (bulk: TaskBulkPatchInput) =>
  send<TaskChanges>(`${tasks}/bulk`, 'POST', bulk);
export const moveTask = (id: string, move: TaskMove) =>
  send<Task>(`${at(tasks, id)}/move`, 'POST', move);
export const purgeTask = (id: string) => send<undefined>(at(trash, id), 'DELETE');
export const emptyTrash = () => send<undefined>(trash, 'DELETE');
