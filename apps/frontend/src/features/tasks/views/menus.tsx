'use client';

import type { DueView, TaskSort } from '@todo-chatbot/shared';
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
import { filtersOn, setParams, type ListParams } from './list-params';
import { FilterTool, sortWords, SortTool } from './tool';
import type { View } from './views';

const dueWords: Record<DueView, string> = {
  overdue: 'Overdue',
  today: 'Today',
  upcoming: 'After today',
  none: 'No date',
};

const levels = ['high', 'medium', 'low', 'none'] as const;
const dues = ['overdue', 'today', 'upcoming', 'none'] as const;

const toggled = <T extends string>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

interface MenuProps {
  view: View;
  params: ListParams;
}

/** Which tasks are shown: by priority, day and tags. */
export function FilterMenu({ view, params }: MenuProps) {
  const tags = useTags().filter(({ name }) => view.title !== `#${name}`);
  const on = filtersOn(params);
  const dated = view.kind === 'today' || view.kind === 'upcoming';
  return (
    <Menu defaultOpen align="end" trigger={<FilterTool count={on} />}>
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

/** In which order. */
export function SortMenu({ view, params }: MenuProps) {
  const sort = params.sort ?? view.sorts[0];
  const choose = (next: string) =>
    setParams({ sort: next === view.sorts[0] ? undefined : (next as TaskSort) });
  return (
    <Menu defaultOpen align="end" trigger={<SortTool sort={sort} on={sort !== view.sorts[0]} />}>
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
