'use client';

import type { DueView, Priority, TaskSort } from '@todo-chatbot/shared';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { ListQuery } from '../data/list-query';

/** What a person chose about a list; it stands in the address, so that it can be shared. */
export interface ListParams {
  priority: Priority[];
  tag: string[];
  due?: DueView;
  sort?: TaskSort;
  q?: string;
}

const sorts: readonly TaskSort[] = ['manual', 'newest', 'due', 'priority', 'title', 'completed'];
const dues: readonly DueView[] = ['overdue', 'today', 'upcoming', 'none'];
const levels: readonly Priority[] = ['high', 'medium', 'low', 'none'];

const known = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((one) => one === value);

/** Reads the choices from an address; what makes no sense is left out. */
export function readParams(search: URLSearchParams): ListParams {
  const due = known(dues, search.get('due'));
  const sort = known(sorts, search.get('sort'));
  const q = search.get('q')?.trim();
  return {
    priority: search.getAll('priority').flatMap((value) => known(levels, value) ?? []),
    tag: search.getAll('tag').filter(Boolean),
    ...(due && { due }),
    ...(sort && { sort }),
    ...(q && { q }),
  };
}

/** Writes choices into an address, and leaves the rest of it alone. */
export function writeParams(search: URLSearchParams, change: Partial<ListParams>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(change)) {
    next.delete(key);
    for (const one of [value].flat()) if (one) next.append(key, one);
  }
  return next;
}

/** Changes the choices without leaving the page. */
export function setParams(change: Partial<ListParams>): void {
  const next = writeParams(new URLSearchParams(location.search), change).toString();
  history.replaceState(null, '', next ? `?${next}` : location.pathname);
}

/** The choices in the address. */
export function useListParams(): ListParams {
  const search = useSearchParams();
  return useMemo(() => readParams(new URLSearchParams(search)), [search]);
}

/** How many filters are on. */
export const filtersOn = ({ priority, tag, due }: ListParams): number =>
  priority.length + tag.length + Number(due !== undefined);

/** A view's own query, narrowed by what the person chose. */
export function narrowed(query: ListQuery, params: ListParams, today: string): ListQuery {
  const tag = [...new Set([...(query.tag ?? []), ...params.tag])];
  const due =
    params.due && (params.due === 'none' ? { due: params.due } : { due: params.due, today });
  return {
    ...query,
    ...due,
    ...(params.priority.length > 0 && { priority: params.priority }),
    ...(tag.length > 0 && { tag }),
    ...(params.sort && { sort: params.sort }),
    ...(params.q && { q: params.q }),
  };
}
