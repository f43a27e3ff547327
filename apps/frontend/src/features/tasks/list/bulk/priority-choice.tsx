'use client';

import type { Priority, Task } from '@todo-chatbot/shared';
import type { ReactNode } from 'react';
import { Menu, MenuItem } from '@/components/menu';
import { changeTasks } from '../../data/commands';
import { PriorityFlag, priorityLooks } from '../row-meta';
import { named } from './edits';

interface Props {
  tasks: readonly Task[];
  onDone: () => void;
  children: ReactNode;
}

const levels: readonly Priority[] = ['high', 'medium', 'low', 'none'];

/** Another priority for all selected tasks. */
export function PriorityChoice({ tasks, onDone, children }: Props) {
  return (
    <Menu trigger={children} align="center">
      {levels.map((priority) => (
        <MenuItem
          key={priority}
          onSelect={() => {
            changeTasks(tasks, { priority }, `Changed the priority of ${named(tasks)}`);
            onDone();
          }}
        >
          <PriorityFlag priority={priority} /> {priorityLooks[priority].label}
        </MenuItem>
      ))}
    </Menu>
  );
}
