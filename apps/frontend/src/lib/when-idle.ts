/** Runs something when the browser has nothing better to do. */
export function whenIdle(run: () => void): void {
  // Safari has no such moment to offer.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run, 1_000);
}
