import { passwordLength } from '@todo-chatbot/shared';
import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { SignupForm } from '@/features/auth/signup-form';
import { installation } from '@/lib/installation';

export const metadata: Metadata = { title: 'Create account' };

export default async function SignupPage() {
  const can = await installation();
  return (
    <AuthPage
      title="Create your account"
      lead={
        can?.mail === false
          ? 'A name, an e-mail and a password. This installation sends no mail, so keep the password well: it cannot be reset by mail.'
          : 'A name, an e-mail and a password. That is all.'
      }
      other={{ question: 'Have an account?', label: 'Log in', href: '/login' }}
    >
      <SignupForm passwordLength={passwordLength} mail={can?.mail === true} />
    </AuthPage>
  );
}
