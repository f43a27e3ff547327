import clsx from 'clsx';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text: ReactNode;
  className?: string;
  /** A drawing of it, for the eye only. */
  children: ReactNode;
}

/** One thing that the app does, told and drawn. */
export function Tile({ title, text, className, children }: Props) {
  return (
    <li
      className={clsx(
        'reveal flex flex-col overflow-hidden rounded-xl border border-hairline bg-surface',
        className,
      )}
    >
      <div
        aria-hidden
        className="flex min-h-44 flex-1 flex-col justify-center border-b border-hairline bg-sunken p-5 select-none sm:p-7"
      >
        {children}
      </div>
      <div className="p-5 sm:px-7 sm:py-6">
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-1 leading-relaxed text-pretty text-muted">{text}</p>
      </div>
    </li>
  );
}
