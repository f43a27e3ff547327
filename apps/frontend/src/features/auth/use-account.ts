import { useQuery, useQueryClient } from '@tanstack/react-query';
import { HttpError } from '@/lib/http';
import { authClient } from './auth-client';

/** Who is logged in. */
export function useAccount() {
  return useQuery({
    queryKey: ['account'],
    staleTime: 5 * 60_000,
    queryFn: async () => {
      const { data, error } = await authClient.getSession();
      if (error) throw new HttpError(error.status, { detail: error.message ?? error.statusText });
      if (!data) throw new HttpError(401, {});
      return { name: data.user.name, email: data.user.email };
    },
  });
}

/** Ends the session and leaves nothing of it in the browser. */
export function useLogout() {
  const client = useQueryClient();
  return async () => {
    await authClient.signOut();
    client.clear();
    // A full load: no page of this session stays in the router's memory.
    location.assign('/login');
  };
}
