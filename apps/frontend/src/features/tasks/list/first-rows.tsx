import type { Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { hasMeta } from './row-size';
import { TaskRow, type RowActions } from './task-row';

/** As many as a window shows. */
const count = 25;

const never = () => undefined;
const actions: RowActions = {
  toggle: never,
  open: never,
  remove: never,
  select: never,
  edited: never,
};

/**
 * The first lines of a list as the server paints them, until the page answers to its visitor. They
 * are as high as {@link useRowSize} says, by classes: the policy of the page forbids styles in it.
 */
export function FirstRows({ label, tasks }: { label: string; tasks: readonly Task[] }) {
  return (
    <ul aria-label={label} inert>
      {tasks.slice(0, count).map((task) => (
        <li
          key={task.id}
          className={clsx(
            'h-10 pointer-coarse:h-12',
            hasMeta(task) && 'max-sm:h-14 max-sm:pointer-coarse:h-16',
          )}
        >
          <TaskRow
            task={task}
            today=""
            actions={actions}
            selecting={false}
            selected={false}
            editing={false}
            leaving={false}
          />
        </li>
      ))}
    </ul>
  );
}
