import type { Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import type { Item } from './items';
import { TaskRow } from './task-row';
import type { Row } from './use-virtual-rows';

export interface RowsProps {
  rows: readonly Row[];
  rowProps: (task: Task) => ComponentProps<typeof TaskRow>;
  /** How many tasks the list holds; -1 when that is not known yet. */
  total: number;
}

export const lineClass =
  'absolute inset-x-0 transition-[top] duration-200 ease-out will-change-[top]';

/** The heading of a group. */
export function Heading({ item, row }: { item: Extract<Item, { kind: 'heading' }>; row: Row }) {
  const { title, danger } = item.group;
  return (
    <li
      className={clsx(lineClass, 'flex items-end gap-2 pb-2 leading-5')}
      style={{ top: row.top, height: row.height }}
    >
      <h2 className={clsx('text-sm font-semibold', danger ? 'text-danger' : 'text-ink')}>
        {title}
      </h2>
      <span className="text-xs leading-5 text-muted tabular-nums">{item.count}</span>
    </li>
  );
}

/** Lines in an order that cannot be changed by hand. */
export function PlainRows({ rows, rowProps, total }: RowsProps) {
  return rows.map((row) =>
    row.item.kind === 'heading' ? (
      <Heading key={row.item.key} item={row.item} row={row} />
    ) : (
      <li
        key={row.item.key}
        data-task={row.item.key}
        aria-setsize={total}
        aria-posinset={row.index + 1}
        className={lineClass}
        style={{ top: row.top, height: row.height }}
      >
        <TaskRow {...rowProps(row.item.task)} />
      </li>
    ),
  );
}
