'use client';

import { closestCorners, DndContext, DragOverlay } from '@dnd-kit/core';
import { useMemo } from 'react';
import { useTaskList } from '../data/use-task-list';
import { FailedList, ListSkeleton, OfflineList } from '../list/list-states';
import { useOnline } from '@/components/use-online';
import { announcements } from './announcements';
import { BoardColumn } from './board-column';
import { CardFace, cardClass } from './card';
import { columns, doneQuery, openQuery, sortIntoColumns } from './columns';
import { useBoardDrag } from './use-board-drag';

/** The open tasks and the last done ones in three columns. */
export function Board({ today }: { today: string }) {
  const online = useOnline();
  const open = useTaskList(openQuery);
  const done = useTaskList(doneQuery);
  const lanes = useMemo(() => sortIntoColumns(open.tasks, done.tasks), [open.tasks, done.tasks]);
  const { shown, dragged, props } = useBoardDrag(lanes, open.tasks);

  const error = open.error ?? done.error;
  if (open.isPending || done.isPending) return online ? <ListSkeleton /> : <OfflineList />;
  if (error && open.tasks.length + done.tasks.length === 0) {
    const again = () => void Promise.all([open.refetch(), done.refetch()]);
    return <FailedList error={error} onRetry={again} />;
  }
  const moreOf = (list: typeof open) =>
    list.hasNextPage ? () => void (list.isFetchingNextPage || list.fetchNextPage()) : undefined;
  return (
    <DndContext
      {...props}
      collisionDetection={closestCorners}
      accessibility={{ announcements: announcements(shown), container: document.body }}
    >
      <div className="relative -mx-4 flex snap-x snap-mandatory scroll-px-4 gap-3 overflow-x-auto px-4 pb-4 sm:-mx-8 sm:px-8 md:snap-none md:gap-4">
        {columns.map((column) => (
          <BoardColumn
            key={column.id}
            column={column}
            tasks={shown[column.id]}
            today={today}
            more={moreOf(column.id === 'done' ? done : open)}
          />
        ))}
      </div>
      <DragOverlay>
        {dragged && (
          <div className={`${cardClass} cursor-grabbing! shadow-float`}>
            <CardFace task={dragged} today={today} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
