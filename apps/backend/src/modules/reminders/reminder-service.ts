import { reminderLimits } from '@todo-chatbot/shared';
import type {
  Reminder,
  ReminderList,
  ReminderOutcome,
  ReminderSettings,
} from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';
import type { TaskService } from '../tasks/task-service.ts';
import { isCurrent } from './reminder.ts';
import type { Addressee, RemindedTask, ReminderMoment } from './reminder.ts';

/** A reminder that was told, and its task as it is now. */
export interface ToldReminder extends ReminderMoment {
  task: RemindedTask & { version: number };
}

/** Where told reminders are kept. Every call is bound to one owner. */
export interface ReminderStore {
  /** The newest ones, newest first, and how many are unread. */
  list(ownerId: string, limit: number): Promise<ReminderList>;
  find(ownerId: string, id: string): Promise<ToldReminder | undefined>;
  /** Marks reminders as seen; null for all that were told so far. */
  markRead(ownerId: string, ids: string[] | null): Promise<void>;
  /** Adds a reminder like another one, at another moment; false when there is one already. */
  snooze(ownerId: string, id: string, until: Date): Promise<boolean>;
  addressee(ownerId: string): Promise<Addressee | undefined>;
  /** Answers whether that changed anything. */
  wantMail(ownerId: string, wanted: boolean): Promise<boolean>;
}

/** What came of an answer to a reminder, and the task that it is about unless that is gone. */
export interface Answered {
  outcome: ReminderOutcome;
  taskId?: string;
}

/** What people do about reminders. Doors call these for an account they have established. */
export interface ReminderService {
  list(ownerId: string): Promise<ReminderList>;
  markRead(ownerId: string, ids: string[] | null): Promise<ReminderList>;
  /** Completes the reminder's task, unless it was closed or rescheduled since. */
  completeFromReminder(ownerId: string, reminderId: string): Promise<Answered>;
  /** Reminds once more, of a task that is still as it was. `until` is in the next 366 days. */
  snooze(ownerId: string, reminderId: string, until: Date): Promise<Answered>;
  /** From now on no reminder comes by mail. */
  stopMail(ownerId: string): Promise<Answered>;
  settings(ownerId: string): Promise<ReminderSettings>;
  setMail(ownerId: string, wanted: boolean): Promise<ReminderSettings>;
}

export interface ReminderServicePorts {
  store: ReminderStore;
  tasks: Pick<TaskService, 'patch'>;
  /** Whether this installation sends mail. */
  hasMail: boolean;
  now: () => Date;
}

const day = 86_400_000;
const tries = 3;

function checkMoment(until: Date, now: Date): void {
  const { snoozeDays } = reminderLimits;
  const ahead = until.getTime() - now.getTime();
  if (ahead > 0 && ahead <= snoozeDays * day) return;
  const message = `must be within the next ${snoozeDays} days`;
  throw new AppError('invalid_request', `The field until ${message}.`, {
    faults: [{ field: 'until', message }],
  });
}

/** Why a reminder cannot be answered; undefined when it can. */
export function obstacle(
  told: ToldReminder | undefined,
): (Answered & { outcome: 'already' | 'outdated' | 'gone' }) | undefined {
  if (!told || told.task.deleted) return { outcome: 'gone' };
  const taskId = told.task.id;
  if (told.task.completed) return { outcome: 'already', taskId };
  // A number of minutes taken off the task since is no reason: the task is still due then.
  return isCurrent(told.task, { ...told, snoozed: true })
    ? undefined
    : { outcome: 'outdated', taskId };
}

const isStale = (error: unknown) => error instanceof AppError && error.code === 'stale_version';

/** Builds the use cases on their ports. */
export function createReminderService(ports: ReminderServicePorts): ReminderService {
  const { store, tasks, hasMail, now } = ports;

  async function complete(ownerId: string, id: string, triesLeft: number): Promise<Answered> {
    const told = await store.find(ownerId, id);
    const hindered = obstacle(told);
    if (!told || hindered) return hindered ?? { outcome: 'gone' };
    const { id: taskId, version } = told.task;
    try {
      await tasks.patch({ ownerId, id: taskId }, { version, completed: true });
    } catch (error) {
      // Somebody changed it between reading and writing: it is looked at again.
      if (isStale(error) && triesLeft > 1) return complete(ownerId, id, triesLeft - 1);
      throw error;
    }
    await store.markRead(ownerId, [id]);
    return { outcome: 'done', taskId };
  }

  async function settings(ownerId: string): Promise<ReminderSettings> {
    const addressee = await store.addressee(ownerId);
    if (!addressee) throw new AppError('not_found', 'This account was deleted.');
    const { wanted, confirmed } = addressee;
    const hindrance = confirmed ? null : 'unconfirmed';
    return { mail: wanted, hindrance: hasMail ? hindrance : 'no_mail_here' };
  }

  const list = (ownerId: string) => store.list(ownerId, reminderLimits.list);

  return {
    list,
    settings,

    async markRead(ownerId, ids) {
      await store.markRead(ownerId, ids);
      return list(ownerId);
    },

    completeFromReminder: (ownerId, reminderId) => complete(ownerId, reminderId, tries),

    async snooze(ownerId, reminderId, until) {
      const told = await store.find(ownerId, reminderId);
      const hindered = obstacle(told);
      if (hindered?.outcome === 'already') return { ...hindered, outcome: 'outdated' };
      if (!told || hindered) return hindered ?? { outcome: 'gone' };
      checkMoment(until, now());
      const isNew = await store.snooze(ownerId, reminderId, until);
      await store.markRead(ownerId, [reminderId]);
      return { outcome: isNew ? 'done' : 'already', taskId: told.task.id };
    },

    async stopMail(ownerId) {
      if (!(await store.addressee(ownerId))) return { outcome: 'gone' };
      return { outcome: (await store.wantMail(ownerId, false)) ? 'done' : 'already' };
    },

    async setMail(ownerId, wanted) {
      await store.wantMail(ownerId, wanted);
      return settings(ownerId);
    },
  };
}

/** What a list shows of a told reminder. */
export const toListed = (
  told: ToldReminder,
  shown: Omit<Reminder, 'current' | 'task'>,
): Reminder => {
  const { id, title, dueDate, dueTime, timeZone } = told.task;
  return { ...shown, task: { id, title, dueDate, dueTime, timeZone }, current: !obstacle(told) };
};
