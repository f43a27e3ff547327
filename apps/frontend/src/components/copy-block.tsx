'use client';

import { Check, Copy } from 'lucide-react';
import { useCopy } from './use-copy';

interface Props {
  text: string;
  /** What it is, for somebody who cannot see it. */
  label: string;
}

/** Code of several lines, and where the browser allows it a button that copies it. */
export function CopyBlock({ text, label }: Props) {
  const { possible, copied, copy } = useCopy();
  return (
    <div className="relative">
      <pre
        tabIndex={0}
        aria-label={label}
        className="max-h-80 overflow-auto rounded-lg border border-hairline bg-sunken p-4 pr-12 font-mono text-xs leading-5"
      >
        {text}
      </pre>
      {possible && (
        <button
          type="button"
          aria-label={copied ? 'Copied' : `Copy ${label}`}
          onClick={() => copy(text)}
          className="absolute top-1.5 right-1.5 grid size-8 place-items-center rounded-sm bg-sunken text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-10"
        >
          {copied ? (
            <Check aria-hidden size={15} className="text-done" />
          ) : (
            <Copy aria-hidden size={15} />
          )}
        </button>
      )}
    </div>
  );
}
