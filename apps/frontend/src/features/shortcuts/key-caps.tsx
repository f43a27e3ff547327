'use client';

import clsx from 'clsx';
import { keyCaps } from './chord';
import { useMac } from './use-shortcut';

interface Props {
  /** Keys as the table has them. */
  keys: string;
  className?: string;
}

/** The keys of a shortcut, drawn as keys. */
export function KeyCaps({ keys, className }: Props) {
  const mac = useMac();
  return (
    <kbd className={clsx('inline-flex items-center gap-1 font-sans text-xs', className)}>
      {keyCaps(keys, mac).map((chord, at) => (
        <span key={at} className="inline-flex items-center gap-1">
          {at > 0 && <span>then</span>}
          {chord.map((cap) => (
            <span
              key={cap}
              className="grid h-5 min-w-5 place-items-center rounded-xs border border-current/25 px-1 leading-none"
            >
              {cap}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  );
}
