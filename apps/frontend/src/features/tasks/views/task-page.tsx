'use client';

import { useMemo } from 'react';
import { TaskView } from './task-view';
import {
  doneView,
  openView,
  searchView,
  tagView,
  todayView,
  trashView,
  upcomingView,
} from './views';

// Views hold functions, which do not cross from the server: a route names one.
const named = {
  today: todayView,
  upcoming: upcomingView,
  open: openView,
  done: doneView,
  trash: trashView,
  search: searchView,
};

/** The page of a view. */
export function TaskPage({ view }: { view: keyof typeof named }) {
  return <TaskView key={view} view={named[view]} />;
}

/** The page of a tag. */
export function TagPage({ name }: { name: string }) {
  const view = useMemo(() => tagView(name), [name]);
  return <TaskView key={name} view={view} />;
}
