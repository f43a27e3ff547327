import Link from 'next/link';
import { buttonClass } from '@/components/button';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center px-5 text-center">
      <h1 className="text-xl font-semibold tracking-tight">There is nothing here</h1>
      <p className="mt-1.5 mb-6 text-muted">The address may be mistyped, or the page has moved.</p>
      <Link href="/" className={buttonClass()}>
        Go to the start
      </Link>
    </main>
  );
}
