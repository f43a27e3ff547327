'use client';

import { Popover } from 'radix-ui';
import type { ComponentProps } from 'react';
import { keepFocus } from './focus-back';

interface Props extends ComponentProps<typeof Popover.Content> {
  /** What a screen reader calls it. */
  label: string;
}

/** What floats beside its trigger while something is chosen. */
export function PopoverPanel({ label, ...props }: Props) {
  return (
    <Popover.Portal>
      <Popover.Content
        aria-label={label}
        collisionPadding={8}
        onCloseAutoFocus={keepFocus}
        {...props}
      />
    </Popover.Portal>
  );
}
