'use client';

import clsx from 'clsx';
import { GripVertical } from 'lucide-react';
import { useEffect, useId, type ComponentProps } from 'react';
import { createPortal } from 'react-dom';
import type { Task } from '@todo-chatbot/shared';
import { lineClass, type RowsProps } from '../plain-rows';
import { TaskRow } from '../task-row';
import type { Row } from '../use-virtual-rows';
import { followMouse, followTouch } from './follow';
import { shiftOf } from './moves';
import { useDrag } from './use-drag';

const textField = 'input:not([type=checkbox])';
const isText = (target: EventTarget) => target instanceof Element && target.closest(textField);

function Handle({ task, ...props }: ComponentProps<'button'> & { task: Task }) {
  return (
    <button
      type="button"
      aria-roledescription="sortable"
      aria-label={`Move “${task.title}”`}
      title="Drag to move"
      {...props}
      className="absolute top-0 -left-4 grid h-full w-6 cursor-grab place-items-center rounded-sm text-muted opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:hidden"
    >
      <GripVertical aria-hidden size={14} />
    </button>
  );
}

/** Safari heeds a listener that stops scrolling only when one was there before the touch. */
function useStoppableScrolling() {
  useEffect(() => {
    const nothing = () => undefined;
    addEventListener('touchmove', nothing, { passive: false });
    return () => removeEventListener('touchmove', nothing);
  }, []);
}

interface SortableProps extends RowsProps {
  /** All lines of the list, of which some are in the page. */
  lines: readonly Row[];
  /** While tasks are chosen, a press chooses and moves nothing. */
  disabled: boolean;
  onMove: (id: string, to: number) => void;
  scrollTo: (at: number) => void;
}

/** Lines that can be dragged to another place: with the mouse, a finger held down, or the keys. */
export function SortableRows(props: SortableProps) {
  const { lines, rows, rowProps, total, disabled, onMove, scrollTo } = props;
  const ids = lines.map(({ item }) => item.key);
  const { drag, still, words, follower, keys } = useDrag({ ids, places: lines, onMove, scrollTo });
  const help = useId();
  useStoppableScrolling();
  const dragged = drag && lines[drag.from];
  // Wherever the window goes, the line that is moved goes along.
  const shown = dragged && !rows.includes(dragged) ? [...rows, dragged] : rows;
  return (
    <>
      {shown.map(({ item, index, top, height }) => {
        if (item.kind !== 'task') return null;
        const { task, key } = item;
        const shift = drag && dragged ? shiftOf(drag, index, dragged.height) : 0;
        const isDragged = drag?.id === key;
        return (
          <li
            key={key}
            data-task={key}
            aria-setsize={total}
            aria-posinset={index + 1}
            onMouseDown={({ nativeEvent, target }) =>
              disabled || isText(target) || followMouse(nativeEvent, follower(key))
            }
            onTouchStart={({ nativeEvent, target }) =>
              disabled || isText(target) || followTouch(nativeEvent, follower(key))
            }
            className={clsx(
              'absolute inset-x-0',
              !drag && !still && lineClass,
              drag && !isDragged && 'transition-transform duration-200 ease-out',
              isDragged && 'z-10 rounded-lg bg-raised shadow-float',
            )}
            style={{ top, height, transform: shift ? `translateY(${shift}px)` : undefined }}
          >
            <TaskRow
              {...rowProps(task)}
              handle={
                <Handle
                  task={task}
                  aria-describedby={help}
                  aria-disabled={disabled}
                  {...(!disabled && keys(key))}
                />
              }
            />
          </li>
        );
      })}
      {createPortal(
        <>
          <p id={help} hidden>
            Press space to pick up the task, the arrow keys to move it, space to drop it and Escape
            to put it back.
          </p>
          <p role="status" className="sr-only">
            {words}
          </p>
        </>,
        document.body,
      )}
    </>
  );
}
