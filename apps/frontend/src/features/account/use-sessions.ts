import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';

/** A place where one is logged in. */
export interface Session {
  id: string;
  token: string;
  userAgent?: string | null;
  ipAddress?: string | null;
  createdAt: string;
  updatedAt: string;
  /** The one that asks. */
  current: boolean;
}

/** Under this key the page keeps where one is logged in. */
export const sessionsKey = ['sessions'];

async function fetchSessions(): Promise<Session[]> {
  const [all, own] = await Promise.all([
    http<Omit<Session, 'current'>[]>('/api/auth/list-sessions'),
    http<{ session: { id: string } } | null>('/api/auth/get-session'),
  ]);
  return all
    .map((session) => ({ ...session, current: session.id === own?.session.id }))
    .toSorted(
      (a, b) => Number(b.current) - Number(a.current) || b.updatedAt.localeCompare(a.updatedAt),
    );
}

/** Where one is logged in, this device first. */
export const useSessions = () => useQuery({ queryKey: sessionsKey, queryFn: fetchSessions });

/** Logs one device out, or all but this one. */
export function useEndSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string | 'others') =>
      token === 'others'
        ? http('/api/auth/revoke-other-sessions', { method: 'POST', json: {} })
        : http('/api/auth/revoke-session', { method: 'POST', json: { token } }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
    onError: (error) =>
      notify({ title: `Nobody was logged out. ${errorMessage(error)}`, danger: true }),
  });
}
