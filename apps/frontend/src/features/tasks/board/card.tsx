'use client';

import { useSortable } from '@dnd-kit/sortable';
import type { Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { openTask } from '../open-task';
import { hasMeta } from '../list/row-size';
import { RowMeta } from '../list/row-meta';

interface FaceProps {
  task: Task;
  today: string;
}

/** What a card looks like, in its column and under the pointer. */
export function CardFace({ task, today }: FaceProps) {
  return (
    <>
      <span
        className={clsx(
          'line-clamp-3 text-left wrap-anywhere',
          task.completed && 'text-muted line-through decoration-edge',
        )}
      >
        {task.title}
      </span>
      {hasMeta(task) && <RowMeta task={task} today={today} />}
    </>
  );
}

export const cardClass =
  'flex w-full cursor-grab flex-col items-start gap-1.5 rounded-lg border border-hairline bg-surface px-3 py-2.5 text-left select-none';

/** A task on the board: opens on a click, moves by dragging or, with the space bar, by the arrows. */
export function Card({ task, today }: FaceProps) {
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: task.id,
  });
  return (
    <li
      ref={setNodeRef}
      data-task={task.id}
      style={{
        transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined,
        transition,
      }}
      className={clsx(isDragging && 'opacity-40')}
    >
      <button
        type="button"
        {...attributes}
        {...listeners}
        data-row
        aria-label={`Open “${task.title}”`}
        onClick={() => openTask(task.id)}
        className={clsx(cardClass, 'shadow-lift transition-colors hover:border-edge')}
      >
        <CardFace task={task} today={today} />
      </button>
    </li>
  );
}
