import type { Metadata } from 'next';
import { AuthPage } from '@/features/auth/auth-page';
import { LoginForm } from '@/features/auth/login-form';
import { afterLogin } from '@/features/consent/wish';
import { leadingTo, programsQuestion, tasksPage, wantedPage } from '@/lib/wanted-page';

export const metadata: Metadata = { title: 'Log in' };

const leads = {
  ended: 'Your session has ended. Log in to go on.',
  reset: 'Your new password is saved. Log in with it.',
  deleted: 'Your account and everything in it is deleted. Farewell.',
};

function leadOf(given: object, wanted: string): string {
  if (wanted.startsWith(programsQuestion)) {
    return 'A program asks to work with your tasks. Log in to decide.';
  }
  const why = Object.entries(leads).find(([key]) => key in given)?.[1];
  return (
    why ?? (wanted === tasksPage ? 'Welcome back.' : 'Log in to see the page that you opened.')
  );
}

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const given = await searchParams;
  const wanted = wantedPage(afterLogin(given) ?? given['next']);
  return (
    <AuthPage
      title="Log in"
      lead={leadOf(given, wanted)}
      other={{
        question: 'No account yet?',
        label: 'Create one',
        href: leadingTo(wanted, '/signup'),
      }}
    >
      <LoginForm wanted={wanted} />
    </AuthPage>
  );
}
