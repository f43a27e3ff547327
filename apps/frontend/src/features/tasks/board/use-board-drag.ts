import {
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import type { Task } from '@todo-chatbot/shared';
import { useState } from 'react';
import { changeTask, completeTasks, moveTask } from '../data/commands';
import { spotAt } from '../list/drag/position';
import { columnOf, columns, type Column } from './columns';

type Lanes = Record<Column['id'], Task[]>;

/** Where a dragged card hangs at the moment. */
interface Hover {
  task: Task;
  lane: Column['id'];
  at: number;
}

/** The lanes as they would be if the card were dropped now. */
export function withHover(lanes: Lanes, hover: Hover | undefined): Lanes {
  if (!hover) return lanes;
  const without = Object.fromEntries(
    Object.entries(lanes).map(([id, tasks]) => [
      id,
      tasks.filter((one) => one.id !== hover.task.id),
    ]),
  ) as Lanes;
  return { ...without, [hover.lane]: without[hover.lane].toSpliced(hover.at, 0, hover.task) };
}

/** Saves where a card was dropped: its column, and its place where places are a person's own. */
function drop({ task, lane, at }: Hover, lanes: Lanes, open: readonly Task[]): void {
  const column = columns.find(({ id }) => id === lane);
  if (!column) return;
  if (columnOf(task) !== lane) {
    if (lane === 'done' || task.completed) completeTasks([task], lane === 'done');
    if (lane !== 'done') changeTask({ ...task, completed: false }, { stage: lane });
  }
  if (lane === 'done') return;
  const others = lanes[lane].filter(({ id }) => id !== task.id);
  const before = others[at - 1];
  const behind = others[at];
  if (columnOf(task) === lane && lanes[lane].indexOf(task) === at) return;
  // Its neighbours in the column may have tasks of the other column between them.
  const rest = open.filter(({ id }) => id !== task.id);
  const index = before ? rest.indexOf(before) + 1 : behind ? rest.indexOf(behind) : rest.length;
  if (!before && !behind) return;
  const spot = spotAt(rest, task.id, index);
  moveTask(task, spot.after, spot.position);
}

/** Dragging cards between and within columns: with the mouse, a finger held down, or the keys. */
export function useBoardDrag(lanes: Lanes, open: readonly Task[]) {
  const [hover, setHover] = useState<Hover>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      // Enter opens the card.
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );
  const shown = withHover(lanes, hover);

  /** The place below the pointer: a card's, or the end of a column. */
  const placeOf = (over: string): Pick<Hover, 'lane' | 'at'> | undefined => {
    for (const { id } of columns) {
      if (id === over) return { lane: id, at: shown[id].length };
      const at = shown[id].findIndex((task) => task.id === over);
      if (at >= 0) return { lane: id, at };
    }
    return undefined;
  };

  return {
    shown,
    dragged: hover?.task,
    props: {
      sensors,
      onDragStart: ({ active }: DragStartEvent) => {
        const place = placeOf(String(active.id));
        const task = place && shown[place.lane][place.at];
        if (task) setHover({ task, ...place });
      },
      onDragOver: ({ over }: DragOverEvent) => {
        const place = over && placeOf(String(over.id));
        if (!hover || !place || place.lane === hover.lane) return;
        setHover({ ...hover, ...place });
      },
      onDragEnd: ({ over }: DragEndEvent) => {
        const place = over && placeOf(String(over.id));
        const end = hover && place?.lane === hover.lane ? { ...hover, at: place.at } : hover;
        if (end && over) drop(end, lanes, open);
        setHover(undefined);
      },
      onDragCancel: () => setHover(undefined),
    },
  };
}
