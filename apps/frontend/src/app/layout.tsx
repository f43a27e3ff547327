import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/providers';
import { themeCookie, toTheme } from '@/lib/theme';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'todo-chatbot', template: '%s · todo-chatbot' },
  description: 'A quiet place for everything you have to do.',
  referrer: 'same-origin',
};

export const viewport: Viewport = { viewportFit: 'cover', colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
