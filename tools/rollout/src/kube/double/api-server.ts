import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { Api } from '../api.ts';

interface Stored {
  metadata: { name: string; uid?: string; resourceVersion?: string };
}

/**
 * A small API server for tests: keeps objects by collection, refuses what is
 * not of the newest version, and streams changes to whoever watches.
 */
export class ApiServer {
  readonly api: Api;
  /** Requests as they came: `GET /api/v1/…`. */
  readonly requests: string[] = [];
  /** What was sent to change something, by request. */
  readonly bodies = new Map<string, unknown[]>();
  /** Texts that are told as they are, by path. */
  readonly texts = new Map<string, string>();
  /** The next so many requests are answered with 503. */
  away = 0;
  readonly #objects = new Map<string, Map<string, Stored>>();
  readonly #watchers = new Map<string, Set<ServerResponse>>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'api-'));
  readonly #socket = join(this.#folder, 'api');
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #version = 0;

  constructor() {
    this.api = new Api(async () => this.#socket);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#socket, resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Puts an object into a collection, new or changed, and tells those who watch. */
  put<T extends Stored>(path: string, object: T): T {
    const before = this.#collection(path).get(object.metadata.name);
    this.#version += 1;
    const uid = before?.metadata.uid ?? `uid-${this.#version}`;
    const metadata = { uid, ...object.metadata, resourceVersion: String(this.#version) };
    const stored = { ...object, metadata };
    this.#collection(path).set(object.metadata.name, stored);
    this.#tell(path, before ? 'MODIFIED' : 'ADDED', stored);
    return stored;
  }

  /** Makes collections that are empty; of others it says that there is no such thing. */
  know(...paths: string[]): void {
    for (const path of paths) this.#collection(path);
  }

  remove(path: string, name: string): void {
    const gone = this.#collection(path).get(name);
    this.#collection(path).delete(name);
    if (gone) this.#tell(path, 'DELETED', gone);
  }

  objects(path: string): Stored[] {
    return [...this.#collection(path).values()];
  }

  /** How many follow a collection now. */
  watchers(path: string): number {
    return this.#watchers.get(path)?.size ?? 0;
  }

  /** Ends every stream, as a server does that restarts. */
  breakStreams(): void {
    for (const stream of [...this.#watchers.values()].flatMap((all) => [...all])) stream.destroy();
  }

  #keep(request: string, body: unknown): void {
    this.bodies.set(request, [...(this.bodies.get(request) ?? []), body]);
  }

  #collection(path: string): Map<string, Stored> {
    const found = this.#objects.get(path) ?? new Map<string, Stored>();
    this.#objects.set(path, found);
    return found;
  }

  #tell(path: string, type: string, object: unknown): void {
    for (const stream of this.#watchers.get(path) ?? []) write(stream, type, object);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost');
    this.requests.push(`${request.method} ${url.pathname}`);
    if (this.away > 0) {
      this.away -= 1;
      return reply(response, 503, { message: 'away' });
    }
    const told = this.texts.get(url.pathname);
    if (told !== undefined) return void response.end(told);
    if (url.searchParams.has('watch')) return this.#stream(url, response);
    const body = request.method === 'GET' ? undefined : await json(request);
    if (body) this.#keep(`${request.method} ${url.pathname}`, body);
    const [status, answer] = this.#act(request.method ?? '', url.pathname, body as Stored);
    reply(response, status, answer);
  }

  #stream({ pathname: path, searchParams }: URL, response: ServerResponse): void {
    const all = this.#watchers.get(path) ?? new Set();
    this.#watchers.set(path, all.add(response));
    response.once('close', () => all.delete(response));
    response.flushHeaders();
    const since = Number(searchParams.get('resourceVersion') ?? this.#version);
    const newer = ({ metadata }: Stored) => Number(metadata.resourceVersion) > since;
    for (const object of this.objects(path).filter(newer)) write(response, 'MODIFIED', object);
  }

  #act(method: string, path: string, body: Stored): [number, unknown] {
    const cut = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, cut), path.slice(cut + 1)];
    const found = this.#collection(folder).get(name);
    if (method === 'POST') {
      const taken = this.#collection(path).has(body.metadata.name);
      return taken ? [409, { message: 'exists' }] : [201, this.put(path, body)];
    }
    if (method === 'GET' && !found) {
      if (!this.#objects.has(path)) return [404, { message: 'not found' }];
      const metadata = { resourceVersion: String(this.#version) };
      return [200, { items: this.objects(path), metadata }];
    }
    if (!found) return [404, { message: 'not found' }];
    return this.#change(method, { folder, name, found }, body);
  }

  #change(
    method: string,
    { folder, name, found }: { folder: string; name: string; found: Stored },
    body: Stored & { preconditions?: { resourceVersion?: string } },
  ): [number, unknown] {
    const asked = body?.metadata?.resourceVersion ?? body?.preconditions?.resourceVersion;
    if (asked !== undefined && asked !== found.metadata.resourceVersion) {
      return [409, { message: 'the object has been modified' }];
    }
    if (method === 'DELETE') this.remove(folder, name);
    if (method === 'PUT') return [200, this.put(folder, body)];
    if (method !== 'PATCH') return [200, found];
    const labels = { ...labelsOf(found), ...labelsOf(body) };
    return [200, this.put(folder, { ...found, metadata: { ...found.metadata, labels } } as Stored)];
  }
}

function write(stream: ServerResponse, type: string, object: unknown): void {
  stream.write(`${JSON.stringify({ type, object })}\n`);
}

function labelsOf({ metadata }: Partial<Stored>): Record<string, string> {
  return (metadata as { labels?: Record<string, string> } | undefined)?.labels ?? {};
}

function reply(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}
