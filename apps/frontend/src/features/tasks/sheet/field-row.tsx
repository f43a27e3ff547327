import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  Icon: LucideIcon;
  label: string;
  children: ReactNode;
}

/** One thing about a task: what it is on the left, how it is on the right. */
export function FieldRow({ Icon, label, children }: Props) {
  return (
    <div
      role="group"
      aria-label={label}
      className="flex min-h-9 items-start gap-2 pointer-coarse:min-h-11"
    >
      <span
        aria-hidden
        className="flex h-9 w-26 shrink-0 max-sm:w-20 items-center gap-2.5 text-muted max-sm:gap-2 pointer-coarse:h-11"
      >
        <Icon size={16} strokeWidth={1.75} /> {label}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
