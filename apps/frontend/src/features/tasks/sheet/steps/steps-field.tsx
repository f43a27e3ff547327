'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { taskLimits, type Subtask } from '@todo-chatbot/shared';
import { useId, useRef } from 'react';
import { newId } from '../../data/new-id';
import type { FieldProps } from '../field-props';
import { NewStep } from './new-step';
import { StepRow, type StepActions } from './step-row';
import { changeStep, moveStep, withoutStep } from './steps';

interface Props extends Pick<FieldProps, 'task' | 'onEdit'> {
  disabled: boolean;
}

/** The steps of a task, in their order. */
export function StepsField({ task, onEdit, disabled }: Props) {
  const steps = task.subtasks;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const save = (subtasks: Subtask[]) => onEdit({ subtasks });
  const placeOf = (step: string) => steps.findIndex((one) => one.id === step);
  const focusAt = (at: number) => {
    const rows = list.current?.querySelectorAll<HTMLInputElement>('[data-step]');
    (rows?.[at] ?? field.current)?.focus();
  };
  const actions: StepActions = {
    change: (step, change) => save(changeStep(steps, step, change)),
    remove: (step) => {
      focusAt(placeOf(step) === 0 ? 1 : placeOf(step) - 1);
      save(withoutStep(steps, step));
    },
    move: (step, by) => save(moveStep(steps, step, placeOf(step) + by)),
    next: (step) => focusAt(placeOf(step) + 1),
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) save(moveStep(steps, String(active.id), placeOf(String(over.id))));
  };
  const done = steps.filter((step) => step.done).length;
  return (
    <section aria-labelledby={id} className="px-3 pt-3">
      <h3 id={id} className="flex items-baseline gap-2 px-1.5 pb-1 font-medium">
        Steps
        {steps.length > 0 && (
          <span className="text-sm font-normal text-muted tabular-nums">
            {done} of {steps.length} done
          </span>
        )}
      </h3>
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
      >
        <SortableContext
          items={steps.map((step) => step.id)}
          strategy={verticalListSortingStrategy}
        >
          <ul ref={list} aria-label="Steps" className="empty:hidden">
            {steps.map((step) => (
              <StepRow key={step.id} step={step} disabled={disabled} actions={actions} />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      {steps.length < taskLimits.subtasks && (
        <NewStep
          field={field}
          onAdd={(titles) => {
            const added = titles.map((title) => ({ id: newId(), title, done: false }));
            save([...steps, ...added].slice(0, taskLimits.subtasks));
          }}
        />
      )}
    </section>
  );
}
