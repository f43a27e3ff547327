import Link from 'next/link';
import type { Metadata } from 'next';
import { buttonClass } from '@/components/button';
import { AuthPage } from '@/features/auth/auth-page';
import { hasSessionCookie } from '@/lib/session-cookie';

export const metadata: Metadata = { title: 'Your address' };

const tooOld = {
  title: 'This link is too old',
  lead: 'It was good for a day. Log in: a new link comes by mail.',
};
const wrong = {
  title: 'This link does not work',
  lead: 'Perhaps a part of it is missing. If your address is not confirmed yet, log in: a new link comes by mail.',
};

export default async function VerifyEmailPage({ searchParams }: PageProps<'/verify-email'>) {
  const { error } = await searchParams;
  if (error !== undefined) {
    return (
      <AuthPage {...(error === 'TOKEN_EXPIRED' ? tooOld : wrong)}>
        <Link href="/login" className={buttonClass('primary', 'h-10')}>
          Log in
        </Link>
      </AuthPage>
    );
  }
  const known = await hasSessionCookie();
  return (
    <AuthPage title="Your address is confirmed" lead="Thank you. Everything is ready for you.">
      <Link href={known ? '/app' : '/login'} className={buttonClass('primary', 'h-10')}>
        {known ? 'Open my tasks' : 'Log in'}
      </Link>
    </AuthPage>
  );
}
