import clsx from 'clsx';

/** A value that opens a way to change it. */
export const valueClass = (set: boolean) =>
  clsx(
    'inline-flex min-h-9 max-w-full items-center gap-2 rounded-md px-2 py-1 text-left transition-colors hover:bg-hover disabled:pointer-events-none data-[state=open]:bg-hover pointer-coarse:min-h-11',
    set ? 'text-ink' : 'text-muted',
  );

/** What floats above the sheet while a value is chosen. */
export const popoverClass =
  'z-50 max-h-(--radix-popover-content-available-height) animate-rise overflow-y-auto rounded-lg border border-hairline bg-raised p-1.5 shadow-float outline-none';

/** One of several ways to go on, as a line. */
export const optionClass =
  'flex min-h-9 w-full items-center justify-between gap-6 rounded-sm px-2.5 text-left transition-colors hover:bg-hover aria-pressed:font-medium aria-pressed:text-primary-ink pointer-coarse:min-h-11';

/** A small field among words. */
export const smallFieldClass =
  'h-8 rounded-sm border border-hairline bg-surface px-2 transition-colors hover:border-edge focus:border-primary focus:outline-2 focus:-outline-offset-1 focus:outline-primary pointer-coarse:h-11 pointer-coarse:text-md';
