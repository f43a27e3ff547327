import Link from 'next/link';
import type { Metadata } from 'next';
import { buttonClass } from '@/components/button';
import { AuthPage } from '@/features/auth/auth-page';
import { hasSessionCookie } from '@/lib/session-cookie';

export const metadata: Metadata = { title: 'Your address' };

export default async function VerifyEmailPage({ searchParams }: PageProps<'/verify-email'>) {
  if ('error' in (await searchParams)) {
    return (
      <AuthPage
        title="This link is too old"
        lead="It has been used, or too much time has passed. Log in: a new link comes by mail."
      >
        <Link href="/login" className={buttonClass('primary', 'h-10')}>
          Log in
        </Link>
      </AuthPage>
    );
  }
  const known = await hasSessionCookie();
  return (
    <AuthPage title="Your address is verified" lead="Thank you. Everything is ready for you.">
      <Link href={known ? '/app' : '/login'} className={buttonClass('primary', 'h-10')}>
        {known ? 'Open my tasks' : 'Log in'}
      </Link>
    </AuthPage>
  );
}
