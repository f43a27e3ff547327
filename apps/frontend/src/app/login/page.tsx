import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { LoginForm } from '@/features/auth/login-form';

export const metadata: Metadata = { title: 'Log in' };

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const ended = 'ended' in (await searchParams);
  return (
    <AuthPage
      title="Log in"
      lead={ended ? 'Your session has ended. Log in to go on.' : 'Welcome back.'}
      other={{ question: 'No account yet?', label: 'Create one', href: '/signup' }}
    >
      <LoginForm />
    </AuthPage>
  );
}
