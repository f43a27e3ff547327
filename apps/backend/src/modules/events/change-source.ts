import { AsyncLocalStorage } from 'node:async_hooks';

const sources = new AsyncLocalStorage<string>();

/** Does work in the name of a client, so that those who hear of its changes know whose they are. */
export function inNameOf<T>(source: string, work: () => T): T {
  return sources.run(source, work);
}

/** The client in whose name the present work is done, undefined when none gave a name. */
export const currentSource = (): string | undefined => sources.getStore();
