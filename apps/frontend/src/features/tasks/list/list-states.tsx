import { CircleCheckBig, CloudOff, ListTodo, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import type { ComponentType, ReactNode } from 'react';
import { Button, buttonClass } from '@/components/button';
import { errorMessage } from '@/lib/error-message';
import type { ListStatus } from '../data/task-cache';

interface StateProps {
  Icon: ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean }>;
  title: string;
  text: string;
  role?: 'alert';
  children: ReactNode;
}

function State({ Icon, title, text, role, children }: StateProps) {
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

/** A list with nothing in it, and the one thing to do about that. */
export function EmptyList({ status }: { status: ListStatus }) {
  return status === 'open' ? (
    <State
      Icon={CircleCheckBig}
      title="Nothing to do"
      text="What is on your mind? Write it down, and it is off your mind."
    >
      <Button onClick={focusQuickAdd}>Add a task</Button>
    </State>
  ) : (
    <State Icon={ListTodo} title="Nothing done yet" text="Tasks that you check off are kept here.">
      <Link href="/app" className={buttonClass('outline')}>
        See what is to do
      </Link>
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
