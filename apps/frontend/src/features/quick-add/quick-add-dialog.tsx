'use client';

import { Dialog } from 'radix-ui';
import { notify } from '@/components/toast/notices';
import { openTask } from '../tasks/open-task';
import { QuickAddField } from './quick-add-field';

/** The field where no list has one; it floats above whatever is shown. */
export function QuickAddDialog({ onClose }: { onClose: () => void }) {
  const added = (id: string) => {
    onClose();
    notify({ title: 'Added to your tasks', action: { label: 'Open', run: () => openTask(id) } });
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[18vh] z-50 mx-auto max-w-140 animate-rise rounded-lg bg-surface shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Add a task</Dialog.Title>
          <QuickAddField given={{}} placeholder="Call Maya tomorrow at 9 #family" onAdded={added} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
