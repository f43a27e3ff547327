import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { exchange, linesOf, send, type Answer, type Exchange } from '../exchange.ts';
import { isAway, KubeError, refusal } from './kube-error.ts';
import { proxySocket, type Access } from './proxy.ts';

/** What changed since a watch began. */
export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}

/** The objects of one kind; `resourceVersion` is where a watch goes on from. */
export interface List<T> {
  items: T[];
  metadata: { resourceVersion?: string };
}

type Query = Readonly<Record<string, string>>;

/** How many milliseconds a server that is away is asked again. */
const longestAbsence = 15_000;
/** Milliseconds. */
const longestGlance = 1_000;

const onlyMetadata = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/**
 * A cluster's API: plain HTTP, no process per call. Paths begin with `/api` or
 * `/apis`. What may be asked twice is asked again while the server is away.
 *
 * Every method throws a {@link KubeError} when the server refuses.
 */
export class Api {
  readonly #socket: () => Promise<string>;

  /** @param socket where the API is served over HTTP, asked for anew with every request. */
  constructor(socket: () => Promise<string>) {
    this.#socket = socket;
  }

  /** An object, undefined when there is none. */
  async get<T>(path: string, query: Query = {}): Promise<T | undefined> {
    const answer = await this.#absent({ method: 'GET', path: withQuery(path, query) });
    return answer && (JSON.parse(answer.body) as T);
  }

  /** A text, for example a log; undefined when there is none. */
  async text(path: string, query: Query = {}): Promise<string | undefined> {
    const headers = { Accept: '*/*' };
    return (await this.#absent({ method: 'GET', path: withQuery(path, query), headers }))?.body;
  }

  /** A text that nobody waits for: undefined when it does not come at once. */
  async glance(path: string): Promise<string | undefined> {
    const signal = AbortSignal.timeout(longestGlance);
    const asked = { method: 'GET', path, headers: { Accept: '*/*' }, signal } as const;
    return this.#once(asked).then(
      ({ body }) => body,
      () => undefined,
    );
  }

  async list<T>(path: string, query: Query = {}): Promise<List<T>> {
    return this.#list({ method: 'GET', path: withQuery(path, query) });
  }

  /** The same without what the objects consist of: names, labels, owners. */
  async listMetadata<T>(path: string, query: Query = {}): Promise<List<T>> {
    const headers = { Accept: onlyMetadata };
    return this.#list({ method: 'GET', path: withQuery(path, query), headers });
  }

  /** Makes an object in the collection at `path`; a name that is taken is refused with 409. */
  async create<T>(path: string, body: unknown): Promise<T> {
    return JSON.parse((await this.#once({ method: 'POST', path, body })).body) as T;
  }

  /** Puts an object in the place of another; refused with 409 when that is not the one it names. */
  async replace<T>(path: string, body: unknown): Promise<T> {
    return JSON.parse((await this.#once({ method: 'PUT', path, body })).body) as T;
  }

  /** Merges `body` into an object: lists are replaced, or (`strategic`) merged by the names in them. */
  async patch(path: string, body: unknown, how = 'merge' as 'merge' | 'strategic'): Promise<void> {
    const kind = how === 'merge' ? 'merge-patch' : 'strategic-merge-patch';
    const headers = { 'Content-Type': `application/${kind}+json` };
    await this.#again({ method: 'PATCH', path, body, headers });
  }

  /** Deletes an object; one that is gone already is none to delete. */
  async remove(path: string, options: unknown = {}): Promise<void> {
    await this.#absent({ method: 'DELETE', path, body: options });
  }

  /** Changes as they come, until the server ends the stream, which it does after some minutes. */
  async *watch<T>(path: string, query: Query, signal: AbortSignal): AsyncGenerator<WatchEvent<T>> {
    const asked = withQuery(path, { ...query, watch: '1', allowWatchBookmarks: 'true' });
    const request: Exchange = { method: 'GET', path: asked, signal };
    const response: IncomingMessage = await send(await this.#socket(), request);
    const status = response.statusCode ?? 0;
    if (status !== 200) throw refusal(request, { status, body: await text(response) });
    for await (const line of linesOf(response)) yield JSON.parse(line) as WatchEvent<T>;
  }

  async #list<T>(request: Exchange): Promise<List<T>> {
    const list = JSON.parse((await this.#again(request)).body) as List<T> & { items: T[] | null };
    // A list of metadata that is empty has no items at all.
    return { ...list, items: list.items ?? [] };
  }

  async #absent(request: Exchange): Promise<Answer | undefined> {
    return this.#again(request).catch((error: unknown) => {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    });
  }

  async #again(request: Exchange): Promise<Answer> {
    const end = Date.now() + longestAbsence;
    for (;;) {
      try {
        return await this.#once(request);
      } catch (error) {
        if (!isAway(error) || Date.now() > end) throw error;
        await pause(250);
      }
    }
  }

  async #once(request: Exchange): Promise<Answer> {
    const answer = await exchange(await this.#socket(), request);
    if (answer.status < 200 || answer.status > 299) throw refusal(request, answer);
    return answer;
  }
}

/** The API of a cluster, by whatever its kubeconfig says. */
export function openApi(access: Access): Api {
  return new Api(() => proxySocket(access));
}

function withQuery(path: string, query: Query): string {
  const entries = Object.entries(query);
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}
