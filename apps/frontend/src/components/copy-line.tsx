'use client';

import clsx from 'clsx';
import { Check, Copy } from 'lucide-react';
import { useCopy } from './use-copy';

interface Props {
  text: string;
  /** What is copied, in words: the command, the address. */
  what: string;
  /** Stands before the text and is not copied. */
  prompt?: string;
  className?: string;
}

/** Text on one line, and where the browser allows it a button that copies it. */
export function CopyLine({ text, what, prompt, className }: Props) {
  const { possible, copied, copy } = useCopy();
  return (
    <div
      className={clsx(
        'flex h-12 w-full items-center rounded-lg border border-hairline bg-surface pr-1.5 pl-4 text-left font-mono',
        className,
      )}
    >
      {prompt && (
        <span aria-hidden className="mr-2.5 text-muted select-none">
          {prompt}
        </span>
      )}
      <code tabIndex={-1} className="flex-1 overflow-x-auto font-mono whitespace-nowrap">
        {text}
      </code>
      {possible && (
        <button
          type="button"
          aria-label={copied ? 'Copied' : `Copy ${what}`}
          onClick={() => copy(text)}
          className="ml-1 grid size-9 shrink-0 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink"
        >
          {copied ? (
            <Check aria-hidden size={16} className="text-done" />
          ) : (
            <Copy aria-hidden size={16} />
          )}
        </button>
      )}
    </div>
  );
}
