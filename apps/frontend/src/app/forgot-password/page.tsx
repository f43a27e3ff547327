import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { ForgotForm } from '@/features/auth/forgot-form';
import { installation } from '@/lib/installation';

export const metadata: Metadata = { title: 'Forgot password' };

const back = { question: 'Remembered it?', label: 'Log in', href: '/login' };

export default async function ForgotPasswordPage() {
  const off = (await installation())?.mail === false;
  if (off) {
    return (
      <AuthPage
        title="No mail from here"
        lead="This installation sends no mail, so it cannot send a link for a new password. Ask the person who runs it."
        other={back}
      />
    );
  }
  return (
    <AuthPage
      title="Forgot your password?"
      lead="Type the address of your account. We send a link with which you choose a new one."
      other={back}
    >
      <ForgotForm />
    </AuthPage>
  );
}
