import type { Task } from '@todo-chatbot/shared';
import { useRouter } from 'next/navigation';
import { notify } from '@/components/toast/notices';
import { errorMessage } from '@/lib/error-message';
import { useLogout } from '../auth/use-account';
import { useTags } from '../tasks/data/use-tags';
import { useToday } from '../tasks/data/use-today';
import { beforeLogout } from '../workspace/leave';
import { appCommands } from './app-commands';
import { isMeant } from './command';
import { placeCommands } from './place-commands';
import { taskCommands, typedDueCommand } from './task-commands';
import { useTypedDay } from './use-typed-day';

/** What the typed words may mean, for the tasks at hand. */
export function useCommands(typed: string, tasks: readonly Task[]) {
  const router = useRouter();
  const logout = useLogout();
  const tags = useTags();
  const today = useToday();
  const typedDay = useTypedDay(typed, today);
  const go = (href: string) => router.push(href);
  const leave = () => {
    beforeLogout()
      .then(logout)
      .catch((error: unknown) =>
        notify({ title: `You are still logged in. ${errorMessage(error)}`, danger: true }),
      );
  };
  const situation = { tasks, tags, today };
  const meant = taskCommands(situation).filter((one) => isMeant(one, typed));
  const due = typedDay && tasks.length > 0 ? typedDueCommand(situation, typedDay) : undefined;
  const known = due && meant.some(({ words }) => words.toLowerCase() === due.words.toLowerCase());
  return {
    forTasks: due && !known ? [due, ...meant] : meant,
    places: placeCommands(go, tags).filter((one) => isMeant(one, typed)),
    app: appCommands({ go, logout: leave }).filter((one) => isMeant(one, typed)),
  };
}
