'use client';

import clsx from 'clsx';
import { useEffect, type ReactNode } from 'react';
import type { Theme } from '@/lib/theme';
import { takeCarried } from '@/lib/carried-tasks';
import { AssistantHost } from '@/features/assistant/assistant-host';
import { useAssistantOpen } from '@/features/assistant/open';
import { useAccount } from '@/features/auth/use-account';
import { Hints } from '@/components/hint/hints';
import { Overlays } from '@/features/overlays/overlays';
import { createTask } from '@/features/tasks/data/commands';
import { useLiveUpdates } from '@/features/tasks/data/live/use-live-updates';
import { useCourier } from '@/features/tasks/data/outbox/use-courier';
import { ReminderHost } from '@/features/reminders/reminder-host';
import { SheetHost } from '@/features/tasks/sheet-host';
import { BottomBar } from './bottom-bar';
import { ConnectionBanner } from './connection-banner';
import { Sidebar } from './sidebar';

/** Adds what the visitor typed on the landing page, before there was an account. */
function useCarriedTasks() {
  useEffect(() => takeCarried().forEach((task) => createTask(task)), []);
}

/** The frame of the app: navigation and the list. */
export function Workspace({ theme, children }: { theme: Theme; children: ReactNode }) {
  useCarriedTasks();
  const { data: account } = useAccount();
  useCourier(account?.id);
  useLiveUpdates(account?.id);
  const beside = useAssistantOpen();
  return (
    <div
      className={clsx(
        'grid min-h-dvh grid-cols-[minmax(0,1fr)] md:grid-cols-[240px_minmax(0,1fr)]',
        beside && 'min-[1180px]:pr-95',
      )}
    >
      <Sidebar theme={theme} />
      <main className="mx-auto w-full max-w-196 px-4 has-data-wide:max-w-none pt-8 pb-32 sm:px-8 md:pt-14">
        <ConnectionBanner />
        {children}
      </main>
      <BottomBar theme={theme} />
      <AssistantHost />
      <ReminderHost />
      <SheetHost />
      <Overlays />
      <Hints />
    </div>
  );
}
