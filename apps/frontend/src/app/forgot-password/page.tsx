import { mailPause } from '@todo-chatbot/shared';
import type { Metadata } from 'next';
import { AuthFrame, AuthPage } from '@/features/auth/auth-page';
import { ForgotForm } from '@/features/auth/forgot-form';
import { installation } from '@/lib/installation';

export const metadata: Metadata = { title: 'Forgot password' };

export default async function ForgotPasswordPage() {
  const off = (await installation())?.mail === false;
  if (off) {
    return (
      <AuthPage
        title="No mail from here"
        lead="This installation sends no mail, so it cannot send a link for a new password. Ask the person who runs it."
        other={{ question: 'Remembered it?', label: 'Log in', href: '/login' }}
      />
    );
  }
  return (
    <AuthFrame>
      <ForgotForm mailPause={mailPause} />
    </AuthFrame>
  );
}
