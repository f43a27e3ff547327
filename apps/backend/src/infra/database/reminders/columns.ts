import type {
  Addressee,
  RemindedTask,
  ReminderMoment,
} from '../../../modules/reminders/reminder.ts';

/** A reminder of the table `reminders` named `reminder`, with its task and its person. */
export interface ReminderRow {
  id: string;
  due_at: Date;
  fires_at: Date;
  snoozed: boolean;
  task_id: string;
  user_id: string;
  title: string;
  notes: string;
  reminders: number[];
  due_date: string | null;
  due_time: string | null;
  time_zone: string | null;
  completed: boolean;
  deleted: boolean;
}

/** A person as mail knows them. */
export interface AddresseeRow {
  name: string;
  email: string;
  email_verified: boolean;
  wanted: boolean;
}

export const taskColumns = `task.id as task_id, task.user_id, task.title, task.notes, task.reminders,
  task.due_date::text, task.due_time, task.time_zone,
  task.completed_at is not null as completed, task.deleted_at is not null as deleted`;

export const reminderColumns = `reminder.id, reminder.due_at, reminder.fires_at, reminder.snoozed`;

// Who never said anything wants mail.
export const addresseeColumns = `person.name, person.email, person.email_verified,
  coalesce(settings.mail, true) as wanted`;

export const joinPerson = (id: string) => `join users person on person.id = ${id}
  left join reminder_settings settings on settings.user_id = person.id`;

export const taskOf = (row: Omit<ReminderRow, 'id' | keyof ReminderMoment>): RemindedTask => ({
  id: row.task_id,
  ownerId: row.user_id,
  title: row.title,
  notes: row.notes,
  reminders: row.reminders,
  dueDate: row.due_date,
  dueTime: row.due_time,
  timeZone: row.time_zone,
  completed: row.completed,
  deleted: row.deleted,
});

export const momentOf = (row: ReminderRow): ReminderMoment => ({
  dueAt: row.due_at,
  firesAt: row.fires_at,
  snoozed: row.snoozed,
});

export const addresseeOf = (row: AddresseeRow): Addressee => ({
  name: row.name,
  email: row.email,
  confirmed: row.email_verified,
  wanted: row.wanted,
});
