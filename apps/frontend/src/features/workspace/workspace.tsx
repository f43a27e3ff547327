'use client';

import { useEffect, useEffectEvent, type ReactNode } from 'react';
import type { Theme } from '@/lib/theme';
import { takeCarried } from '@/lib/carried-titles';
import { useCreateTask } from '@/features/tasks/data/use-create-task';
import { useDeletesOnLeave } from '@/features/tasks/data/use-delete-task';
import { GlobalShortcuts } from '@/features/shortcuts/global-shortcuts';
import { BottomBar } from './bottom-bar';
import { ConnectionBanner } from './connection-banner';
import { Sidebar } from './sidebar';

/** Adds what the visitor typed on the landing page, before there was an account. */
function useCarriedTasks() {
  const create = useCreateTask();
  const add = useEffectEvent(() => takeCarried().forEach(create));
  useEffect(() => add(), []);
}

/** The frame of the app: navigation and the list. */
export function Workspace({ theme, children }: { theme: Theme; children: ReactNode }) {
  useCarriedTasks();
  useDeletesOnLeave();
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[240px_minmax(0,1fr)]">
      <Sidebar theme={theme} />
      <main className="mx-auto w-full max-w-196 px-4 pt-8 pb-32 sm:px-8 md:pt-14">
        <ConnectionBanner />
        {children}
      </main>
      <BottomBar theme={theme} />
      <GlobalShortcuts />
    </div>
  );
}
