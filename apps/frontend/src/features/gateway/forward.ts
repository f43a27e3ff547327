import { fetchBackend } from '@/lib/fetch-backend';
import { endingSignal } from './drain';
import { untilAborted } from './endless';
import { isEventStream, towardsBackend, towardsBrowser } from './headers';
import { isTurnedAway, neverArrived, noAnswer, SlowRequest } from './problem';
import { trusts } from './trust';

export interface Gateway {
  backendUrl: string;
  trustedProxies: readonly string[];
  /**
   * Milliseconds that a request may take to arrive, and the backend to its first byte; a stream may
   * then last for ever.
   */
  timeoutMs?: number;
  /** Ends streams that would go on for ever; by default when this process is told to end. */
  ending?: AbortSignal;
}

const target = (request: Request, backendUrl: string) => {
  const { pathname, search } = new URL(request.url);
  return backendUrl.replace(/\/$/, '') + pathname + search;
};

function send(request: Request, gateway: Gateway): Promise<Response> {
  const waiting = new AbortController();
  let arrived = request.body === null;
  const body = request.body?.pipeThrough(
    new TransformStream({ flush: () => void (arrived = true) }),
  );
  const timer = setTimeout(
    () =>
      waiting.abort(
        arrived ? new DOMException('no answer in time', 'TimeoutError') : new SlowRequest(),
      ),
    gateway.timeoutMs ?? 30_000,
  );
  return fetchBackend(target(request, gateway.backendUrl), {
    method: request.method,
    headers: towardsBackend(request.headers, trusts(gateway.trustedProxies)),
    body: body ?? null,
    redirect: 'manual',
    signal: AbortSignal.any([request.signal, waiting.signal]),
    // Node sends a streamed body only when told that the answer may come before its end.
    ...{ duplex: 'half' },
  }).finally(() => clearTimeout(timer));
}

/**
 * Milliseconds until a request that nobody took is sent again. While pods are replaced, a busy
 * node goes on for a moment to lead to one that has ended, or to somebody else.
 */
const pauses = [100, 300, 600];

/** A read that met a connection which the backend was just closing may be sent once more. */
async function sendPersistently(
  request: Request,
  gateway: Gateway,
  [pause, ...later]: readonly number[] = pauses,
): Promise<Response> {
  try {
    return await send(request, gateway);
  } catch (fault) {
    // A body has been handed out and cannot be sent again.
    if (isTurnedAway(fault) && request.body === null && pause !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return sendPersistently(request, gateway, later);
    }
    const repeatable = ['GET', 'HEAD'].includes(request.method) && fault instanceof TypeError;
    if (!repeatable || neverArrived(fault)) throw fault;
    return await send(request, gateway);
  }
}

/** Passes a request on to the backend and its answer back, both as streams. */
export async function forward(request: Request, gateway: Gateway): Promise<Response> {
  try {
    const { body, status, headers } = await sendPersistently(request, gateway);
    const endless = body !== null && isEventStream(headers);
    const sent = endless ? untilAborted(body, gateway.ending ?? endingSignal) : body;
    return new Response(sent, { status, headers: towardsBrowser(headers) });
  } catch (fault) {
    return noAnswer(fault);
  }
}
