import * as shared from '@todo-chatbot/shared';
import { z } from 'zod';

const named = {
  Account: shared.account,
  CreatedToken: shared.createdToken,
  LiveEvent: shared.liveEvent,
  Problem: shared.problem,
  Reminder: shared.reminder,
  ReminderAnswer: shared.reminderAnswer,
  ReminderList: shared.reminderList,
  ReminderSettings: shared.reminderSettings,
  Tag: shared.tag,
  Task: shared.task,
  TaskChanges: shared.taskChanges,
  TaskPage: shared.taskPage,
  Token: shared.token,
};

/** The contracts that the API's description names, rather than repeating them at each route. */
export function componentRegistry() {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  return registry;
}

/** How people and programs show who they are. */
export const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'todo.session_token',
    description:
      'The cookie that signing in at /api/auth sets; with https its name begins with __Secure-.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: `An API token, made on the account page; its scopes are among ${shared.tokenScopes.join(', ')}.`,
  },
} as const;
