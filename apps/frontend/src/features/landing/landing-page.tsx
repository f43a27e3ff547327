import '@fontsource/instrument-serif/latin-400.css';
import { Keyboard, Laptop, ServerCog } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/button';
import { Logo } from '@/components/logo';
import { ThemeSwitch } from '@/components/theme-switch';
import type { Theme } from '@/lib/theme';
import { CopyLine } from '@/components/copy-line';
import { LiveList } from './live-list';

const facts = [
  {
    Icon: Keyboard,
    title: 'As fast as you type',
    text: 'Enter adds a task, N brings you back to the field, the arrows walk the list. Nothing waits for the network.',
  },
  {
    Icon: Laptop,
    title: 'At home on every screen',
    text: 'The same list on a phone and on a wide monitor, in light and in dark, as your device has it.',
  },
  {
    Icon: ServerCog,
    title: 'On your own machine',
    text: 'Your tasks live in your own database. No tracking, no other company in between.',
  },
];

function Header({ theme, known }: { theme: Theme; known: boolean }) {
  return (
    <header className="mx-auto flex w-full max-w-280 items-center gap-2 px-5 py-4 sm:px-8 sm:py-6">
      <Logo />
      <nav aria-label="Account" className="ml-auto flex items-center gap-1 sm:gap-2">
        <span className="mr-2 hidden sm:block">
          <ThemeSwitch initial={theme} />
        </span>
        {known ? (
          <Link href="/app" className={buttonClass('primary')}>
            Open my tasks
          </Link>
        ) : (
          <>
            <Link href="/login" className={buttonClass('quiet')}>
              Log in
            </Link>
            <Link href="/signup" className={buttonClass('outline', 'max-sm:hidden')}>
              Sign up
            </Link>
          </>
        )}
      </nav>
    </header>
  );
}

function Hero() {
  return (
    <section className="mx-auto grid max-w-280 items-center gap-10 px-5 pt-8 pb-20 sm:px-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,440px)] lg:gap-20 lg:pt-20 lg:pb-32">
      <div>
        <h1 className="font-serif text-[44px] leading-[1.02] tracking-[-0.015em] text-balance sm:text-[60px] lg:text-[68px]">
          A quiet place for everything you have to do.
        </h1>
        <p className="mt-5 mb-8 max-w-105 text-md leading-relaxed text-pretty text-muted sm:text-[17px]">
          Write it down before you forget it. Check it off when it is done. The list is right here:
          go ahead and type.
        </p>
        <Link href="/signup" className={buttonClass('primary', 'h-11 px-5')}>
          Create your list
        </Link>
      </div>
      <LiveList />
    </section>
  );
}

/** The first page a visitor sees; it works without the backend. */
export function LandingPage({ theme, known }: { theme: Theme; known: boolean }) {
  return (
    <div className="flex min-h-dvh flex-col overflow-x-clip bg-[radial-gradient(60rem_36rem_at_78%_-6rem,var(--primary-soft),transparent)]">
      <Header theme={theme} known={known} />
      <main className="flex-1">
        <Hero />
        <section aria-label="What it is like" className="border-y border-hairline bg-surface">
          <ul className="mx-auto grid max-w-280 gap-9 px-5 py-14 sm:px-8 md:grid-cols-3 md:gap-12 md:py-18">
            {facts.map(({ Icon, title, text }) => (
              <li key={title}>
                <Icon aria-hidden size={22} strokeWidth={1.6} className="text-primary" />
                <h2 className="mt-3.5 font-semibold">{title}</h2>
                <p className="mt-1 leading-relaxed text-pretty text-muted">{text}</p>
              </li>
            ))}
          </ul>
        </section>
        <section className="mx-auto flex max-w-280 flex-col items-center px-5 py-20 text-center sm:px-8 lg:py-28">
          <h2 className="font-serif text-[36px] leading-tight tracking-[-0.01em] sm:text-2xl">
            Yours in one command
          </h2>
          <p className="mt-3 mb-7 max-w-100 leading-relaxed text-pretty text-muted">
            From a checkout of the project, this brings the whole app up on a Kubernetes cluster on
            your own machine.
          </p>
          <CopyLine prompt="$" text="npm start" what="the command" className="max-w-90" />
        </section>
      </main>
      <footer className="mx-auto flex w-full max-w-280 items-center justify-between px-5 pb-8 text-sm text-muted sm:px-8">
        <span>todo-chatbot, MIT licence</span>
        <span className="sm:hidden">
          <ThemeSwitch initial={theme} />
        </span>
      </footer>
    </div>
  );
}
