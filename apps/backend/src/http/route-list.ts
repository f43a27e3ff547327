import type { FastifyInstance, RouteOptions } from 'fastify';

/** A route as it was registered: one method, its whole address and its schemas. */
export interface ListedRoute {
  method: string;
  url: string;
  schema: RouteOptions['schema'];
  bodyLimit: number | undefined;
}

const lists = new WeakMap<FastifyInstance, ListedRoute[]>();

/** Notes every route that is registered from now on. */
export function registerRouteList(server: FastifyInstance): void {
  const list: ListedRoute[] = [];
  lists.set(server, list);
  server.addHook('onRoute', ({ method, url, schema, bodyLimit }) => {
    for (const one of [method].flat()) list.push({ method: one, url, schema, bodyLimit });
  });
}

/** Every route of a server, complete once the server is ready. */
export const routesOf = (server: FastifyInstance): readonly ListedRoute[] =>
  lists.get(server) ?? [];

/** What a route is called in tables: `GET /api/v1/tasks`. */
export const nameOf = ({ method, url }: Pick<ListedRoute, 'method' | 'url'>): string =>
  `${method} ${url.length > 1 ? url.replace(/\/$/, '') : url}`;
