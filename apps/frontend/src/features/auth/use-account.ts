import { useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/lib/http';
import { HttpError } from '@/lib/http-error';
import { withSession } from '@/lib/session';

interface Account {
  id: string;
  name: string;
  email: string;
}

async function readAccount(): Promise<Account> {
  const session = await http<{ user: Account } | null>('/api/auth/get-session');
  if (!session) throw new HttpError(401, {});
  return session.user;
}

/** Who is logged in. */
export function useAccount() {
  return useQuery({
    queryKey: ['account'],
    staleTime: 5 * 60_000,
    queryFn: () => withSession(readAccount),
  });
}

/** Ends the session and leaves nothing of it in the browser. */
export function useLogout() {
  const client = useQueryClient();
  return async () => {
    const { authClient } = await import('./auth-client');
    const { error } = await authClient.signOut();
    if (error) throw new HttpError(error.status, { detail: error.statusText });
    client.clear();
    // A full load: no page of this session stays in the router's memory.
    location.assign('/login');
  };
}
