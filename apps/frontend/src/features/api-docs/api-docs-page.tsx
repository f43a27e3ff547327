import '@fontsource/instrument-serif/latin-400.css';
import Link from 'next/link';
import { buttonClass } from '@/components/button';
import { Logo } from '@/components/logo';
import { ThemeSwitch } from '@/components/theme-switch';
import type { Theme } from '@/lib/theme';
import { CopyBlock } from '@/components/copy-block';
import type { Group } from './model/reference';
import { ProblemCodes } from './problem-codes';
import { Reference } from './reference';

const frame = 'mx-auto w-full max-w-220 px-5 sm:px-8';

const problem = `{
  "type": "urn:todo-chatbot:problem:stale_version",
  "title": "Conflict",
  "status": 409,
  "detail": "This task was changed meanwhile. Read it again.",
  "code": "stale_version",
  "requestId": "req-4f"
}`;

function Header({ theme }: { theme: Theme }) {
  return (
    <header className={`${frame} flex items-center gap-2 py-4 sm:py-6`}>
      <Link href="/" className="rounded-sm" aria-label="todo-chatbot, home page">
        <Logo />
      </Link>
      <nav aria-label="Account" className="ml-auto flex items-center gap-2">
        <span className="max-sm:hidden">
          <ThemeSwitch initial={theme} />
        </span>
        <Link href="/app" className={buttonClass('outline')}>
          Open the app
        </Link>
      </nav>
    </header>
  );
}

function Unreachable() {
  return (
    <div className="rounded-lg border border-hairline bg-surface px-5 py-10 text-center">
      <h3 className="font-semibold">The routes could not be loaded</h3>
      <p className="mt-1 mb-5 text-muted">The server that describes them does not answer.</p>
      {/* A full load, which asks again. */}
      <a href="/docs/api" className={buttonClass('outline')}>
        Try again
      </a>
    </div>
  );
}

const heading = 'mb-3 text-xl font-semibold tracking-tight';
const link = 'rounded-xs text-primary-ink underline underline-offset-2';

/** How programs talk to the app, from the document that the app itself publishes. */
export function ApiDocsPage({ theme, groups }: { theme: Theme; groups: Group[] | undefined }) {
  return (
    <>
      <Header theme={theme} />
      <main className={`${frame} pt-6 pb-24 sm:pt-10`}>
        <h1 className="font-serif text-[44px] leading-[1.04] tracking-[-0.015em]">The API</h1>
        <p className="mt-3 max-w-140 text-md leading-relaxed text-pretty text-muted">
          Everything the app does with tasks, your programs can do too. Make a token on your{' '}
          <Link href="/app/account" className={link}>
            account page
          </Link>{' '}
          and send it with every request. The same in a form for machines:{' '}
          <a href="/api/v1/openapi.json" className={link}>
            openapi.json
          </a>
          .
        </p>
        <div className="mt-6 max-w-140">
          <CopyBlock text="Authorization: Bearer $TODO_TOKEN" label="the header" />
        </div>

        <section aria-labelledby="routes" className="mt-14">
          <h2 id="routes" className={heading}>
            Routes
          </h2>
          {groups ? <Reference groups={groups} /> : <Unreachable />}
        </section>

        <section aria-labelledby="problems" className="mt-14">
          <h2 id="problems" className={heading}>
            When something is wrong
          </h2>
          <p className="mb-4 max-w-140 leading-relaxed text-pretty text-muted">
            Every fault is answered alike, as application/problem+json. Go by its code: the words
            may change, the code does not.
          </p>
          <div className="mb-5 max-w-140">
            <CopyBlock text={problem} label="an example of a problem" />
          </div>
          <ProblemCodes />
        </section>
      </main>
    </>
  );
}
