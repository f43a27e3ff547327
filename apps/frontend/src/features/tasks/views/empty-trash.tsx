'use client';

import { Trash2 } from 'lucide-react';
import { AlertDialog } from 'radix-ui';
import { Button } from '@/components/button';
import { emptyTrash } from '../data/commands';
import { useSummary } from '../data/use-summary';

/** Deletes everything in the trash for good, after asking. */
export function EmptyTrash() {
  const count = useSummary()?.trash ?? 0;
  const tasks = count === 1 ? 'The task in it is' : `The ${count} tasks in it are`;
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <Button
          look="danger"
          disabled={count === 0}
          className="ml-auto h-8! text-sm pointer-coarse:h-11!"
        >
          <Trash2 aria-hidden size={15} strokeWidth={1.75} /> Empty the trash
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-veil" />
        <AlertDialog.Content className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-96 -translate-y-1/2 animate-fade rounded-xl border border-hairline bg-raised p-5 shadow-float outline-none">
          <AlertDialog.Title className="text-md font-semibold tracking-tight">
            Empty the trash?
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-muted">
            {tasks} deleted for good. This cannot be undone.
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button look="outline">Keep</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={emptyTrash}>
                Delete for good
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
