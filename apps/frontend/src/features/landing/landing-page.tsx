import '@fontsource/instrument-serif/latin-400.css';
import Link from 'next/link';
import { buttonClass } from '@/components/button';
import { CopyLine } from '@/components/copy-line';
import { Logo } from '@/components/logo';
import { ThemeSwitch } from '@/components/theme-switch';
import type { Theme } from '@/lib/theme';
import { LiveList } from './live-list';
import { Tiles } from './tiles/tiles';

interface Props {
  theme: Theme;
  /** Whether the visitor has a session. */
  known: boolean;
}

const frame = 'mx-auto w-full max-w-280 px-5 sm:px-8';
const headline = 'font-serif text-[36px] leading-tight tracking-[-0.01em] text-balance sm:text-2xl';

function Header({ theme, known }: Props) {
  return (
    <header className={`${frame} flex items-center gap-2 py-4 sm:py-6`}>
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

function Hero({ known }: { known: boolean }) {
  return (
    <section
      className={`${frame} grid grid-cols-[minmax(0,1fr)] items-center gap-10 pt-8 pb-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,480px)] lg:gap-16 lg:pt-20 lg:pb-32`}
    >
      <div className="animate-rise">
        <h1 className="font-serif text-[44px] leading-[1.02] tracking-[-0.015em] text-balance sm:text-[60px] lg:text-[68px]">
          A quiet place for everything you have to do.
        </h1>
        <p className="mt-5 mb-8 max-w-105 text-md leading-relaxed text-pretty text-muted sm:text-[17px]">
          Write it down as you would say it: the day, the time and how often are understood while
          you type. The list is right here, go ahead.
        </p>
        <Link href={known ? '/app' : '/signup'} className={buttonClass('primary', 'h-11 px-5')}>
          {known ? 'Open my tasks' : 'Create your list'}
        </Link>
      </div>
      <LiveList />
    </section>
  );
}

function OneCommand() {
  return (
    <section className={`${frame} flex flex-col items-center py-20 text-center lg:py-28`}>
      <h2 className={headline}>Yours in one command</h2>
      <p className="mt-3 mb-7 max-w-100 leading-relaxed text-pretty text-muted">
        From a checkout of the project, this brings the whole app up on a Kubernetes cluster on your
        own machine, with a database that is yours alone.
      </p>
      <CopyLine prompt="$" text="npm start" what="the command" className="max-w-90" />
    </section>
  );
}

function Footer({ theme }: { theme: Theme }) {
  return (
    <footer className={`${frame} flex items-center justify-between gap-4 pb-8 text-sm text-muted`}>
      <span>todo-chatbot, MIT licence</span>
      <Link
        href="/docs/api"
        className="ml-auto rounded-xs underline-offset-4 hover:text-ink hover:underline"
      >
        API
      </Link>
      <span className="sm:hidden">
        <ThemeSwitch initial={theme} />
      </span>
    </footer>
  );
}

/** The first page a visitor sees; it works without the backend. */
export function LandingPage({ theme, known }: Props) {
  return (
    <div className="flex min-h-dvh flex-col overflow-x-clip bg-[radial-gradient(60rem_36rem_at_78%_-6rem,var(--primary-soft),transparent)] bg-no-repeat">
      <Header theme={theme} known={known} />
      <main className="flex-1">
        <Hero known={known} />
        <section className="border-y border-hairline bg-ground">
          <div className={`${frame} py-16 lg:py-24`}>
            <h2 className={`${headline} mb-10 max-w-130`}>Made for days that are full enough.</h2>
            <Tiles />
          </div>
        </section>
        <OneCommand />
      </main>
      <Footer theme={theme} />
    </div>
  );
}
