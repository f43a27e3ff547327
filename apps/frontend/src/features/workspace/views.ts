import {
  CalendarDays,
  CircleCheckBig,
  ListTodo,
  SquareKanban,
  Sun,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { ShortcutId } from '@/features/shortcuts/table';

/** A place of the app. */
export interface Place {
  href: string;
  label: string;
  Icon: LucideIcon;
  keys: ShortcutId;
}

/** The places of the app, in the order of the navigation. */
export const places = {
  today: { href: '/app/today', label: 'Today', Icon: Sun, keys: 'goToday' },
  upcoming: { href: '/app/upcoming', label: 'Upcoming', Icon: CalendarDays, keys: 'goUpcoming' },
  open: { href: '/app', label: 'To do', Icon: ListTodo, keys: 'goAll' },
  board: { href: '/app/board', label: 'Board', Icon: SquareKanban, keys: 'goBoard' },
  done: { href: '/app/done', label: 'Done', Icon: CircleCheckBig, keys: 'goDone' },
  trash: { href: '/app/trash', label: 'Trash', Icon: Trash2, keys: 'goTrash' },
} as const satisfies Record<string, Place>;

export const searchHref = '/app/search';

/** Where the tasks of a tag are. */
export const tagHref = (name: string) => `/app/tags/${encodeURIComponent(name)}`;
