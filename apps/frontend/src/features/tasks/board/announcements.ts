import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import type { Task } from '@todo-chatbot/shared';
import { columns, type Column } from './columns';

/** What a screen reader says while a card is moved. */
export function announcements(lanes: Record<Column['id'], Task[]>): Announcements {
  const place = (over: UniqueIdentifier) => {
    const column = columns.find(
      ({ id }) => id === over || lanes[id].some((task) => task.id === over),
    );
    if (!column) return 'nowhere';
    const at = lanes[column.id].findIndex((task) => task.id === over);
    return at < 0 ? column.title : `${column.title}, place ${at + 1}`;
  };
  return {
    onDragStart: ({ active }) => `Picked up from ${place(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Above ${place(over.id)}.` : undefined),
    onDragEnd: ({ over }) => (over ? `Dropped in ${place(over.id)}.` : 'Dropped.'),
    onDragCancel: () => 'Put back.',
  };
}
