import { passwordLength } from '@todo-chatbot/shared';
import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { SignupForm } from '@/features/auth/signup-form';

export const metadata: Metadata = { title: 'Create account' };

export default function SignupPage() {
  return (
    <AuthPage
      title="Create your account"
      lead="A name, an e-mail and a password. That is all."
      other={{ question: 'Have an account?', label: 'Log in', href: '/login' }}
    >
      <SignupForm passwordLength={passwordLength} />
    </AuthPage>
  );
}
