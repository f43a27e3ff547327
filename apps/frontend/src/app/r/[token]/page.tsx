import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/button';
import { AuthFrame, AuthPage } from '@/features/auth/auth-page';
import { LinkPage } from '@/features/reminder-link/link-page';
import { noLink } from '@/features/reminder-link/link-words';
import { readLink } from '@/features/reminder-link/read-link';

// The address holds what proves whose link it is; nobody else is told it.
export const metadata: Metadata = {
  title: 'Reminder',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

export default async function ReminderLinkPage({ params }: PageProps<'/r/[token]'>) {
  const { token } = await params;
  const link = await readLink(token);
  if (typeof link === 'string') {
    return (
      <AuthPage {...noLink[link]}>
        <Link href="/app" className={buttonClass('primary', 'h-10')}>
          Open my tasks
        </Link>
      </AuthPage>
    );
  }
  return (
    <AuthFrame>
      <LinkPage token={token} first={link} />
    </AuthFrame>
  );
}
