import autocannon from 'autocannon';

/** One request of a series that connections send round and round. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface LoadOptions {
  url: string;
  connections: number;
  seconds: number;
  /** What each connection begins with; the first connection is number 0. */
  requests: (connection: number) => LoadRequest[];
}

/** What a load brought about; times in milliseconds. */
export interface LoadResult {
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers other than 2xx, and requests without an answer. */
  errors: number;
  answers: number;
}

/** Sends requests as fast as answers come, for so many seconds. */
export async function load({ url, connections, seconds, requests }: LoadOptions) {
  let next = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      // autocannon's types know the shape of a request only by its options.
      client.setRequests(requests(next++));
    },
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
    answers: result['2xx'],
  } satisfies LoadResult;
}
