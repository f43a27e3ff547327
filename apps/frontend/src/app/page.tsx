import { cookies } from 'next/headers';
import { LandingPage } from '@/features/landing/landing-page';
import { hasSessionCookie } from '@/lib/session-cookie';
import { themeCookie, toTheme } from '@/lib/theme';

export default async function HomePage() {
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  return <LandingPage theme={theme} known={await hasSessionCookie()} />;
}
