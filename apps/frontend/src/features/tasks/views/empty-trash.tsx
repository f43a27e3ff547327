'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Confirm } from '@/components/confirm';
import { emptyTrash } from '../data/commands';
import { useSummary } from '../data/use-summary';

/** Deletes everything in the trash for good, after asking. */
export function EmptyTrash() {
  const [asking, setAsking] = useState(false);
  const count = useSummary()?.trash ?? 0;
  const tasks = count === 1 ? 'The task in it is' : `The ${count} tasks in it are`;
  return (
    <>
      <Button
        look="danger"
        disabled={count === 0}
        onClick={() => setAsking(true)}
        className="ml-auto h-8! text-sm pointer-coarse:h-11!"
      >
        <Trash2 aria-hidden size={15} strokeWidth={1.75} /> Empty the trash
      </Button>
      {asking && (
        <Confirm
          title="Empty the trash?"
          text={`${tasks} deleted for good. This cannot be undone.`}
          action="Delete for good"
          onConfirm={emptyTrash}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
