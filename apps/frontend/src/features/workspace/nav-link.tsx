'use client';

import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { hint } from '@/components/hint/hint';
import type { ShortcutId } from '@/features/shortcuts/table';

interface Props {
  href: string;
  label: string;
  Icon: LucideIcon;
  /** The shortcut that leads there. */
  keys?: ShortcutId;
  count?: number | undefined;
  /** What the count is to be noticed for. */
  urgent?: boolean;
}

/** A place in the navigation, with how many tasks are there. */
export function NavLink({ href, label, Icon, keys, count, urgent }: Props) {
  const here = usePathname() === href;
  return (
    <Link
      href={href}
      {...(keys && hint(`Go to ${label}`, { keys, side: 'right' }))}
      aria-current={here ? 'page' : undefined}
      className={clsx(
        'flex h-9 items-center gap-2.5 rounded-lg px-2.5 font-medium transition-colors pointer-coarse:h-11',
        here ? 'bg-primary-soft text-primary-ink' : 'text-ink hover:bg-hover',
      )}
    >
      <Icon aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {count !== undefined && count > 0 && (
        <span
          aria-label={`${count} ${count === 1 ? 'task' : 'tasks'}`}
          role="img"
          className={clsx(
            'text-xs font-normal tabular-nums',
            urgent ? 'text-danger' : 'text-muted',
          )}
        >
          {count}
        </span>
      )}
    </Link>
  );
}
