import { task, taskChanges, taskPage } from '@todo-chatbot/shared';
import type { NewTaskInput, Task, TaskChanges, TaskPage } from '@todo-chatbot/shared';
import { expect } from 'vitest';
import type { Browser } from './browser.ts';

/** A person's tasks by way of the API; every answer must be what the contract says. */
export function taskClient(browser: Browser) {
  const root = '/api/v1/tasks';
  return {
    async create(input: NewTaskInput): Promise<Task> {
      const answer = await browser.send(`POST ${root}`, input);
      expect(answer.statusCode, answer.body).toBe(201);
      return task.strict().parse(answer.json());
    },
    async get(id: string): Promise<Task> {
      const answer = await browser.send(`GET ${root}/${id}`);
      expect(answer.statusCode, answer.body).toBe(200);
      return task.strict().parse(answer.json());
    },
    async patch({ id, version }: Task, change: object): Promise<TaskChanges> {
      const answer = await browser.send(`PATCH ${root}/${id}`, { version, ...change });
      expect(answer.statusCode, answer.body).toBe(200);
      return taskChanges.parse(answer.json());
    },
    async list(query: string): Promise<TaskPage> {
      const answer = await browser.send(`GET ${root}?${query}`);
      expect(answer.statusCode, answer.body).toBe(200);
      return taskPage.parse(answer.json());
    },
    /** All titles of a list, page by page. */
    async titles(query: string): Promise<string[]> {
      const titles: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: TaskPage = await this.list(`${query}${cursor && `&cursor=${cursor}`}`);
        titles.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      }
      return titles;
    },
  };
}

/** A person's tasks by way of the API. */
export type TaskClient = ReturnType<typeof taskClient>;
