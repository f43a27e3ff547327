'use client';

import { lazy, Suspense } from 'react';
import { useToday } from '../data/use-today';
import { ListSkeleton } from '../list/list-states';
import { ViewHeader } from '../views/view-header';

const Board = lazy(() => import('./board').then((module) => ({ default: module.Board })));

/** The page of the board; what moves its cards is loaded here and nowhere else. */
export function BoardPage() {
  const today = useToday();
  return (
    <div data-wide className="mx-auto max-w-400">
      <ViewHeader view={{ title: 'Board', lead: 'Where everything stands' }} />
      {today === '' ? (
        <ListSkeleton />
      ) : (
        <Suspense fallback={<ListSkeleton />}>
          <Board today={today} />
        </Suspense>
      )}
    </div>
  );
}
