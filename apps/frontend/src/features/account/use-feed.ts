import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarFeed, CreatedCalendarFeed } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';

const path = '/api/v1/account/calendar-feed';
const queryKey = ['calendar-feed'];

/** Whether the calendar feed is on. */
export const useFeed = () => useQuery({ queryKey, queryFn: () => http<CalendarFeed>(path) });

/** Switches the feed on, or gives it a new address; the old one ends. */
export function useOpenFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http<CreatedCalendarFeed>(path, { method: 'POST' }),
    onSuccess: ({ createdAt }) => client.setQueryData<CalendarFeed>(queryKey, { createdAt }),
    onError: (error) =>
      notify({ title: `There is no new address. ${errorMessage(error)}`, danger: true }),
  });
}

/** Switches the feed off. */
export function useCloseFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http(path, { method: 'DELETE' }),
    onSuccess: () => client.setQueryData<CalendarFeed>(queryKey, { createdAt: null }),
    onError: (error) =>
      notify({ title: `The feed is still on. ${errorMessage(error)}`, danger: true }),
  });
}
