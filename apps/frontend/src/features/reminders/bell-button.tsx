'use client';

import { Bell } from 'lucide-react';
import { showReminders, useBell } from './bell';

/** How many reminders are unread, as words for those who do not see the number. */
export const unreadWords = (unread: number) =>
  unread === 0 ? 'Reminders' : `Reminders, ${unread} unread`;

interface Props {
  className: string;
  onPress?: () => void;
}

/** Opens the list of reminders, and shows how many of them are unread. */
export function BellButton({ className, onPress }: Props) {
  const { unread, open } = useBell();
  return (
    <button
      type="button"
      aria-label={unreadWords(unread)}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={({ currentTarget }) => {
        // Safari gives a pressed button no focus, and the list gives it back later.
        currentTarget.focus();
        onPress?.();
        showReminders(true);
      }}
      className={className}
    >
      <Bell aria-hidden size={17} strokeWidth={1.75} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left">Reminders</span>
      {unread > 0 && (
        <span className="grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1.5 text-xs font-semibold text-on-primary tabular-nums">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </button>
  );
}
