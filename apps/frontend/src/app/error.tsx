'use client';

import { Button } from '@/components/button';

export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center px-5 text-center">
      <h1 className="text-xl font-semibold tracking-tight">This page broke</h1>
      <p className="mt-1.5 mb-6 text-muted">What you saved is safe. Try to open the page again.</p>
      <Button onClick={reset}>Try again</Button>
    </main>
  );
}
