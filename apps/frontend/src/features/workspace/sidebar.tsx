'use client';

import clsx from 'clsx';
import { ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Logo } from '@/components/logo';
import type { Theme } from '@/lib/theme';
import { AccountMenu } from '@/features/auth/account-menu';
import { useAccount } from '@/features/auth/use-account';
import { sendHeldDeletes } from '@/features/tasks/data/use-delete-task';
import { views } from './views';

/** The navigation beside the list, where there is room for it. */
export function Sidebar({ theme }: { theme: Theme }) {
  const path = usePathname();
  const { data: account } = useAccount();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col border-r border-hairline bg-sunken p-3 md:flex">
      <Link href="/" className="mb-6 w-fit rounded-sm px-2 pt-2">
        <Logo />
      </Link>
      <nav aria-label="Lists" className="flex flex-col gap-0.5">
        {views.map(({ href, label, Icon }) => (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? 'page' : undefined}
            className={clsx(
              'flex h-9 items-center gap-2.5 rounded-lg px-2.5 font-medium transition-colors pointer-coarse:h-11',
              path === href ? 'bg-primary-soft text-primary-ink' : 'text-ink hover:bg-hover',
            )}
          >
            <Icon aria-hidden size={17} strokeWidth={1.75} /> {label}
          </Link>
        ))}
      </nav>
      <AccountMenu theme={theme} beforeLogout={sendHeldDeletes}>
        <button
          type="button"
          aria-label="Account"
          className="mt-auto flex h-12 items-center gap-2.5 rounded-lg px-2 text-left transition-colors hover:bg-hover"
        >
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-primary-soft-strong text-sm font-semibold text-primary-ink"
          >
            {account?.name.trim().slice(0, 1).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1 truncate font-medium">{account?.name}</span>
          <ChevronsUpDown aria-hidden size={15} className="text-muted" />
        </button>
      </AccountMenu>
    </aside>
  );
}
