'use client';

import { BellOff, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useFocusBack } from '@/components/focus-back';
import { showReminders } from './bell';
import { useMarkRead, useReminders } from './data/use-reminders';
import { MailNote } from './mail-note';
import { ReminderItem } from './reminder-item';

const close = () => showReminders(false);

/** All that was told lately; opening it is having seen it. */
function List() {
  const { data, isError, refetch } = useReminders();
  const markRead = useMarkRead();
  // What was unread when it was opened stays marked for as long as it is open.
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const news = data?.items.filter(({ id, read }) => !read && !fresh.has(id)) ?? [];
  if (news.length > 0) setFresh(new Set([...fresh, ...news.map(({ id }) => id)]));
  const unread = data?.unread ?? 0;
  useEffect(() => {
    if (unread > 0) markRead(null);
  }, [unread, markRead]);
  if (isError && !data) {
    return (
      <p role="alert" className="px-4 py-6 text-muted">
        Reminders could not be loaded.{' '}
        <button
          type="button"
          onClick={() => void refetch()}
          className="font-medium text-primary-ink underline-offset-4 hover:underline"
        >
          Try again
        </button>
      </p>
    );
  }
  if (!data) return <p className="px-4 py-6 text-muted">One moment…</p>;
  if (data.items.length === 0) {
    return (
      <div className="px-6 py-10 text-center text-muted">
        <BellOff aria-hidden size={22} strokeWidth={1.5} className="mx-auto mb-3" />
        <p className="text-pretty">
          Nothing yet. Give a task a due date and a reminder, and it shows here when it is time.
        </p>
      </div>
    );
  }
  return (
    <ul aria-label="Reminders" className="divide-y divide-hairline">
      {data.items.map((item) => (
        <ReminderItem key={item.id} reminder={item} fresh={fresh.has(item.id)} onLeave={close} />
      ))}
    </ul>
  );
}

/** The reminders of the last days: beside the navigation, on a phone a sheet from below. */
export function Panel() {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil md:bg-transparent" />
        <Dialog.Content
          data-from-below
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className="fixed inset-x-0 bottom-0 z-40 flex max-h-[85dvh] animate-sheet-up flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] text-ink shadow-float outline-none md:right-auto md:bottom-3 md:left-62 md:w-96 md:animate-rise md:rounded-lg md:border md:border-hairline"
        >
          <div className="flex items-center justify-between border-b border-hairline py-2 pr-2 pl-4">
            <Dialog.Title className="font-semibold tracking-tight">Reminders</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="grid size-8 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <X aria-hidden size={16} />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <List />
          </div>
          <MailNote onLeave={close} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
