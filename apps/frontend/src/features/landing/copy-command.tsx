'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHydrated } from '@/components/use-hydrated';

/** A command, and where the browser allows it a button that copies it. */
export function CopyCommand({ command }: { command: string }) {
  const [copied, setCopied] = useState(false);
  // The clipboard exists on https and localhost only.
  const hydrated = useHydrated();
  const possible = hydrated && 'clipboard' in navigator;
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="flex h-12 w-full max-w-90 items-center rounded-lg border border-hairline bg-surface pr-1.5 pl-4 text-left font-mono">
      <span aria-hidden className="mr-2.5 text-muted select-none">
        $
      </span>
      <code className="flex-1 font-mono">{command}</code>
      {possible && (
        <button
          type="button"
          aria-label={copied ? 'Copied' : 'Copy the command'}
          onClick={() => void navigator.clipboard.writeText(command).then(() => setCopied(true))}
          className="grid size-9 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink"
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
