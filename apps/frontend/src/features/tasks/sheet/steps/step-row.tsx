'use client';

import type { Subtask } from '@todo-chatbot/shared';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import clsx from 'clsx';
import { GripVertical, X } from 'lucide-react';
import { hint } from '@/components/hint/hint';
import { useState, type KeyboardEvent } from 'react';
import { Check } from '@/components/check';

export interface StepActions {
  change: (id: string, change: Partial<Subtask>) => void;
  remove: (id: string) => void;
  move: (id: string, by: 1 | -1) => void;
  /** To the step below, or to where the next one begins. */
  next: (id: string) => void;
}

interface Props {
  step: Subtask;
  disabled: boolean;
  actions: StepActions;
}

const directions: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

/** A step of a task: to check off, to rename, to drag by its handle, to delete. */
export function StepRow({ step, disabled, actions }: Props) {
  const [typed, setTyped] = useState<string>();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging, ...place } =
    useSortable({ id: step.id, disabled });
  const save = () => {
    const title = typed?.trim();
    if (title === '') actions.remove(step.id);
    else if (title && title !== step.title) actions.change(step.id, { title });
    setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.altKey && directions[event.key];
    if (by) actions.move(step.id, by);
    else if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) actions.next(step.id);
    else if (event.key === 'Backspace' && typed === '') actions.remove(step.id);
    else return;
    event.preventDefault();
  };
  return (
    <li
      ref={setNodeRef}
      style={{
        transform: CSS.Translate.toString(place.transform),
        transition: place.transition,
      }}
      className={clsx(
        'group/step relative flex items-center rounded-md',
        isDragging && 'z-10 bg-raised shadow-float',
      )}
    >
      <button
        type="button"
        {...hint('Drag, or Alt with the arrow keys')}
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={`Move “${step.title}”`}
        className="-mr-1.5 -ml-1 grid h-8 w-5 shrink-0 touch-none place-items-center rounded-xs text-muted opacity-0 transition-opacity group-hover/step:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
      >
        <GripVertical aria-hidden size={14} />
      </button>
      <Check
        checked={step.done}
        label={`Done: ${step.title}`}
        onChange={(done) => actions.change(step.id, { done })}
      />
      <input
        data-step={step.id}
        aria-label={`Step “${step.title}”`}
        value={typed ?? step.title}
        maxLength={500}
        enterKeyHint="next"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
        className={clsx(
          'h-9 min-w-0 flex-1 rounded-sm bg-transparent px-1.5 text-md outline-transparent focus:outline-1 focus:outline-primary sm:text-base',
          step.done && 'text-muted line-through decoration-edge',
        )}
      />
      <button
        type="button"
        {...hint('Delete')}
        aria-label={`Delete the step “${step.title}”`}
        onClick={() => actions.remove(step.id)}
        className="grid size-8 shrink-0 place-items-center rounded-sm text-muted opacity-0 transition-opacity group-hover/step:opacity-100 hover:bg-danger-soft hover:text-danger focus-visible:opacity-100 pointer-coarse:size-11 pointer-coarse:opacity-100"
      >
        <X aria-hidden size={14} />
      </button>
    </li>
  );
}
