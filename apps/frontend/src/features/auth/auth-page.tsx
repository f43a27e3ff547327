import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';

interface Props {
  title: string;
  lead: string;
  other: { question: string; label: string; href: string };
  children: ReactNode;
}

/** The quiet page around a login or sign-up form. */
export function AuthPage({ title, lead, other, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-5 py-4 sm:px-8 sm:py-6">
        <Link href="/" className="rounded-sm" aria-label="todo-chatbot, home page">
          <Logo />
        </Link>
      </header>
      <main className="mx-auto w-full max-w-90 flex-1 px-5 pt-[6vh] pb-16 sm:pt-[12vh]">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1.5 mb-8 text-muted">{lead}</p>
        {children}
        <p className="mt-8 text-center text-muted">
          {other.question}{' '}
          <Link
            href={other.href}
            className="rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline"
          >
            {other.label}
          </Link>
        </p>
      </main>
    </div>
  );
}
