import { openStream, type Heard } from './stream';

/**
 * Listens through one connection for all tabs of an account: a browser opens six to a server at
 * most, and each tab would hold one for ever. The tab that has the lock listens for the others.
 * @returns stops it
 */
export function shareStream(account: string, hear: (heard: Heard) => void): () => void {
  // Locks exist on https and localhost only.
  if (!navigator.locks) return openStream(hear);
  const name = `todo-chatbot-live-${account}`;
  const channel = new BroadcastChannel(name);
  const stopping = new AbortController();
  channel.onmessage = ({ data }: MessageEvent<Heard>) => hear(data);

  const lead = () =>
    new Promise<void>((release) => {
      const close = openStream((heard) => {
        channel.postMessage(heard);
        hear(heard);
      });
      stopping.signal.addEventListener('abort', () => {
        close();
        release();
      });
    });
  const listen = async () => {
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && lead());
    if (stopping.signal.aborted) return;
    // The stream of another has long been open, and nobody says so again.
    hear({ type: 'open' });
    await navigator.locks.request(name, { signal: stopping.signal }, lead);
  };
  listen().catch(() => undefined);
  return () => {
    stopping.abort();
    channel.close();
  };
}
