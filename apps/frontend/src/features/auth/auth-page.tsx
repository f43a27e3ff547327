import '@fontsource/instrument-serif/latin-400.css';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { AuthAside } from './auth-aside';
import { AuthStep } from './auth-step';

/** The quiet page around everything that leads into an account. */
export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex flex-col">
        <header className="px-5 py-4 sm:px-8 sm:py-6">
          <Link href="/" className="rounded-sm" aria-label="todo-chatbot, home page">
            <Logo />
          </Link>
        </header>
        <main className="mx-auto flex w-full max-w-100 flex-1 flex-col px-5 pt-[6vh] pb-16 lg:justify-center lg:pt-0 lg:pb-24">
          {children}
        </main>
      </div>
      <AuthAside />
    </div>
  );
}

/** A page with one step on it. */
export const AuthPage = (step: ComponentProps<typeof AuthStep>) => (
  <AuthFrame>
    <AuthStep {...step} />
  </AuthFrame>
);
