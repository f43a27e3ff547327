'use client';

import clsx from 'clsx';
import { ArrowUpDown, ListFilter, SquareCheck } from 'lucide-react';
import type { DueView, TaskSort } from '@todo-chatbot/shared';
import type { ComponentProps } from 'react';
import {
  Menu,
  MenuCheck,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuLine,
  MenuRadio,
} from '@/components/menu';
import { useTags } from '../data/use-tags';
import { PriorityFlag, priorityLooks } from '../list/row-meta';
import type { Selection } from '../list/use-selection';
import { filtersOn, setParams, type ListParams } from './list-params';
import type { View } from './views';

const sortWords: Record<TaskSort, string> = {
  manual: 'My order',
  newest: 'Newest first',
  due: 'Due date',
  priority: 'Priority',
  title: 'Title',
  completed: 'Last completed',
};

const dueWords: Record<DueView, string> = {
  overdue: 'Overdue',
  today: 'Today',
  upcoming: 'After today',
  none: 'No date',
};

const levels = ['high', 'medium', 'low', 'none'] as const;
const dues = ['overdue', 'today', 'upcoming', 'none'] as const;

interface ToolProps extends ComponentProps<'button'> {
  on?: boolean;
}

function Tool({ on, className, ...props }: ToolProps) {
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

const toggled = <T extends string>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

function FilterMenu({ view, params }: { view: View; params: ListParams }) {
  const tags = useTags().filter(({ name }) => view.title !== `#${name}`);
  const on = filtersOn(params);
  const dated = view.kind === 'today' || view.kind === 'upcoming';
  return (
    <Menu
      align="end"
      trigger={
        <Tool on={on > 0}>
          <ListFilter aria-hidden size={15} />
          <span className="max-sm:sr-only">Filter</span>
          {on > 0 && <span className="tabular-nums">{on}</span>}
        </Tool>
      }
    >
      <MenuLabel>Priority</MenuLabel>
      {levels.map((one) => (
        <MenuCheck
          key={one}
          checked={params.priority.includes(one)}
          onCheckedChange={() => setParams({ priority: toggled(params.priority, one) })}
        >
          <PriorityFlag priority={one} /> {priorityLooks[one].label}
        </MenuCheck>
      ))}
      {!dated && (
        <>
          <MenuLine />
          <MenuLabel>Due</MenuLabel>
          {dues.map((one) => (
            <MenuCheck
              key={one}
              checked={params.due === one}
              onCheckedChange={(checked) => setParams({ due: checked ? one : undefined })}
            >
              {dueWords[one]}
            </MenuCheck>
          ))}
        </>
      )}
      {tags.length > 0 && (
        <>
          <MenuLine />
          <MenuLabel>Tags</MenuLabel>
          {tags.slice(0, 30).map(({ name }) => (
            <MenuCheck
              key={name}
              checked={params.tag.includes(name)}
              onCheckedChange={() => setParams({ tag: toggled(params.tag, name) })}
            >
              #{name}
            </MenuCheck>
          ))}
        </>
      )}
      {on > 0 && (
        <>
          <MenuLine />
          <MenuItem onSelect={() => setParams({ priority: [], tag: [], due: undefined })}>
            Clear the filters
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function SortMenu({ view, params }: { view: View; params: ListParams }) {
  const sort = params.sort ?? view.sorts[0];
  const choose = (next: string) =>
    setParams({ sort: next === view.sorts[0] ? undefined : (next as TaskSort) });
  return (
    <Menu
      align="end"
      trigger={
        <Tool on={sort !== view.sorts[0]}>
          <ArrowUpDown aria-hidden size={14} />
          <span className="sr-only">Sort:</span>
          <span className="max-sm:sr-only">{sortWords[sort]}</span>
        </Tool>
      }
    >
      <MenuGroup value={sort} onValueChange={choose}>
        {view.sorts.map((one) => (
          <MenuRadio key={one} value={one}>
            {sortWords[one]}
          </MenuRadio>
        ))}
      </MenuGroup>
    </Menu>
  );
}

interface Props {
  view: View;
  params: ListParams;
  selection: Selection;
}

/** What is shown of a list and in which order, and the way to choose several tasks. */
export function Toolbar({ view, params, selection }: Props) {
  return (
    <div className="-mr-2 flex items-center gap-0.5">
      <Tool
        aria-pressed={selection.on}
        on={selection.on}
        onClick={selection.on ? selection.clear : selection.begin}
      >
        <SquareCheck aria-hidden size={15} />
        <span className="max-sm:sr-only">Select</span>
      </Tool>
      <FilterMenu view={view} params={params} />
      <SortMenu view={view} params={params} />
    </div>
  );
}
