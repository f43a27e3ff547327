import { cookies } from 'next/headers';
import './globals.css';
export default async function Layout({ children }: { children: React.ReactNode }) {
  const theme = (await cookies()).get('theme')?.value;
  return (
    <html lang="en" data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
