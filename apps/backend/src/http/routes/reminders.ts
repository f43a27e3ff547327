import {
  reminderAnswer,
  reminderList,
  reminderSettings,
  reminderSettingsPatch,
  reminderSnooze,
  remindersRead,
} from '@todo-chatbot/shared';
import type { ReminderAnswer } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SessionReader } from '../../modules/accounts/account.ts';
import { AppError } from '../../modules/app-error.ts';
import type { Answered, ReminderService } from '../../modules/reminders/reminder-service.ts';
import { accountOf, registerSessionGuard } from '../session-guard.ts';

export interface ReminderRoutesPorts {
  reminders: ReminderService;
  sessions: SessionReader;
}

const params = z.object({ id: z.uuid() });

function toAnswer({ outcome, taskId }: Answered): ReminderAnswer {
  if (outcome === 'gone' || taskId === undefined) {
    throw new AppError('not_found', 'There is no such reminder, or its task was deleted.');
  }
  return { outcome, taskId };
}

function registerTold(plain: FastifyInstance, { reminders }: ReminderRoutesPorts): void {
  const scope = plain.withTypeProvider<ZodTypeProvider>();

  scope.get('/', { schema: { response: { 200: reminderList } } }, async (request) =>
    reminders.list(accountOf(request).id),
  );

  scope.post(
    '/read',
    { schema: { body: remindersRead, response: { 200: reminderList } } },
    async (request) => reminders.markRead(accountOf(request).id, request.body.ids),
  );

  scope.post(
    '/:id/complete',
    { schema: { params, response: { 200: reminderAnswer } } },
    async (request) =>
      toAnswer(await reminders.completeFromReminder(accountOf(request).id, request.params.id)),
  );

  scope.post(
    '/:id/snooze',
    { schema: { params, body: reminderSnooze, response: { 200: reminderAnswer } } },
    async (request) => {
      const { id: ownerId } = accountOf(request);
      const until = new Date(request.body.until);
      return toAnswer(await reminders.snooze(ownerId, request.params.id, until));
    },
  );
}

function registerSettings(plain: FastifyInstance, { reminders }: ReminderRoutesPorts): void {
  const scope = plain.withTypeProvider<ZodTypeProvider>();

  scope.get('/', { schema: { response: { 200: reminderSettings } } }, async (request) =>
    reminders.settings(accountOf(request).id),
  );

  scope.patch(
    '/',
    { schema: { body: reminderSettingsPatch, response: { 200: reminderSettings } } },
    async (request) => reminders.setMail(accountOf(request).id, request.body.mail),
  );
}

/** Told reminders, what people do about them, and whether they come by mail. */
export function registerReminderRoutes(server: FastifyInstance, ports: ReminderRoutesPorts): void {
  const register = (prefix: string, routes: typeof registerTold) =>
    server.register(
      async (plain) => {
        registerSessionGuard(plain, ports.sessions);
        routes(plain, ports);
      },
      { prefix },
    );
  register('/api/v1/reminders', registerTold);
  register('/api/v1/account/reminders', registerSettings);
}
