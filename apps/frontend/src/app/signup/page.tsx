import { mailPause, passwordLength } from '@todo-chatbot/shared';
import type { Metadata } from 'next';
import { AuthFrame } from '@/features/auth/auth-page';
import { SignupForm } from '@/features/auth/signup-form';
import { installation } from '@/lib/installation';
import { wantedPage } from '@/lib/wanted-page';

export const metadata: Metadata = { title: 'Create account' };

export default async function SignupPage({ searchParams }: PageProps<'/signup'>) {
  const wanted = wantedPage((await searchParams)['next']);
  const can = await installation();
  return (
    <AuthFrame>
      <SignupForm
        lead={
          can?.mail === false
            ? 'A name, an e-mail and a password. This installation sends no mail, so keep the password well: it cannot be reset by mail.'
            : 'A name, an e-mail and a password. That is all.'
        }
        passwordLength={passwordLength}
        mail={can?.mail === true}
        mailPause={mailPause}
        wanted={wanted}
      />
    </AuthFrame>
  );
}
