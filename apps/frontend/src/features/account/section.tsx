import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A part of the account page: what it is about, and what can be done. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-4 border-t border-hairline py-8 lg:grid-cols-[220px_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-1 max-w-110 text-sm text-pretty text-muted">{lead}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** Rows in one frame, divided by hairlines. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-hairline rounded-lg border border-hairline bg-surface"
    >
      {children}
    </ul>
  );
}

interface RowProps {
  title: ReactNode;
  note: ReactNode;
  children?: ReactNode;
}

/** A thing of the account with one line about it and what can be done to it. */
export function Row({ title, note, children }: RowProps) {
  return (
    <li className="flex min-h-15 items-center gap-3 py-2.5 pr-2.5 pl-4">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-2 font-medium">{title}</p>
        <p className="text-sm text-pretty text-muted">{note}</p>
      </div>
      {children}
    </li>
  );
}

/** Stands where rows will be, in their shape. */
export function RowsSkeleton() {
  return (
    <div
      aria-hidden
      className="animate-shimmer rounded-lg border border-hairline bg-surface px-4 py-3"
    >
      <div className="h-3.5 w-40 rounded-xs bg-hairline" />
      <div className="mt-2 h-3 w-60 max-w-full rounded-xs bg-hairline" />
    </div>
  );
}

/** Says why something could not be read, and lets one try again. */
export function Unread({ what, onRetry }: { what: string; onRetry: () => void }) {
  return (
    <p role="alert" className="text-muted">
      {what} could not be loaded.{' '}
      <button
        type="button"
        onClick={onRetry}
        className="rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline"
      >
        Try again
      </button>
    </p>
  );
}
