import { peerHeader } from './peer';
import { plainAddress } from './trust';

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Next's own notes to itself, and what a client must not be able to claim. */
const internal =
  /^(x-middleware-|x-nextjs-|x-invoke-|x-wanted-page$|x-forwarded-|forwarded$|x-real-ip$)/;

function endToEnd(headers: Headers): Headers {
  const kept = new Headers(headers);
  const named = headers.get('connection')?.split(',') ?? [];
  for (const name of [...hopByHop, ...named]) if (name.trim()) kept.delete(name.trim());
  return kept;
}

/**
 * Who asked, and under which address: the peer is always appended, and what came before it is
 * believed only when the peer is a proxy that we trust.
 */
function forwarded(headers: Headers, trusted: (address: string) => boolean) {
  const peer = plainAddress(headers.get(peerHeader) ?? '');
  const claim = (name: string) => (trusted(peer) ? headers.get(name) : null);
  const earlier = claim('x-forwarded-for')?.split(',') ?? [];
  const chain = [...earlier.map((address) => plainAddress(address.trim())), peer];
  // Next appends nothing, but it copies the peer into an absent X-Forwarded-For.
  const distinct = chain.filter((address, at) => address && address !== chain[at - 1]);
  return {
    'x-forwarded-for': distinct.join(', '),
    'x-forwarded-host': claim('x-forwarded-host') ?? headers.get('host') ?? '',
    'x-forwarded-proto': claim('x-forwarded-proto') ?? 'http',
  };
}

/** The headers of a request as the backend gets them. */
export function towardsBackend(headers: Headers, trusted: (address: string) => boolean): Headers {
  const kept = endToEnd(headers);
  for (const name of [...kept.keys()]) {
    if (internal.test(name) || name === peerHeader) kept.delete(name);
  }
  for (const [name, value] of Object.entries(forwarded(headers, trusted))) {
    if (value) kept.set(name, value);
  }
  kept.delete('host');
  kept.delete('expect');
  // The hop to the backend is short; the answer is compressed once, on its way to the browser.
  kept.set('accept-encoding', 'identity');
  return kept;
}

/** Whether an answer goes on until somebody ends it. */
export const isEventStream = (headers: Headers): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false;

/** The headers of an answer as the browser gets them. */
export function towardsBrowser(headers: Headers): Headers {
  const kept = endToEnd(headers);
  if (headers.has('content-encoding')) {
    kept.delete('content-encoding'); // fetch has decoded the body
    kept.delete('content-length');
  }
  if (!headers.has('cache-control')) kept.set('cache-control', 'no-store');
  // Compression would hold events back until its buffer is full.
  if (isEventStream(headers)) {
    kept.set('cache-control', 'no-cache, no-transform');
  }
  return kept;
}
