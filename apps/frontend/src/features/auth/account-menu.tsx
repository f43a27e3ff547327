'use client';

import { Cable, LogOut, Settings2 } from 'lucide-react';
import Link from 'next/link';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { notify } from '@/components/toast/notices';
import { Button, buttonClass } from '@/components/button';
import { ThemeSwitch } from '@/components/theme-switch';
import { useFocusBack } from '@/components/focus-back';
import { errorMessage } from '@/lib/error-message';
import type { Theme } from '@/lib/theme';
import { useAccount, useLogout } from './use-account';

interface Props {
  theme: Theme;
  /** What has to be done before the session ends. */
  beforeLogout: () => Promise<unknown>;
  onClose: () => void;
}

/** Who one is, the theme, and the way out: above its button, on a phone a sheet from below. */
export function AccountMenu({ theme, beforeLogout, onClose }: Props) {
  const { data: account } = useAccount();
  const logout = useLogout();
  const focusBack = useFocusBack();
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    beforeLogout()
      .then(logout)
      .catch((error: unknown) => {
        setBusy(false);
        notify({ title: `You are still logged in. ${errorMessage(error)}`, danger: true });
      });
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil md:bg-transparent" />
        <Dialog.Content
          data-from-below
          aria-describedby={undefined}
          onCloseAutoFocus={focusBack}
          className="fixed inset-x-0 bottom-0 z-40 animate-sheet-up rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none md:right-auto md:bottom-17 md:left-3 md:w-64 md:animate-rise md:rounded-lg md:border md:border-hairline"
        >
          <Dialog.Title className="sr-only">Account</Dialog.Title>
          <div className="border-b border-hairline px-3.5 py-3">
            <p className="truncate font-medium">{account?.name ?? 'Your account'}</p>
            <p className="truncate text-sm text-muted">{account?.email}</p>
          </div>
          <div className="flex items-center justify-between border-b border-hairline px-3.5 py-2.5">
            <span>Theme</span>
            <ThemeSwitch initial={theme} />
          </div>
          <div className="p-1.5">
            <Dialog.Close asChild>
              <Link
                href="/app/account"
                className={buttonClass('quiet', 'w-full justify-start px-2!')}
              >
                <Settings2 aria-hidden size={16} strokeWidth={1.75} /> Account and data
              </Link>
            </Dialog.Close>
            <Dialog.Close asChild>
              <Link
                href="/app/connect"
                className={buttonClass('quiet', 'w-full justify-start px-2!')}
              >
                <Cable aria-hidden size={16} strokeWidth={1.75} /> Connect an app
              </Link>
            </Dialog.Close>
            <Button
              look="quiet"
              onClick={leave}
              aria-busy={busy}
              className="w-full justify-start px-2!"
            >
              <LogOut aria-hidden size={16} strokeWidth={1.75} /> Log out
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
