import { Failure } from '../failure.ts';
import type { Answer, Exchange } from '../exchange.ts';

/** The API server refused a request; `status` is HTTP's. */
export class KubeError extends Failure {
  readonly status: number;

  constructor(status: number, detail: { what: string; cure: string }) {
    super(detail);
    this.status = status;
  }
}

/** Reads the refusal out of an answer. */
export function refusal({ method, path }: Exchange, { status, body }: Answer): KubeError {
  const cure =
    status === 401 || status === 403
      ? 'let the user of this kubeconfig do it: kubectl auth can-i --list'
      : 'npm run doctor checks the cluster';
  const place = path.replace(/\?.*/, '');
  return new KubeError(status, {
    what: `The cluster refuses ${method} ${place} (${status}): ${messageOf(body)}`,
    cure,
  });
}

/** Whether an error says that the API server is away, as one that is restarting is for a moment. */
export function isAway(error: unknown): boolean {
  if (error instanceof KubeError) {
    if ([429, 502, 503, 504].includes(error.status)) return true;
    return error.status === 500 && /etcd|timeout|connection/i.test(error.message);
  }
  const { code } = error as NodeJS.ErrnoException;
  return ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code ?? '');
}

function messageOf(body: string): string {
  try {
    return (JSON.parse(body) as { message?: string }).message ?? body;
  } catch {
    return body.trim();
  }
}
