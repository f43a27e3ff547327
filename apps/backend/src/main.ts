import { defaultAddress } from './config/default-address.ts';
import { StartupFailure } from './config/startup-failure.ts';
import { listenEarly } from './http/early-listener.ts';

// Listens first: loading all the rest takes most of the time until the process is ready.
const { HOST: host = defaultAddress.host, PORT = String(defaultAddress.port) } = process.env;
// What is no port at all is named with all else that is wrong in the environment.
const listener = /^\d{1,5}$/.test(PORT)
  ? await listenEarly({ host, port: Number(PORT) })
  : undefined;

try {
  const { serve } = await import('./serve.ts');
  await serve(listener);
} catch (error) {
  listener?.close();
  const known = error instanceof StartupFailure;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
}
