import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreatedToken, NewToken, Token } from '@todo-chatbot/shared';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';

const path = '/api/v1/account/tokens';
const queryKey = ['tokens'];

const readTokens = async () => (await http<{ items: Token[] }>(path)).items;

/** One's API tokens. */
export const useTokens = () => useQuery({ queryKey, queryFn: readTokens });

const lookAgainMs = 2_000;

/** Whether somebody has come with a token yet; looks again until that is so. */
export function useIsTokenUsed(id: string): boolean {
  const isUsed = (tokens: Token[] | undefined) =>
    tokens?.some((token) => token.id === id && token.lastUsedAt !== null) ?? false;
  const { data } = useQuery({
    queryKey,
    queryFn: readTokens,
    refetchInterval: ({ state }) => (isUsed(state.data) ? false : lookAgainMs),
  });
  return isUsed(data);
}

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
