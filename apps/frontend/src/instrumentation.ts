/** Runs once, before the first request: a wrong environment ends the process here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ env }, { notePeers }] = await Promise.all([
    import('./config/env'),
    import('./features/gateway/peer'),
  ]);
  env();
  notePeers();
}
