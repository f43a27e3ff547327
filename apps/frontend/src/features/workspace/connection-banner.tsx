'use client';

import { CloudOff } from 'lucide-react';
import { useOnline } from '@/components/use-online';
import { useOutbox } from '@/features/tasks/data/outbox/outbox';
import { useReachable } from '@/features/tasks/data/outbox/reachable';

/** Says calmly that the server is out of reach, and how much waits to be sent. */
export function ConnectionBanner() {
  const online = useOnline();
  const reachable = useReachable();
  const waiting = useOutbox().length;
  const count = waiting === 1 ? 'One change waits' : `${waiting} changes wait`;
  return (
    <div role="status">
      {(!online || !reachable) && (
        <p className="mb-5 flex animate-rise items-center gap-2.5 rounded-lg bg-warning-soft px-3.5 py-2.5 text-warning">
          <CloudOff aria-hidden size={17} className="shrink-0" />
          <span>
            {online ? 'The server cannot be reached.' : 'You are offline.'}{' '}
            {waiting === 0
              ? 'Changes are kept and sent when you are back.'
              : `${count} to be sent.`}
          </span>
        </p>
      )}
    </div>
  );
}
