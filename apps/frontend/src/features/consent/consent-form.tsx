'use client';

import { useState } from 'react';
import { Button } from '@/components/button';
import { useHydrated } from '@/components/use-hydrated';
import { errorMessage, isPassing } from '@/lib/error-message';
import { http } from '@/lib/http';

/** Answers where the program waits. */
const answer = (accept: boolean) =>
  http<{ url: string }>('/api/auth/oauth2/consent', {
    method: 'POST',
    // As it was signed: the server takes no other wish than the one that it showed.
    json: { accept, oauth_query: location.search.slice(1) },
  });

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
      location.assign((await answer(accept)).url);
    } catch (error) {
      setProblem(
        isPassing(error)
          ? errorMessage(error)
          : 'This question is too old. Begin again in the program.',
      );
      setBusy(false);
    }
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
