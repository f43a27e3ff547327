import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { Providers } from '@/components/providers';
import { KeepOffline } from '@/features/offline/keep-offline';
import { places, searchHref } from '@/features/workspace/views';
import { Workspace } from '@/features/workspace/workspace';
import { requireSession, sessionMark } from '@/lib/session-cookie';
import { themeCookie, toTheme } from '@/lib/theme';

export const metadata: Metadata = { robots: { index: false } };

/** The pages that open without a network. */
const pages = [...Object.values(places).map(({ href }) => href), searchHref];

export default async function AppLayout({ children }: LayoutProps<'/app'>) {
  await requireSession();
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  return (
    <Providers session={await sessionMark()}>
      <Workspace theme={theme}>{children}</Workspace>
      <KeepOffline pages={pages} />
    </Providers>
  );
}
