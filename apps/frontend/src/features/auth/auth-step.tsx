import Link from 'next/link';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  lead: ReactNode;
  /** Whether it took the place of another step, so that the focus has to come along. */
  next?: boolean;
  /** Where somebody goes who is wrong here. */
  other?: { question?: string; label: string; href: string };
  children?: ReactNode;
}

export const linkClass =
  'rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline';

const focus = (heading: HTMLElement | null) => heading?.focus();

/** One thing that is said or asked on the way into an account. */
export function AuthStep({ title, lead, next = false, other, children }: Props) {
  return (
    <>
      <h1
        {...(next && { ref: focus, tabIndex: -1 })}
        className="text-xl font-semibold tracking-tight text-balance outline-none"
      >
        {title}
      </h1>
      <div className="mt-1.5 mb-8 leading-relaxed text-pretty text-muted">{lead}</div>
      {children}
      {other && (
        <p className="mt-8 text-center text-muted">
          {other.question}{' '}
          <Link href={other.href} className={linkClass}>
            {other.label}
          </Link>
        </p>
      )}
    </>
  );
}
