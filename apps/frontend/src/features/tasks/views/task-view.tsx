'use client';

import type { Task } from '@todo-chatbot/shared';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useHydrated } from '@/components/use-hydrated';
import { useOnline } from '@/components/use-online';
import { QuickAddField } from '@/features/quick-add/quick-add-field';
import { useTaskList } from '../data/use-task-list';
import { useToday } from '../data/use-today';
import { FirstRows } from '../list/first-rows';
import { EmptyList, FailedList, ListSkeleton, OfflineList } from '../list/list-states';
import { TaskList } from '../list/task-list';
import { useSelection } from '../list/use-selection';
import { filtersOn, narrowed, useListParams } from './list-params';
import { SearchField } from './search-field';
import { Toolbar } from './toolbar';
import { EmptyTrash } from './empty-trash';
import { ViewHeader } from './view-header';
import type { View } from './views';

const BulkBar = lazy(() =>
  import('../list/bulk/bulk-bar').then((module) => ({ default: module.BulkBar })),
);

/** A page with a list: its name, what can be added and chosen, and the tasks in whatever state. */
export function TaskView({ view }: { view: View }) {
  const today = useToday();
  const online = useOnline();
  const hydrated = useHydrated();
  const params = useListParams();
  const sort = params.sort ?? view.sorts[0];
  const query = useMemo(
    () => ({ ...narrowed(view.query(today), params, today), sort }),
    [view, params, today, sort],
  );
  // Search waits for its words.
  const ready = today !== '' && (view.kind !== 'search' || params.q !== undefined);
  const list = useTaskList(query, { enabled: ready });
  const selection = useSelection(list.tasks);
  const grouped = sort === view.sorts[0] && view.group;
  const groupOf = useCallback(
    (task: Task) => (grouped ? grouped(task, today) : { key: '', title: '' }),
    [grouped, today],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(
    () => void (isFetchingNextPage || fetchNextPage()),
    [isFetchingNextPage, fetchNextPage],
  );

  const content = () => {
    if (view.kind === 'search' && !params.q) return null;
    if (list.isPending) return online ? <ListSkeleton /> : <OfflineList />;
    if (list.error && list.tasks.length === 0) {
      return <FailedList error={list.error} onRetry={() => void list.refetch()} />;
    }
    if (list.tasks.length === 0) {
      return <EmptyList kind={view.kind} filtered={filtersOn(params) > 0} />;
    }
    if (!hydrated) return <FirstRows label={view.title} tasks={list.tasks} />;
    return (
      <TaskList
        key={sort}
        label={view.title}
        tasks={list.tasks}
        query={query}
        today={today}
        selection={selection}
        groupOf={grouped ? groupOf : undefined}
        more={hasNextPage ? more : undefined}
      />
    );
  };

  return (
    <>
      <ViewHeader view={view}>
        {view.kind === 'trash' && <EmptyTrash />}
        <Toolbar view={view} params={params} selection={selection} />
      </ViewHeader>
      {view.kind === 'search' && <SearchField />}
      {view.adds && (
        <div className="mb-3">
          <QuickAddField given={view.adds(today)} />
        </div>
      )}
      {content()}
      {selection.on && (
        <Suspense>
          <BulkBar selection={selection} today={today} trash={view.kind === 'trash'} />
        </Suspense>
      )}
    </>
  );
}
