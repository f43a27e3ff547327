'use client';

import clsx from 'clsx';
import { Sparkles } from 'lucide-react';
import { ariaKeys } from '@/features/shortcuts/chord';
import { KeyCaps } from '@/features/shortcuts/key-caps';
import { shortcut } from '@/features/shortcuts/table';
import { useMac } from '@/features/shortcuts/use-shortcut';
import { toggleAssistant, useAssistantOpen } from './open';

/** Opens and closes the assistant from the sidebar. */
export function AssistantButton() {
  const open = useAssistantOpen();
  const mac = useMac();
  const { keys } = shortcut('assistant');
  return (
    <button
      type="button"
      aria-label="Assistant"
      aria-expanded={open}
      aria-keyshortcuts={ariaKeys(keys, mac)}
      onClick={toggleAssistant}
      className={clsx(
        'group mt-0.5 flex h-9 items-center gap-2.5 rounded-lg px-2.5 text-left font-medium transition-colors hover:bg-hover pointer-coarse:h-11',
        open ? 'text-primary-ink' : 'text-ink',
      )}
    >
      <Sparkles aria-hidden size={17} strokeWidth={1.75} className="shrink-0 text-primary-ink" />
      <span className="min-w-0 flex-1 truncate">Assistant</span>
      <span className="opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100">
        <KeyCaps keys={keys[0]} />
      </span>
    </button>
  );
}
