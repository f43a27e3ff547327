'use client';

import clsx from 'clsx';
import { Ellipsis, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { lazy } from 'react';
import { DialogButton } from '@/components/dialog-button';
import { useBell } from '@/features/reminders/bell';
import type { Theme } from '@/lib/theme';
import { places, searchHref } from './views';

const MoreSheet = lazy(() =>
  import('./more-sheet').then((module) => ({ default: module.MoreSheet })),
);

const item =
  'flex h-15 flex-1 flex-col items-center justify-center gap-1 text-xs font-medium transition-colors -outline-offset-4 rounded-lg';

const thumb = [
  places.today,
  places.upcoming,
  places.open,
  { href: searchHref, label: 'Search', Icon: Search },
];

/** The navigation under the thumb, on a phone. */
export function BottomBar({ theme }: { theme: Theme }) {
  const path = usePathname();
  const { unread } = useBell();
  return (
    <nav
      aria-label="Lists"
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-hairline bg-surface px-2 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {thumb.map(({ href, label, Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={clsx(item, path === href ? 'text-primary-ink' : 'text-muted')}
        >
          <Icon aria-hidden size={21} strokeWidth={1.75} /> {label}
        </Link>
      ))}
      <DialogButton
        dialog={(close) => <MoreSheet theme={theme} onClose={close} />}
        aria-label={unread > 0 ? 'More, with unread reminders' : undefined}
        className={clsx(item, 'relative text-muted aria-expanded:text-primary-ink')}
      >
        <Ellipsis aria-hidden size={21} strokeWidth={1.75} /> More
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-2.5 left-[calc(50%+0.5rem)] size-2 rounded-full bg-primary"
          />
        )}
      </DialogButton>
    </nav>
  );
}
