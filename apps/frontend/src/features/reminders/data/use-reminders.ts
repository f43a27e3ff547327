import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReminderList } from '@todo-chatbot/shared';
import { http } from '@/lib/http';

const path = '/api/v1/reminders';
const queryKey = ['reminders'];

/** The newest reminders that were told; live events say when to read them again. */
export const useReminders = () =>
  useQuery({ queryKey, queryFn: () => http<ReminderList>(path), staleTime: Infinity });

/** Marks reminders as seen, on every device; null for all. */
export function useMarkRead() {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (ids: string[] | null) =>
      http<ReminderList>(`${path}/read`, { method: 'POST', json: { ids } }),
    onSuccess: (list) => client.setQueryData(queryKey, list),
    // Nobody asked for it: it is unread for some time longer.
    onError: () => undefined,
  });
  return mutate;
}
