import clsx from 'clsx';
import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-primary text-on-primary shadow-lift hover:bg-primary-hover',
  quiet: 'text-ink hover:bg-hover',
  outline: 'border border-hairline bg-surface text-ink hover:bg-hover',
  danger: 'text-danger hover:bg-danger-soft',
};

export type ButtonLook = keyof typeof looks;

/** The classes of a button, also for links that look like one. */
export const buttonClass = (look: ButtonLook = 'primary', extra = '') =>
  clsx(
    'inline-flex h-9 items-center justify-center gap-2 rounded-lg px-3.5 font-medium transition-colors select-none pointer-coarse:h-11 disabled:opacity-60',
    looks[look],
    extra,
  );

/** A button. */
export function Button({
  look,
  className,
  ...props
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type="button" {...props} className={buttonClass(look, className)} />;
}
