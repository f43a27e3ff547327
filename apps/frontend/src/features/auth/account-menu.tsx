'use client';

import { LogOut } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { notify } from '@/components/toast/notices';
import { Button } from '@/components/button';
import { ThemeSwitch } from '@/components/theme-switch';
import { errorMessage } from '@/lib/error-message';
import type { Theme } from '@/lib/theme';
import { useAccount, useLogout } from './use-account';

interface Props {
  theme: Theme;
  side: 'top' | 'bottom';
  /** What has to be done before the session ends. */
  beforeLogout: () => Promise<unknown>;
  children: ReactNode;
}

/** Who one is, the theme, and the way out. */
export function AccountMenu({ theme, side, beforeLogout, children }: Props) {
  const { data: account } = useAccount();
  const logout = useLogout();
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
    <Popover.Root>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label="Account"
          className="z-40 w-64 animate-rise rounded-lg border border-hairline bg-raised shadow-float outline-none"
        >
          <div className="border-b border-hairline px-3.5 py-3">
            <p className="truncate font-medium">{account?.name ?? 'Your account'}</p>
            <p className="truncate text-sm text-muted">{account?.email}</p>
          </div>
          <div className="flex items-center justify-between border-b border-hairline px-3.5 py-2.5">
            <span>Theme</span>
            <ThemeSwitch initial={theme} />
          </div>
          <div className="p-1.5">
            <Button
              look="quiet"
              onClick={leave}
              aria-busy={busy}
              className="w-full justify-start px-2"
            >
              <LogOut aria-hidden size={16} strokeWidth={1.75} /> Log out
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
