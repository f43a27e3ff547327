'use client';

import { CircleUserRound, Sparkles } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { DialogButton } from '@/components/dialog-button';
import { useFocusBack } from '@/components/focus-back';
import { showAssistant } from '@/features/assistant/open';
import { AccountMenu } from '@/features/auth/account-menu';
import { BellButton } from '@/features/reminders/bell-button';
import type { Theme } from '@/lib/theme';
import { beforeLogout } from './leave';
import { Lists } from './lists';

interface Props {
  theme: Theme;
  onClose: () => void;
}

/** On a phone, all that has no place in the bar: from below. */
export function MoreSheet({ theme, onClose }: Props) {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <Dialog.Content
          data-from-below
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className="fixed inset-x-0 bottom-0 z-40 flex max-h-[85dvh] animate-sheet-up flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none"
        >
          <Dialog.Title className="px-5 pt-4 pb-2 text-md font-semibold tracking-tight">
            More
          </Dialog.Title>
          <nav
            aria-label="More lists"
            className="flex flex-col gap-0.5 overflow-y-auto px-2.5 pb-3"
          >
            <Lists without={['today', 'upcoming', 'open']} />
          </nav>
          <div className="border-t border-hairline p-2.5">
            <BellButton
              onPress={onClose}
              className="flex h-11 w-full items-center gap-2.5 rounded-lg px-2.5 font-medium transition-colors hover:bg-hover"
            />
            <button
              type="button"
              onClick={() => {
                onClose();
                showAssistant(true);
              }}
              className="flex h-11 w-full items-center gap-2.5 rounded-lg px-2.5 font-medium transition-colors hover:bg-hover"
            >
              <Sparkles aria-hidden size={17} strokeWidth={1.75} className="text-primary-ink" />
              Assistant
            </button>
            <DialogButton
              dialog={(close) => (
                <AccountMenu theme={theme} beforeLogout={beforeLogout} onClose={close} />
              )}
              className="flex h-11 w-full items-center gap-2.5 rounded-lg px-2.5 font-medium transition-colors hover:bg-hover"
            >
              <CircleUserRound aria-hidden size={17} strokeWidth={1.75} /> Account
            </DialogButton>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
