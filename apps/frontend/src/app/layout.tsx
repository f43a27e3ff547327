import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { themeCookie, toTheme } from '@/lib/theme';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'todo-chatbot', template: '%s · todo-chatbot' },
  description: 'A quiet place for everything you have to do.',
  referrer: 'same-origin',
  appleWebApp: { capable: true, title: 'Todo', statusBarStyle: 'default' },
};

export const viewport: Viewport = {
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafd' },
    { media: '(prefers-color-scheme: dark)', color: '#100d19' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
