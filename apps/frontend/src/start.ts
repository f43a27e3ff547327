import { env } from './config/env';
import { endConnectionsOnTerm } from './features/gateway/drain';
import { notePeers } from './features/gateway/peer';

/** What the server does before its first request; a wrong environment ends it here. */
export function start(): void {
  try {
    env();
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  }
  notePeers();
  endConnectionsOnTerm();
}
