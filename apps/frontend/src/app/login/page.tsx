import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { LoginForm } from '@/features/auth/login-form';
import { afterLogin } from '@/features/consent/wish';

export const metadata: Metadata = { title: 'Log in' };

const leads = {
  ended: 'Your session has ended. Log in to go on.',
  reset: 'Your new password is saved. Log in with it.',
  deleted: 'Your account and everything in it is deleted. Farewell.',
};

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const given = await searchParams;
  const why = Object.entries(leads).find(([key]) => key in given);
  const next = afterLogin(given);
  return (
    <AuthPage
      title="Log in"
      lead={
        next
          ? 'A program asks to work with your tasks. Log in to decide.'
          : (why?.[1] ?? 'Welcome back.')
      }
      other={{ question: 'No account yet?', label: 'Create one', href: '/signup' }}
    >
      <LoginForm next={next} />
    </AuthPage>
  );
}
