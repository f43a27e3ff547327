'use client';

import type { Task } from '@todo-chatbot/shared';
import { RotateCcw, Trash2 } from 'lucide-react';
import { Button } from '@/components/button';
import { deleteTasks, restoreTasks } from '../data/commands';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Since when there is this task, and the way out of the list or back into it. */
export function SheetFooter({ task, onClose }: { task: Task; onClose: () => void }) {
  const { createdAt, completedAt, deletedAt } = task;
  const words = deletedAt ? 'In the trash since' : completedAt ? 'Completed' : 'Created';
  return (
    <footer className="flex items-center justify-between gap-3 border-t border-hairline px-4.5 py-2.5">
      <span className="text-sm text-muted">
        {words} {moment.format(new Date(deletedAt ?? completedAt ?? createdAt))}
      </span>
      {deletedAt ? (
        <Button look="quiet" onClick={() => restoreTasks([task])}>
          <RotateCcw aria-hidden size={16} strokeWidth={1.75} /> Restore
        </Button>
      ) : (
        <Button
          look="danger"
          onClick={() => {
            onClose();
            deleteTasks([task]);
          }}
        >
          <Trash2 aria-hidden size={16} strokeWidth={1.75} /> Delete
        </Button>
      )}
    </footer>
  );
}
