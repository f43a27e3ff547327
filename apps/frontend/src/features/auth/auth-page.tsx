import '@fontsource/instrument-serif/latin-400.css';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { AuthAside } from './auth-aside';

interface Props {
  title: string;
  lead: ReactNode;
  /** Where somebody goes who is wrong here. */
  other?: { question?: string; label: string; href: string };
  children?: ReactNode;
}

export const linkClass =
  'rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline';

/** The quiet page around everything that leads into an account. */
export function AuthPage({ title, lead, other, children }: Props) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col">
        <header className="px-5 py-4 sm:px-8 sm:py-6">
          <Link href="/" className="rounded-sm" aria-label="todo-chatbot, home page">
            <Logo />
          </Link>
        </header>
        <main className="mx-auto flex w-full max-w-100 flex-1 flex-col px-5 pt-[6vh] pb-16 lg:justify-center lg:pt-0 lg:pb-24">
          <h1 className="text-xl font-semibold tracking-tight text-balance">{title}</h1>
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
        </main>
      </div>
      <AuthAside />
    </div>
  );
}
