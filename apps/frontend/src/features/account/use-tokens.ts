import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedToken, NewToken, Token } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';

const path = '/api/v1/account/tokens';
const queryKey = ['tokens'];

/** One's API tokens. */
export const useTokens = () =>
  useQuery({
    queryKey,
    queryFn: async () => (await http<{ items: Token[] }>(path)).items,
  });

/** Makes a token; its secret is in this one answer. */
export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewToken) => http<CreatedToken>(path, { method: 'POST', json }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}

/** Makes a token worthless. */
export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Token) => http(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: (_, { name }) => notify({ title: `“${name}” is revoked.` }),
    onSettled: () => client.invalidateQueries({ queryKey }),
    onError: (error, { name }) =>
      notify({ title: `“${name}” still works. ${errorMessage(error)}`, danger: true }),
  });
}
