import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReminderSettings } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';

const path = '/api/v1/account/reminders';
const queryKey = ['reminder-mail'];

/** Whether reminders come by mail, and what keeps them from it. */
export const useReminderMail = () =>
  useQuery({ queryKey, queryFn: () => http<ReminderSettings>(path) });

/** Switches reminders by mail on or off. */
export function useSwitchReminderMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mail: boolean) =>
      http<ReminderSettings>(path, { method: 'PATCH', json: { mail } }),
    onSuccess: (settings) => client.setQueryData(queryKey, settings),
    onError: (error) =>
      notify({ title: `Nothing was changed. ${errorMessage(error)}`, danger: true }),
  });
}
