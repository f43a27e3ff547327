import { mailPause } from '@todo-chatbot/shared';
import type { Metadata } from 'next';
import { AuthFrame, AuthPage } from '@/features/auth/auth-page';
import { ForgotForm } from '@/features/auth/forgot-form';
import { rememberedIt } from '@/features/auth/remembered-it';
import { installation } from '@/lib/installation';
import { wantedPage } from '@/lib/wanted-page';

export const metadata: Metadata = { title: 'Forgot password' };

export default async function ForgotPasswordPage({ searchParams }: PageProps<'/forgot-password'>) {
  const wanted = wantedPage((await searchParams)['next']);
  const off = (await installation())?.mail === false;
  if (off) {
    return (
      <AuthPage
        title="No mail from here"
        lead="This installation sends no mail, so it cannot send a link for a new password. Ask the person who runs it."
        other={rememberedIt(wanted)}
      />
    );
  }
  return (
    <AuthFrame>
      <ForgotForm mailPause={mailPause} wanted={wanted} />
    </AuthFrame>
  );
}
