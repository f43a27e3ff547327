'use client';

import {
  CalendarDays,
  CircleCheckBig,
  CloudOff,
  Hash,
  ListTodo,
  RefreshCw,
  Search,
  SlidersHorizontal,
  Sun,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/button';
import { errorMessage } from '@/lib/error-message';
import { setParams } from '../views/list-params';
import type { View } from '../views/views';

interface StateProps {
  Icon: LucideIcon;
  title: string;
  text: string;
  role?: 'alert' | 'status';
  children?: ReactNode;
}

/** A list without tasks: why, and the one thing to do about it. */
export function State({ Icon, title, text, role, children }: StateProps) {
  return (
    <div
      role={role}
      className="flex animate-fade flex-col items-center px-4 py-16 text-center sm:py-24"
    >
      <span className="grid size-14 place-items-center rounded-xl bg-primary-soft text-primary-ink">
        <Icon aria-hidden size={26} strokeWidth={1.6} />
      </span>
      <h2 className="mt-5 text-md font-semibold tracking-tight">{title}</h2>
      <p className="mt-1 mb-5 max-w-80 text-balance text-muted">{text}</p>
      {children}
    </div>
  );
}

const focusQuickAdd = () => document.getElementById('new-task')?.focus();
const add = <Button onClick={focusQuickAdd}>Add a task</Button>;
const seeOpen = (
  <Link href="/app" className={buttonClass('outline')}>
    See what is to do
  </Link>
);

const empty: Record<View['kind'], StateProps> = {
  today: {
    Icon: Sun,
    title: 'Nothing for today',
    text: 'The day is yours. Add what you want to do with it.',
    children: add,
  },
  upcoming: {
    Icon: CalendarDays,
    title: 'Nothing ahead',
    text: 'Tasks with a day after today are gathered here.',
    children: seeOpen,
  },
  open: {
    Icon: CircleCheckBig,
    title: 'Nothing to do',
    text: 'What is on your mind? Write it down, and it is off your mind.',
    children: add,
  },
  done: {
    Icon: ListTodo,
    title: 'Nothing done yet',
    text: 'Tasks that you check off are kept here.',
    children: seeOpen,
  },
  trash: {
    Icon: Trash2,
    title: 'The trash is empty',
    text: 'What you delete waits here for 30 days, in case you want it back.',
    children: seeOpen,
  },
  tag: {
    Icon: Hash,
    title: 'Nothing with this tag',
    text: 'Tasks that you add here carry the tag from the start.',
    children: add,
  },
  search: {
    Icon: Search,
    title: 'Nothing found',
    text: 'Try fewer words, or a part of one.',
  },
};

interface EmptyProps {
  kind: View['kind'];
  /** Filters are on, so there may be tasks that are not shown. */
  filtered: boolean;
}

/** A list with nothing in it, and the one thing to do about that. */
export function EmptyList({ kind, filtered }: EmptyProps) {
  if (!filtered) return <State {...empty[kind]} />;
  return (
    <State
      Icon={SlidersHorizontal}
      title="No task fits"
      text="The filters leave nothing to show."
      role="status"
    >
      <Button look="outline" onClick={() => setParams({ priority: [], tag: [], due: undefined })}>
        Clear the filters
      </Button>
    </State>
  );
}

/** A list that could not be read. */
export function FailedList({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <State
      role="alert"
      Icon={CloudOff}
      title="Your tasks could not be loaded"
      text={errorMessage(error)}
    >
      <Button onClick={onRetry}>
        <RefreshCw aria-hidden size={16} /> Try again
      </Button>
    </State>
  );
}

/** A list that this device has never read, while there is no network. */
export function OfflineList() {
  return (
    <State
      role="status"
      Icon={CloudOff}
      title="Not on this device yet"
      text="This list is shown as soon as you are back online. What you have opened before works without a network."
    >
      {seeOpen}
    </State>
  );
}

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3', 'w-2/5'];

/** The shape of a list before it is there. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading your tasks">
      {widths.map((width, at) => (
        <div
          key={at}
          aria-hidden
          className="flex h-10 items-center gap-[11px] pl-[11px] pointer-coarse:h-12"
        >
          <span className="size-4.5 animate-shimmer rounded-full border-[1.5px] border-hairline" />
          <span className={`h-2.5 animate-shimmer rounded-xs bg-hairline ${width}`} />
        </div>
      ))}
    </div>
  );
}
