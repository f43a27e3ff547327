'use client';

import { SquareCheck } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Selection } from '../list/use-selection';
import { filtersOn, type ListParams } from './list-params';
import { FilterTool, SortTool, Tool } from './tool';
import type { View } from './views';

// Loaded when they are opened for the first time.
const FilterMenu = lazy(() => import('./menus').then((all) => ({ default: all.FilterMenu })));
const SortMenu = lazy(() => import('./menus').then((all) => ({ default: all.SortMenu })));

interface Props {
  view: View;
  params: ListParams;
  selection: Selection;
}

/** What is shown of a list and in which order, and the way to choose several tasks. */
export function Toolbar({ view, params, selection }: Props) {
  const [filtering, setFiltering] = useState(false);
  const [sorting, setSorting] = useState(false);
  const count = filtersOn(params);
  const sort = params.sort ?? view.sorts[0];
  const sorted = sort !== view.sorts[0];
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
      {filtering ? (
        <Suspense fallback={<FilterTool count={count} />}>
          <FilterMenu view={view} params={params} />
        </Suspense>
      ) : (
        <FilterTool count={count} onClick={() => setFiltering(true)} />
      )}
      {sorting ? (
        <Suspense fallback={<SortTool sort={sort} on={sorted} />}>
          <SortMenu view={view} params={params} />
        </Suspense>
      ) : (
        <SortTool sort={sort} on={sorted} onClick={() => setSorting(true)} />
      )}
    </div>
  );
}
