'use client';

import { usePathname } from 'next/navigation';
import { Suspense, useState, type ComponentProps, type ReactNode } from 'react';

interface Props extends ComponentProps<'button'> {
  /** What it opens; may be loaded only then. */
  dialog: (close: () => void) => ReactNode;
}

/** A button that opens a dialog. */
export function DialogButton({ dialog, ...props }: Props) {
  const path = usePathname();
  const [openAt, setOpenAt] = useState<string>();
  // Closes by itself when a link leads elsewhere.
  const open = openAt === path;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        {...props}
        onClick={({ currentTarget }) => {
          // Safari gives a pressed button no focus, and the dialog gives it back later.
          currentTarget.focus();
          setOpenAt(path);
        }}
      />
      <Suspense>{open && dialog(() => setOpenAt(undefined))}</Suspense>
    </>
  );
}
