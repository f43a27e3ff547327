import type { LiveEvent } from '@todo-chatbot/shared';

/** What a listener hears. `open` means that anything may have been missed before. */
export type Heard = { type: 'open' } | LiveEvent;

const longestPauseMs = 30_000;

/**
 * Listens to the server's events and comes back after a break, later each time it fails.
 * @returns stops it
 */
export function openStream(hear: (heard: Heard) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const connect = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
      failures = 0;
      hear({ type: 'open' });
    };
    source.onmessage = ({ data }) => hear(JSON.parse(String(data)) as LiveEvent);
    // The browser's own second try is as early for a thousand tabs as for one.
    source.onerror = () => {
      source?.close();
      const pause = Math.min(longestPauseMs, 1000 * 2 ** failures++);
      timer = setTimeout(connect, pause * (0.5 + Math.random()));
    };
  };
  connect();
  addEventListener('online', connect);
  return () => {
    removeEventListener('online', connect);
    clearTimeout(timer);
    source?.close();
  };
}
