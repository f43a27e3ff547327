'use client';

import {
  MutationCache,
  notifyManager,
  onlineManager,
  QueryCache,
  QueryClient,
} from '@tanstack/react-query';
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { setNonce } from 'get-nonce';
import { useEffect, useState, type ReactNode } from 'react';
import { isPassing } from '@/lib/error-message';
import { keeping, keptForMs, persister, saveNow } from '@/lib/kept-queries';
import { leaveWhenLoggedOut } from '@/lib/session';
import { Toaster } from './toast/toaster';

// A checkbox shows its own click in the same frame; the default waits for a timer.
notifyManager.setScheduler(queueMicrotask);

// It begins with the belief that there is a network, which an app that was opened without one has not.
// Node has a navigator too, which knows nothing of it.
if (typeof window !== 'undefined') {
  // It listens only while somebody does, and what changes before the first effect counts too.
  onlineManager.subscribe(() => undefined);
  onlineManager.setOnline(navigator.onLine);
}

// Radix locks scrolling with a style element, which the policy of this document wants marked. A
// page that was navigated to comes with another nonce, so the server cannot tell the right one.
if (typeof document !== 'undefined') {
  setNonce(document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '');
}

const createClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenLoggedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenLoggedOut }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: keptForMs,
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: (count) => 400 * 2 ** count,
      },
    },
  });

interface Props {
  /** Which session this is: what another one left on this device is not shown. */
  session: string;
  children: ReactNode;
}

/** What the pages of the app stand in: their data and their notices. */
export function Providers({ session, children }: Props) {
  const [client] = useState(createClient);
  useEffect(() => {
    addEventListener('pagehide', saveNow);
    return () => removeEventListener('pagehide', saveNow);
  }, []);
  return (
    <PersistQueryClientProvider
      client={client}
      persistOptions={{
        persister,
        maxAge: keptForMs,
        buster: session,
        dehydrateOptions: keeping,
      }}
      onSuccess={() => client.invalidateQueries()}
    >
      {children}
      <Toaster />
    </PersistQueryClientProvider>
  );
}
