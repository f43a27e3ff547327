import type { Task, TaskSummary } from '@todo-chatbot/shared';
import { useQuery } from '@tanstack/react-query';
import { belongs, type ListQuery } from './list-query';
import { outlook, type Operation } from './operation';
import { useOutbox } from './outbox/outbox';
import { summaryKey } from './task-cache';
import { fetchSummary } from './tasks-api';
import { useToday } from './use-today';

const lists = (today: string): Record<keyof TaskSummary, ListQuery> => ({
  open: { status: 'open' },
  overdue: { status: 'open', due: 'overdue', today },
  today: { status: 'open', due: 'today', today },
  upcoming: { status: 'open', due: 'upcoming', today },
  none: { status: 'open', due: 'none' },
  done: { status: 'done' },
  trash: { status: 'trash' },
});

/** The tasks as they were before the first operation that is not saved yet. */
function before(operations: readonly Operation[]): Map<string, Task> {
  const seen = operations.flatMap((operation) => {
    if (operation.kind === 'change') return operation.changes.map((change) => change.seen);
    return operation.kind === 'move' || operation.kind === 'purge' ? [operation.seen] : [];
  });
  return new Map(seen.reverse().map((task) => [task.id, task]));
}

/** The counts with what is not saved yet counted as if it were. */
export function expected(
  counts: TaskSummary,
  operations: readonly Operation[],
  today: string,
): TaskSummary {
  const was = before(operations);
  const next = { ...counts };
  for (const [id, task] of outlook(operations, () => undefined)) {
    const old = was.get(id);
    for (const [name, query] of Object.entries(lists(today))) {
      const has = (one: Task | null | undefined) => Number(Boolean(one && belongs(one, query)));
      // A task made here was in no list before, though a later edit of it has seen it.
      next[name as keyof TaskSummary] += has(task) - (old && old.version > 0 ? has(old) : 0);
    }
  }
  return operations.some(({ kind }) => kind === 'empty') ? { ...next, trash: 0 } : next;
}

/** How many tasks each view holds. */
export function useSummary(): TaskSummary | undefined {
  const today = useToday();
  const { data } = useQuery({
    queryKey: [...summaryKey, today],
    queryFn: () => fetchSummary(today),
    enabled: today !== '',
    placeholderData: (last) => last,
  });
  const entries = useOutbox();
  return (
    data &&
    expected(
      data,
      entries.map(({ operation }) => operation),
      today,
    )
  );
}
