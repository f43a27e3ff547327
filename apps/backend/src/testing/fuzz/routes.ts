import type { FastifyInstance } from 'fastify';
import type { ListedRoute } from '../../http/route-list.ts';
import { routesOf } from '../../http/route-list.ts';
import { formOf, legalValue } from './sample.ts';
import type { RawRequest } from './client.ts';

type Params = Record<string, string>;

const parameters: Params = {
  id: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11',
  name: 'work',
  secret: 'x'.repeat(43),
  token: 'x'.repeat(92),
  file: `${'x'.repeat(43)}.ics`,
};

/** Every route of the API, in the order in which they were registered. */
export const apiRoutes = (server: FastifyInstance): ListedRoute[] =>
  routesOf(server).filter(({ url }) => url.startsWith('/api/v1/'));

/** The parameters in a route's path. */
export const parametersOf = ({ url }: ListedRoute): string[] =>
  [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

/** The fields of a route's query or body. */
export const fieldsOf = (schema: unknown): string[] =>
  schema === undefined ? [] : Object.keys(formOf(schema).properties ?? {});

/** The address of a route; throws at a parameter that this file does not know. */
export function addressOf({ url }: ListedRoute, given: Params = {}): string {
  return url.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const value = given[name] ?? parameters[name];
    if (value === undefined) throw new Error(`Say in routes.ts what :${name} of ${url} may be.`);
    return value;
  });
}

/** A request that has the form a route takes, made from the route's own schemas. */
export function legalRequest(route: ListedRoute, given: Params = {}): RawRequest {
  const { body, querystring } = route.schema ?? {};
  const query = querystring ? new URLSearchParams(legalValue(querystring) as Params) : '';
  const url = `${addressOf(route, given)}${String(query) && `?${String(query)}`}`;
  return {
    method: route.method,
    url,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(legalValue(body)),
    }),
  };
}
