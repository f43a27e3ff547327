import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Assistant, Conversation, WholeConversation } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';
import { HttpError } from '@/lib/http-error';
import { assistantKey, conversationKey, conversationsKey } from './keys';

export const api = '/api/v1/assistant';

/** Who answers. */
export const useAssistant = () =>
  useQuery({
    queryKey: assistantKey,
    queryFn: () => http<Assistant>(api),
    staleTime: 10 * 60_000,
  });

/** The newest conversations. */
export const useConversations = () =>
  useQuery({
    queryKey: conversationsKey,
    queryFn: async () => (await http<{ items: Conversation[] }>(`${api}/conversations`)).items,
    staleTime: 0,
  });

/** A conversation that nobody has said anything in: the server does not know it. */
const unheard = (id: string): WholeConversation => ({
  ...{ id, title: '', createdAt: '', updatedAt: '', messages: [] },
});

/** One conversation with its messages; a new one is not asked for. */
export const useConversation = (id: string, isNew: boolean) =>
  useQuery({
    queryKey: conversationKey(id),
    queryFn: () =>
      http<WholeConversation>(`${api}/conversations/${id}`).catch((error: unknown) => {
        if (error instanceof HttpError && error.status === 404) return unheard(id);
        throw error;
      }),
    ...(isNew && { initialData: () => unheard(id) }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** Deletes a conversation; what it changed stays. */
export function useDeleteConversation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http(`${api}/conversations/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationsKey }),
    onError: (error) =>
      notify({ title: `Nothing was deleted. ${errorMessage(error)}`, danger: true }),
  });
}
