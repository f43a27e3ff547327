'use client';

import type { Task } from '@todo-chatbot/shared';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Confirm } from '@/components/confirm';
import { purgeTask, restoreTasks } from '../data/commands';

const buttonClass =
  'grid size-9 shrink-0 place-items-center rounded-sm text-muted transition-colors pointer-coarse:size-11';

/** What can be done with a task in the trash. */
export function TrashActions({ task }: { task: Task }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        title="Restore"
        aria-label={`Restore “${task.title}”`}
        onClick={() => restoreTasks([task])}
        className={`${buttonClass} hover:bg-primary-soft hover:text-primary-ink`}
      >
        <RotateCcw aria-hidden size={16} strokeWidth={1.75} />
      </button>
      <button
        type="button"
        title="Delete for good"
        aria-label={`Delete “${task.title}” for good`}
        onClick={() => setAsking(true)}
        className={`${buttonClass} hover:bg-danger-soft hover:text-danger`}
      >
        <Trash2 aria-hidden size={16} strokeWidth={1.75} />
      </button>
      {asking && (
        <Confirm
          title={`Delete “${task.title}” for good?`}
          text="This cannot be undone."
          action="Delete for good"
          onConfirm={() => purgeTask(task)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
