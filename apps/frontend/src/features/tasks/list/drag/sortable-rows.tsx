'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type Modifier,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import type { Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { GripVertical } from 'lucide-react';
import { lineClass, type RowsProps } from '../plain-rows';
import { TaskRow } from '../task-row';
import type { Row } from '../use-virtual-rows';
import { announcements } from './announcements';

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

interface LineProps {
  row: Row;
  task: Task;
  rowProps: RowsProps['rowProps'];
  total: number;
  disabled: boolean;
}

function SortableLine({ row, task, rowProps, total, disabled }: LineProps) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, ...state } =
    useSortable({ id: task.id, disabled });
  const { onKeyDown, ...pointer } = listeners ?? {};
  return (
    <li
      ref={setNodeRef}
      data-task={task.id}
      aria-setsize={total}
      aria-posinset={row.index + 1}
      {...pointer}
      className={clsx(
        !state.isDragging && !state.isSorting && lineClass,
        'absolute inset-x-0',
        state.isDragging && 'z-10 rounded-lg bg-raised shadow-float',
      )}
      style={{
        top: row.top,
        height: row.height,
        transform: transform ? `translateY(${transform.y}px)` : undefined,
        transition: state.transition,
      }}
    >
      <TaskRow
        {...rowProps(task)}
        handle={
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            onKeyDown={onKeyDown as React.KeyboardEventHandler | undefined}
            aria-label={`Move “${task.title}”`}
            title="Drag to move"
            className="absolute top-0 -left-4 grid h-full w-6 cursor-grab place-items-center rounded-sm text-muted opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:hidden"
          >
            <GripVertical aria-hidden size={14} />
          </button>
        }
      />
    </li>
  );
}

interface SortableProps extends RowsProps {
  /** All tasks of the list, in its order. */
  ids: string[];
  /** While tasks are chosen, a press chooses and moves nothing. */
  disabled: boolean;
  onMove: (id: string, to: number) => void;
}

/** Lines that can be dragged to another place: with the mouse, a finger held down, or the keys. */
export function SortableRows({ rows, rowProps, total, ids, disabled, onMove }: SortableProps) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(String(active.id), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: announcements(ids), container: document.body }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {rows.map(
          (row) =>
            row.item.kind === 'task' && (
              <SortableLine
                key={row.item.key}
                row={row}
                task={row.item.task}
                rowProps={rowProps}
                total={total}
                disabled={disabled}
              />
            ),
        )}
      </SortableContext>
    </DndContext>
  );
}
