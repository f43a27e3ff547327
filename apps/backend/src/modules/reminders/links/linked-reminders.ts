import { obstacle } from '../reminder-service.ts';
import type { ReminderService, ReminderStore } from '../reminder-service.ts';
import type { LinkedReminders } from './link-service.ts';

/** Reminders as links see them. */
export function createLinkedReminders(
  store: ReminderStore,
  service: ReminderService,
): LinkedReminders {
  return {
    completeFromReminder: service.completeFromReminder,
    snooze: service.snooze,
    stopMail: service.stopMail,

    async look(ownerId, reminderId) {
      const told = await store.find(ownerId, reminderId);
      const hindered = obstacle(told)?.outcome;
      return told && hindered !== 'gone' ? { task: told.task, obstacle: hindered } : undefined;
    },

    wantsMail: async (ownerId) => (await store.addressee(ownerId))?.wanted,
  };
}
