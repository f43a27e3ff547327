import { passwordLength } from '@todo-chatbot/shared';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/button';
import { AuthPage } from '@/features/auth/auth-page';
import { ResetForm } from '@/features/auth/reset-form';

// The address holds what proves whose link it is; nobody else is told it.
export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

export default async function ResetPasswordPage({ searchParams }: PageProps<'/reset-password'>) {
  const { token } = await searchParams;
  if (typeof token !== 'string' || token === '') {
    return (
      <AuthPage
        title="This link is too old"
        lead="A link for a new password works once, and for an hour. Ask for a fresh one."
        other={{ question: 'Remembered it?', label: 'Log in', href: '/login' }}
      >
        <Link href="/forgot-password" className={buttonClass('primary', 'h-10')}>
          Send a new link
        </Link>
      </AuthPage>
    );
  }
  return (
    <AuthPage
      title="Choose a new password"
      lead="All other devices are logged out, in case somebody else knows the old one."
      other={{ question: 'Link too old?', label: 'Send a new one', href: '/forgot-password' }}
    >
      <ResetForm token={token} passwordLength={passwordLength} />
    </AuthPage>
  );
}
