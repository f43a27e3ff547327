import type { TaskSort } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { ArrowUpDown, ListFilter } from 'lucide-react';
import type { ComponentProps } from 'react';

export const sortWords: Record<TaskSort, string> = {
  manual: 'My order',
  newest: 'Newest first',
  due: 'Due date',
  priority: 'Priority',
  title: 'Title',
  completed: 'Last completed',
};

interface ToolProps extends ComponentProps<'button'> {
  on?: boolean;
}

/** A button above a list. */
export function Tool({ on, className, ...props }: ToolProps) {
  return (
    <button
      type="button"
      {...props}
      className={clsx(
        'inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-sm font-medium transition-colors hover:bg-hover data-[state=open]:bg-hover pointer-coarse:h-11 pointer-coarse:px-3',
        on ? 'text-primary-ink' : 'text-muted hover:text-ink',
        className,
      )}
    />
  );
}

/** Opens the filters, and says how many are on. */
export function FilterTool({ count, ...props }: ToolProps & { count: number }) {
  return (
    <Tool {...props} on={count > 0} aria-haspopup="menu">
      <ListFilter aria-hidden size={15} />
      <span className="max-sm:sr-only">Filter</span>
      {count > 0 && <span className="tabular-nums">{count}</span>}
    </Tool>
  );
}

/** Opens the orders to choose from, and says which it is. */
export function SortTool({ sort, ...props }: ToolProps & { sort: TaskSort }) {
  return (
    <Tool {...props} aria-haspopup="menu">
      <ArrowUpDown aria-hidden size={14} />
      <span className="sr-only">Sort:</span>
      <span className="max-sm:sr-only">{sortWords[sort]}</span>
    </Tool>
  );
}
