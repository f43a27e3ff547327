import { Check } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/button';
import { AuthPage } from '@/features/auth/auth-page';
import { askingProgram } from '@/features/consent/asking-program';
import { ConsentForm } from '@/features/consent/consent-form';
import { afterLogin, wishOf } from '@/features/consent/wish';
import { requireSession } from '@/lib/session-cookie';

// The address holds the program's wish, signed; nobody else is told it.
export const metadata: Metadata = {
  title: 'Let a program in',
  referrer: 'no-referrer',
  robots: { index: false },
};

const wishes = [
  ['tasks:read', 'See your tasks and tags'],
  ['tasks:write', 'Add, change and delete tasks'],
  ['offline_access', 'Stay connected until you disconnect it on your account page'],
] as const;

export default async function ConsentPage({ searchParams }: PageProps<'/consent'>) {
  const given = await searchParams;
  const next = afterLogin(given);
  if (next) await requireSession(next);
  const program = next ? await askingProgram(String(given['client_id'])) : undefined;
  if (!program) {
    return (
      <AuthPage
        title="Nothing to decide here"
        lead="This question is too old, or a part of its address is missing. Begin again in the program that sent you."
      >
        <Link href="/app" className={buttonClass('primary', 'h-10')}>
          Open my tasks
        </Link>
      </AuthPage>
    );
  }
  const { place, scopes } = wishOf(given);
  return (
    <AuthPage
      title={`Let “${program.name}” in?`}
      lead={
        <>
          It asks to work with the tasks of <b className="font-medium text-ink">{program.email}</b>.
          Your answer goes to <b className="font-medium text-ink">{place}</b>. Allow only what you
          have just begun yourself.
        </>
      }
    >
      <ul aria-label="What it may do" className="mb-8 space-y-2.5">
        {wishes
          .filter(([scope]) => scopes.includes(scope))
          .map(([scope, words]) => (
            <li key={scope} className="flex gap-2.5">
              <Check aria-hidden size={18} className="mt-0.5 shrink-0 text-primary-ink" />
              {words}
            </li>
          ))}
      </ul>
      <ConsentForm />
    </AuthPage>
  );
}
