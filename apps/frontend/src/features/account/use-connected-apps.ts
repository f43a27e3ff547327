import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectedApp } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';

const path = '/api/v1/account/connected-apps';
const queryKey = ['connected-apps'];

/** The programs that one let in. */
export const useConnectedApps = () =>
  useQuery({
    queryKey,
    queryFn: async () => (await http<{ items: ConnectedApp[] }>(path)).items,
  });

/** Shuts a program out. */
export function useDisconnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ConnectedApp) => http(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: (_, { name }) => notify({ title: `“${name}” is disconnected.` }),
    onSettled: () => client.invalidateQueries({ queryKey }),
    onError: (error, { name }) =>
      notify({ title: `“${name}” is still connected. ${errorMessage(error)}`, danger: true }),
  });
}
