'use client';

import type { ReactNode } from 'react';
import { useHydrated } from '@/components/use-hydrated';
import type { View } from './views';

const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

interface Props {
  view: Pick<View, 'title' | 'lead'>;
  children?: ReactNode;
}

/** What a page is called, and what can be chosen about it. */
export function ViewHeader({ view, children }: Props) {
  // The server does not know the visitor's day.
  const hydrated = useHydrated();
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-2 md:mb-6">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{view.title}</h1>
        <p className="mt-0.5 text-muted">
          {view.lead ?? (hydrated ? date.format(new Date()) : '\u00a0')}
        </p>
      </div>
      {children}
    </header>
  );
}
