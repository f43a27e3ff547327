'use client';

import {
  MutationCache,
  notifyManager,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { useState, type ReactNode } from 'react';
import { isPassing } from '@/lib/error-message';
import { HttpError } from '@/lib/http';
import { Toaster } from './toast/toaster';

// A checkbox shows its own click in the same frame; the default waits for a timer.
notifyManager.setScheduler(queueMicrotask);

/** A session can end at any moment; then there is one place to go. */
const leaveWhenLoggedOut = (error: unknown) => {
  if (error instanceof HttpError && error.status === 401) location.replace('/login?ended');
};

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
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: (count) => 400 * 2 ** count,
      },
    },
  });

/** What the pages of the app stand in: their data and their notices. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createClient);
  return (
    <QueryClientProvider client={client}>
      {children}
      <Toaster />
    </QueryClientProvider>
  );
}
