'use client';

import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect } from 'react';
import { useOnline } from '@/components/use-online';

/** Asks before a page is closed that still holds unsent changes. */
function useLeaveGuard(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [active]);
}

/** Says that the device is offline, and how much waits to be sent. */
export function ConnectionBanner() {
  const online = useOnline();
  const client = useQueryClient();
  const waiting = useIsMutating(
    { predicate: (mutation) => mutation.state.status === 'pending' },
    client,
  );
  useLeaveGuard(!online && waiting > 0);
  const count = waiting === 1 ? 'One change waits' : `${waiting} changes wait`;
  return (
    <div role="status">
      {!online && (
        <p className="mb-5 flex animate-rise items-center gap-2.5 rounded-lg bg-warning-soft px-3.5 py-2.5 text-warning">
          <CloudOff aria-hidden size={17} className="shrink-0" />
          {waiting === 0
            ? 'You are offline. Changes are sent when you are back.'
            : `You are offline. ${count} to be sent.`}
        </p>
      )}
    </div>
  );
}
