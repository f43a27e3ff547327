import {
  CalendarDays,
  CircleCheckBig,
  ListTodo,
  SquareKanban,
  Sun,
  Trash2,
  type LucideIcon,
} from 'lucide-react';

/** A place of the app. */
export interface Place {
  href: string;
  label: string;
  Icon: LucideIcon;
}

/** The places of the app, in the order of the navigation. */
export const places = {
  today: { href: '/app/today', label: 'Today', Icon: Sun },
  upcoming: { href: '/app/upcoming', label: 'Upcoming', Icon: CalendarDays },
  open: { href: '/app', label: 'To do', Icon: ListTodo },
  board: { href: '/app/board', label: 'Board', Icon: SquareKanban },
  done: { href: '/app/done', label: 'Done', Icon: CircleCheckBig },
  trash: { href: '/app/trash', label: 'Trash', Icon: Trash2 },
} as const satisfies Record<string, Place>;

export const searchHref = '/app/search';

/** Where the tasks of a tag are. */
export const tagHref = (name: string) => `/app/tags/${encodeURIComponent(name)}`;
