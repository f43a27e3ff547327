'use client';

import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { Button } from '@/components/button';
import { Card } from './card';
import type { Column } from './columns';

interface Props {
  column: Column;
  tasks: readonly Task[];
  today: string;
  /** Asks for more of them; undefined when all are there. */
  more?: (() => void) | undefined;
}

/** A column of the board. */
export function BoardColumn({ column, tasks, today, more }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: column.id });
  const ids = tasks.map(({ id }) => id);
  return (
    <section
      aria-labelledby={`column-${column.id}`}
      className="flex w-[85vw] max-w-90 shrink-0 snap-center flex-col sm:w-80 md:w-auto md:max-w-120 md:min-w-60 md:flex-1"
    >
      <h2 id={`column-${column.id}`} className="flex items-center gap-2 px-1 pb-2 font-semibold">
        {column.title}
        <span className="text-xs font-normal text-muted tabular-nums">
          {tasks.length}
          {more && '+'}
        </span>
      </h2>
      <div
        ref={setNodeRef}
        className={clsx(
          'min-h-40 flex-1 rounded-xl p-2 transition-colors',
          isOver ? 'bg-primary-soft' : 'bg-sunken',
        )}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ul aria-label={column.title} className="flex flex-col gap-2">
            {tasks.map((task) => (
              <Card key={task.id} task={task} today={today} />
            ))}
          </ul>
        </SortableContext>
        {tasks.length === 0 && <p className="px-2 py-3 text-sm text-muted">{column.empty}</p>}
        {more && (
          <Button look="quiet" onClick={more} className="mt-2 w-full">
            Show more
          </Button>
        )}
      </div>
    </section>
  );
}
