'use client';

import { Search } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { Group } from './model/reference';
import { OperationItem } from './operation-item';

const never = () => () => undefined;

/** The address of this installation, as its visitor knows it. */
const useOrigin = () =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => 'https://todo.example.org',
  );

function matching(groups: readonly Group[], filter: string): Group[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return groups.flatMap((group) => {
    const operations = group.operations.filter(({ method, path, title }) => {
      const text = `${group.name} ${method} ${path} ${title}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return operations.length > 0 ? [{ ...group, operations }] : [];
  });
}

const counted = (count: number) => (count === 1 ? 'One route' : `${count} routes`);

/** Everything that can be asked, to be searched. */
export function Reference({ groups }: { groups: readonly Group[] }) {
  const [filter, setFilter] = useState('');
  const origin = useOrigin();
  const shown = matching(groups, filter);
  const count = shown.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <>
      <div className="sticky top-0 z-10 -mx-1 mb-6 flex items-center gap-4 bg-ground px-1 py-3">
        <label className="flex h-10 min-w-0 flex-1 items-center gap-2.5 rounded-lg border border-hairline bg-surface px-3 transition-colors focus-within:border-primary focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-primary hover:border-edge pointer-coarse:h-12">
          <Search aria-hidden size={16} className="text-muted" />
          <span className="sr-only">Filter the routes</span>
          <input
            type="search"
            placeholder="Filter: post tasks"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            className="h-full min-w-0 flex-1 bg-transparent text-md outline-none sm:text-base"
          />
        </label>
        <p role="status" className="shrink-0 text-sm text-muted tabular-nums">
          {counted(count)}
        </p>
      </div>
      {shown.length === 0 && (
        <p className="rounded-lg border border-hairline bg-surface px-4 py-8 text-center text-muted">
          No route has these words. Clear the filter to see them all.
        </p>
      )}
      {shown.map(({ name, about, operations }) => (
        <section key={name} aria-labelledby={`about-${name}`} className="mb-10">
          <h3 id={`about-${name}`} className="text-lg font-semibold tracking-tight capitalize">
            {name.replaceAll('-', ' ')}
          </h3>
          {about && <p className="mt-1 text-muted">{about}</p>}
          <div className="mt-3 overflow-hidden rounded-lg border border-hairline bg-surface">
            {operations.map((operation) => (
              <OperationItem key={operation.id} operation={operation} origin={origin} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
