import { useQueryClient } from '@tanstack/react-query';
import type { Reminder, ReminderAnswer } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { completeTasks } from '@/features/tasks/data/commands';
import { fetchTask } from '@/features/tasks/data/tasks-api';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';
import { HttpError } from '@/lib/http-error';
import { againWords } from '../words';
import { useMarkRead } from './use-reminders';

const refused = (error: unknown) =>
  notify({
    title:
      error instanceof HttpError && error.status === 404
        ? 'This task was deleted.'
        : `Nothing was changed. ${errorMessage(error)}`,
    danger: true,
  });

/** What a person can answer to a reminder. */
export function useAnswers() {
  const client = useQueryClient();
  const markRead = useMarkRead();
  return {
    async complete({ id, task }: Reminder): Promise<void> {
      try {
        completeTasks([await fetchTask(task.id)], true);
        markRead([id]);
      } catch (error) {
        refused(error);
      }
    },

    async snooze({ id }: Reminder, until: Date): Promise<void> {
      try {
        const { outcome } = await http<ReminderAnswer>(`/api/v1/reminders/${id}/snooze`, {
          method: 'POST',
          json: { until: until.toISOString() },
        });
        const title =
          outcome === 'outdated' ? 'The task was changed since this reminder.' : againWords(until);
        notify({ title });
      } catch (error) {
        refused(error);
      }
      await client.invalidateQueries({ queryKey: ['reminders'] });
    },
  };
}
