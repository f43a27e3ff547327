'use client';

import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { useHydrated } from '../use-hydrated';
import { act, dismiss, notices, type ShownNotice } from './notices';

const none: readonly ShownNotice[] = [];

function NoticeToast({ notice }: { notice: ShownNotice }) {
  return (
    <Toast.Root
      onOpenChange={(open) => !open && dismiss(notice.id)}
      type={notice.danger ? 'foreground' : 'background'}
      className="flex min-h-12 animate-rise items-center gap-1 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4 text-ink shadow-float"
    >
      <Toast.Title className="min-w-0 flex-1 py-1 wrap-anywhere">{notice.title}</Toast.Title>
      {notice.action && (
        <Toast.Action
          altText={notice.action.label}
          onClick={() => act(notice.id)}
          className="rounded-sm px-3 py-1.5 font-medium whitespace-nowrap text-primary-ink transition-colors hover:bg-primary-soft pointer-coarse:py-2.5"
        >
          {notice.action.label}
        </Toast.Action>
      )}
      <Toast.Close
        aria-label="Close"
        className="grid size-8 shrink-0 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <X aria-hidden size={16} />
      </Toast.Close>
    </Toast.Root>
  );
}

/** Where notices appear. Not on the server: Radix would write inline styles, which the policy refuses. */
export function Toaster() {
  return useHydrated() && <Notices />;
}

function Notices() {
  const shown = useSyncExternalStore(notices.subscribe, notices.current, () => none);
  return (
    <Toast.Provider duration={6000} swipeDirection="down">
      {shown.map((notice) => (
        <NoticeToast key={notice.id} notice={notice} />
      ))}
      <Toast.Viewport className="fixed inset-x-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-50 mx-auto flex max-w-100 flex-col gap-2 outline-none md:right-6 md:bottom-6 md:left-auto md:mx-0 md:w-100" />
    </Toast.Provider>
  );
}
