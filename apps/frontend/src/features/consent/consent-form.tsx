'use client';

import { useState } from 'react';
import { Button } from '@/components/button';
import { useHydrated } from '@/components/use-hydrated';

type Answer = { url: string } | undefined;

async function answer(accept: boolean): Promise<Answer> {
  const response = await fetch('/api/auth/oauth2/consent', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    // As it was signed: the server takes no other wish than the one that it showed.
    body: JSON.stringify({ accept, oauth_query: location.search.slice(1) }),
  });
  return response.ok ? ((await response.json()) as Answer) : undefined;
}

/** Lets a program in, or not, and goes back to it. */
export function ConsentForm() {
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const decide = async (accept: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const decided = await answer(accept);
      if (decided) return location.assign(decided.url);
      setProblem('This question is too old. Begin again in the program.');
    } catch {
      setProblem('The server cannot be reached. Try again in a moment.');
    }
    setBusy(false);
  };
  return (
    <>
      {problem && (
        <p role="alert" className="mb-5 rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger">
          {problem}
        </p>
      )}
      <div className="flex gap-3">
        <Button
          className="h-10 flex-1"
          disabled={!hydrated}
          aria-busy={busy}
          onClick={() => void decide(true)}
        >
          Allow
        </Button>
        <Button
          look="outline"
          className="h-10 flex-1"
          disabled={!hydrated}
          onClick={() => void decide(false)}
        >
          Refuse
        </Button>
      </div>
    </>
  );
}
