import { taskPage } from '@todo-chatbot/shared';
import type { Task, TaskStatus } from '@todo-chatbot/shared';
import type { Call } from './rule.ts';

const few = 6;

/** What a rule found: the task that was meant, or words why it is not known. */
export type Found = { task: Task } | { words: string };

/** The title without what people put around it. */
export const bare = (words: string): string =>
  words
    .trim()
    .replace(/^(?:the |my )?(?:task |todo |to-do )?/i, '')
    .replace(/^["“”'‘’]+|["“”'‘’.!?]+$/g, '')
    .trim();

/** Finds the one task that words mean. */
export function* findTask(words: string, status: TaskStatus = 'open'): Generator<Call, Found> {
  const q = bare(words);
  if (!q) return { words: 'Which task do you mean?' };
  const answer = yield { tool: 'list_tasks', input: { q: q.slice(0, 200), status, limit: few } };
  const { data: page } = taskPage.safeParse(answer);
  const items = page?.items ?? [];
  const exact = items.filter(({ title }) => title.toLowerCase() === q.toLowerCase());
  const [task, another] = exact.length > 0 ? exact : items;
  if (!task) return { words: `I find no ${status} task with “${q}”.` };
  if (!another) return { task };
  const titles = items.map(({ title }) => `• ${title}`).join('\n');
  return { words: `Which one do you mean?\n${titles}` };
}
