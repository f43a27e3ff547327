'use client';

import type { Task } from '@todo-chatbot/shared';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { completeTasks, deleteTasks, moveTask } from '../data/commands';
import { belongs, type ListQuery } from '../data/list-query';
import { openTask } from '../open-task';
import { spotAt } from './drag/position';
import { SortableRows } from './drag/sortable-rows';
import type { Group } from '../views/views';
import { itemsFor } from './items';
import { PlainRows } from './plain-rows';
import type { RowActions } from './task-row';
import { useListKeys } from './use-list-keys';
import { useRowFocus } from './use-row-focus';
import type { Selection } from './use-selection';
import { useVirtualRows } from './use-virtual-rows';

interface Props {
  label: string;
  tasks: readonly Task[];
  query: ListQuery;
  today: string;
  selection: Selection;
  groupOf?: ((task: Task) => Group) | undefined;
  /** Asks for the next page; undefined when there is none. */
  more?: (() => void) | undefined;
}

/** The lines of a list: those near the window are in the page, however long it is. */
export function TaskList({ label, tasks, query, today, selection, groupOf, more }: Props) {
  const items = useMemo(() => itemsFor(tasks, groupOf), [tasks, groupOf]);
  const { list, lines, rows, height, scrollTo } = useVirtualRows(items);
  const { step } = useRowFocus({ list, items, scrollTo });
  const [editing, setEditing] = useState<string>();
  const sortable = query.sort === 'manual';

  const move = useCallback(
    (id: string, to: number) => {
      const task = tasks.find((one) => one.id === id);
      if (!task || to < 0 || to >= tasks.length || tasks[to] === task) return;
      const { after, position } = spotAt(tasks, id, to);
      moveTask(task, after, position);
    },
    [tasks],
  );
  useListKeys({
    tasks,
    today,
    selection,
    step,
    edit: (task) => setEditing(task.id),
    ...(sortable && { move: (task, by) => move(task.id, tasks.indexOf(task) + by) }),
  });

  const { toggle } = selection;
  const actions = useMemo<RowActions>(
    () => ({
      toggle: (task, completed) => completeTasks([task], completed),
      open: (task) => openTask(task.id),
      remove: (task) => deleteTasks([task]),
      select: toggle,
      edited: () => setEditing(undefined),
    }),
    [toggle],
  );

  const nearEnd = (rows.at(-1)?.index ?? 0) >= items.length - 20;
  useEffect(() => {
    if (nearEnd) more?.();
  }, [nearEnd, more, items.length]);

  const props = {
    rows,
    rowProps: (task: Task) => ({
      task,
      today,
      actions,
      selecting: selection.on,
      selected: selection.ids.has(task.id),
      editing: editing === task.id,
      leaving: !belongs(task, query),
    }),
    total: more ? -1 : tasks.length,
  };
  return (
    <ul ref={list} aria-label={label} className="relative" style={{ height }}>
      {sortable ? (
        <SortableRows
          {...props}
          lines={lines}
          disabled={selection.on}
          onMove={move}
          scrollTo={scrollTo}
        />
      ) : (
        <PlainRows {...props} />
      )}
    </ul>
  );
}
