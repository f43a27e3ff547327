import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';

/** What a screen reader says while a line is moved. */
export function announcements(ids: readonly string[]): Announcements {
  const place = (id: UniqueIdentifier) => `place ${ids.indexOf(String(id)) + 1} of ${ids.length}`;
  return {
    onDragStart: ({ active }) => `Picked up from ${place(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Now at ${place(over.id)}.` : undefined),
    onDragEnd: ({ over }) => (over ? `Dropped at ${place(over.id)}.` : 'Dropped.'),
    onDragCancel: () => 'Put back.',
  };
}
