/** The `code` of a cause: somebody answered who is not the backend. */
export const strangerCode = 'STRANGER';

/** Milliseconds in which no connection is kept after one has led to somebody else. */
const suspicionMs = 5_000;

let misledAt = -Infinity;

function withoutKeeping(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('connection', 'close');
  return { ...init, headers };
}

/**
 * Asks the backend, which puts an id on each of its answers. Server side only.
 *
 * While pods move, an address leads for a moment to whoever has it next, or out of the cluster;
 * and a connection that was made then would go on doing so for as long as it is kept busy. An
 * answer without an id is nobody's, and connections are made anew for a while.
 *
 * @throws TypeError when there is no answer, or a stranger's (its cause has the `strangerCode`)
 */
export async function fetchBackend(url: string | URL, init: RequestInit): Promise<Response> {
  const isSuspicious = performance.now() - misledAt < suspicionMs;
  const sent = isSuspicious ? withoutKeeping(init) : init;
  const answer = await fetch(url, { ...sent, cache: 'no-store' });
  if (answer.headers.has('x-request-id')) return answer;
  misledAt = performance.now();
  await answer.body?.cancel();
  const cause = Object.assign(new Error(`status ${answer.status}`), { code: strangerCode });
  throw new TypeError('The answer is not the backend’s.', { cause });
}
