import { setTimeout as pause } from 'node:timers/promises';
import type { Api, WatchEvent } from './api.ts';
import type { Collection } from './kinds.ts';
import { isAway, KubeError } from './kube-error.ts';

/** As much of an object as a mirror needs. */
interface Identified {
  kind: string;
  metadata: { uid?: string; name: string; resourceVersion?: string };
}

/** The objects of some collections as they are now, kept so by watches. */
export interface Mirror<T> {
  objects(): T[];
  /**
   * Returns when something has changed since the last call, at the latest after `longest` milliseconds.
   *
   * @throws when a collection cannot be read any more.
   */
  changed(longest: number): Promise<void>;
  end(): void;
}

/** Reads the collections and goes on watching them; a stream that breaks is begun anew with a list. */
export async function mirror<T extends Identified>(
  api: Api,
  collections: readonly Collection[],
): Promise<Mirror<T>> {
  const ending = new AbortController();
  const signal = signalOf();
  const parts = collections.map((collection) => new Part<T>(api, collection, signal));
  try {
    await Promise.all(parts.map((part) => part.read()));
  } catch (error) {
    ending.abort();
    throw error;
  }
  for (const part of parts) void part.follow(ending.signal).catch(signal.fail);
  return {
    objects: () => parts.flatMap((part) => [...part.objects.values()]),
    changed: signal.wait,
    end: () => ending.abort(),
  };
}

class Part<T extends Identified> {
  objects = new Map<string, T>();
  #version = '';
  readonly #api: Api;
  readonly #collection: Collection;
  readonly #signal: Signal;

  constructor(api: Api, collection: Collection, signal: Signal) {
    this.#api = api;
    this.#collection = collection;
    this.#signal = signal;
  }

  async read(): Promise<void> {
    const { path } = this.#collection;
    const { items, metadata } = await this.#api.list<T>(path, this.#query());
    this.objects = new Map(items.map((item) => [keyOf(item), this.#named(item)]));
    this.#version = metadata.resourceVersion ?? '';
    this.#signal.tell();
  }

  async follow(ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      try {
        await this.#stream(ended);
      } catch (error) {
        if (ended.aborted) return;
        if (!isAway(error) && !(error instanceof KubeError && error.status === 410)) throw error;
      }
      await pause(100);
      if (!ended.aborted) await this.read();
    }
  }

  /** Ends with the stream, or with what the server says when it has forgotten where we were. */
  async #stream(ended: AbortSignal): Promise<void> {
    const query = { ...this.#query(), resourceVersion: this.#version };
    for await (const event of this.#api.watch<T>(this.#collection.path, query, ended)) {
      if (event.type === 'ERROR') return;
      if (event.type !== 'BOOKMARK') this.#take(event);
    }
  }

  #query(): { fieldSelector?: string } {
    const { fields } = this.#collection;
    return fields ? { fieldSelector: fields } : {};
  }

  #take({ type, object }: WatchEvent<T>): void {
    if (type === 'DELETED') this.objects.delete(keyOf(object));
    else this.objects.set(keyOf(object), this.#named(object));
    this.#signal.tell();
  }

  /** The members of a list do not say what kind they are. */
  #named(object: T): T {
    return { ...object, kind: this.#collection.kind };
  }
}

function keyOf({ metadata }: Identified): string {
  return metadata.uid ?? metadata.name;
}

interface Signal {
  tell(): void;
  fail(error: unknown): void;
  wait(longest: number): Promise<void>;
}

function signalOf(): Signal {
  let told = false;
  let failure: unknown;
  let wake = () => {};
  return {
    tell() {
      told = true;
      wake();
    },
    fail(error) {
      failure = error ?? new Error('a watch ended');
      wake();
    },
    async wait(longest) {
      if (!told && failure === undefined) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longest);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      told = false;
      if (failure !== undefined) throw failure;
    },
  };
}
