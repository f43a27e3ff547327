'use client';

import { ChevronsUpDown, Search } from 'lucide-react';
import Link from 'next/link';
import { lazy } from 'react';
import { DialogButton } from '@/components/dialog-button';
import { Logo } from '@/components/logo';
import type { Theme } from '@/lib/theme';
import { AssistantButton } from '@/features/assistant/assistant-button';
import { useAccount } from '@/features/auth/use-account';
import { BellButton } from '@/features/reminders/bell-button';
import { beforeLogout } from './leave';
import { Lists } from './lists';
import { NavLink } from './nav-link';
import { PaletteButton } from './palette-button';
import { searchHref } from './views';

const AccountMenu = lazy(() =>
  import('@/features/auth/account-menu').then((module) => ({ default: module.AccountMenu })),
);

/** The navigation beside the list, where there is room for it. */
export function Sidebar({ theme }: { theme: Theme }) {
  const { data: account } = useAccount();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col border-r border-hairline bg-sunken p-3 md:flex">
      <Link href="/" className="mb-5 w-fit rounded-sm px-2 pt-2">
        <Logo />
      </Link>
      <PaletteButton />
      <nav
        aria-label="Lists"
        className="-mx-1 flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto px-1"
      >
        <NavLink href={searchHref} label="Search" Icon={Search} keys="search" />
        <Lists />
      </nav>
      <BellButton className="mt-2 flex h-9 items-center gap-2.5 rounded-lg px-2.5 font-medium transition-colors hover:bg-hover pointer-coarse:h-11" />
      <AssistantButton />
      <DialogButton
        aria-label="Account"
        dialog={(close) => (
          <AccountMenu theme={theme} beforeLogout={beforeLogout} onClose={close} />
        )}
        className="mt-2 flex h-12 items-center gap-2.5 rounded-lg px-2 text-left transition-colors hover:bg-hover"
      >
        <span
          aria-hidden
          className="grid size-8 shrink-0 place-items-center rounded-full bg-primary-soft-strong text-sm font-semibold text-primary-ink"
        >
          {account?.name.trim().slice(0, 1).toUpperCase()}
        </span>
        <span className="min-w-0 flex-1 truncate font-medium">{account?.name}</span>
        <ChevronsUpDown aria-hidden size={15} className="text-muted" />
      </DialogButton>
    </aside>
  );
}
