import { problem, problemMediaType } from '@todo-chatbot/shared';
import type { ErrorCode } from '@todo-chatbot/shared';
import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { statusOf } from '../problem.ts';
import { nameOf } from '../route-list.ts';
import type { ListedRoute } from '../route-list.ts';
import { componentRegistry, securitySchemes } from './components.ts';
import { operations } from './operations.ts';
import type { Operation } from './operations.ts';

/** As much as is touched here of an OpenAPI document. */
interface OpenApiDocument {
  paths?: object | undefined;
  components?: { schemas?: object | undefined } | undefined;
}

const info = {
  title: 'Todo',
  version: '1',
  description:
    'Tasks and accounts. Lists are paged by cursors, changes name the version they were made on, and errors are problems (RFC 9457) whose `code` says what happened.',
};

const problemContent = { [problemMediaType]: { schema: problem } };

const meanings: Partial<Record<ErrorCode, string>> = {
  invalid_request: 'The request does not have the form this route takes.',
  unauthenticated: 'Nobody is signed in, or the token is not valid.',
  forbidden: 'The token lacks the scope, or the change comes from another site.',
  not_found: 'There is no such thing, or it is another’s.',
  stale_version: 'It was changed in the meantime: read it again.',
  payload_too_large: 'The body is larger than this route takes.',
  unsupported_media_type: 'The body is not JSON.',
  rate_limited: 'Too many requests; Retry-After says in how many seconds to come back.',
  unavailable: 'The service cannot answer at the moment.',
};

function problemsOf({ method, url, schema }: ListedRoute, operation?: Operation): ErrorCode[] {
  const codes: ErrorCode[] = ['invalid_request', 'rate_limited', 'unavailable'];
  if (operation?.audience !== 'everybody') codes.push('unauthenticated', 'forbidden');
  if (url.includes(':')) codes.push('not_found');
  if (schema?.body) codes.push('payload_too_large', 'unsupported_media_type');
  if (['PATCH', 'POST'].includes(method) && url.startsWith('/api/v1/tasks/')) {
    codes.push('stale_version');
  }
  return codes;
}

function answersOf(route: ListedRoute, operation?: Operation) {
  const own = (route.schema?.response ?? {}) as Record<string, z.ZodType>;
  const answers = Object.entries(own).map(([status, schema]) => [
    status,
    schema instanceof z.ZodNull
      ? schema
      : { description: 'Done', content: { 'application/json': { schema } } },
  ]);
  const other = operation?.answers && {
    200: { description: 'Done', content: { [operation.answers]: { schema: z.string() } } },
  };
  const problems = problemsOf(route, operation).map((code) => [
    statusOf[code],
    { description: meanings[code] ?? code, content: problemContent },
  ]);
  return { ...Object.fromEntries(answers), ...other, ...Object.fromEntries(problems) };
}

function securityOf(operation?: Operation): Record<string, string[]>[] {
  if (operation?.audience === 'everybody') return [];
  const byToken = operation?.audience.includes(':') ? [{ token: [operation.audience] }] : [];
  return [{ session: [] }, ...byToken];
}

function described(route: ListedRoute): FastifySchema {
  const operation = operations[nameOf(route)];
  return {
    ...route.schema,
    response: answersOf(route, operation),
    ...(operation && { summary: operation.summary, tags: [operation.tag] }),
    security: securityOf(operation),
  } as FastifySchema;
}

/** Leaves out the forms that components take in requests, where no request has them. */
function withoutUnusedInputs(document: OpenApiDocument): OpenApiDocument {
  const { paths, components } = document;
  const text = JSON.stringify(paths);
  const schemas = Object.entries(components?.schemas ?? {}).filter(
    ([name]) => !name.endsWith('Input') || text.includes(`/schemas/${name}"`),
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

/**
 * Describes routes by their own schemas, in OpenAPI 3.1. What this needs is loaded here: a process
 * that nobody asks for its description neither reads nor keeps it.
 */
export async function describeRoutes(routes: readonly ListedRoute[]): Promise<OpenApiDocument> {
  const { fastify, swagger, ...zod } = await import('./description.ts');
  const schemaRegistry = componentRegistry();
  const draft = fastify({ exposeHeadRoutes: false });
  draft.setValidatorCompiler(() => () => true);
  draft.setSerializerCompiler(() => JSON.stringify);
  await draft.register(swagger, {
    openapi: { openapi: '3.1.0', info, components: { securitySchemes } },
    transform: zod.createJsonSchemaTransform({ schemaRegistry }),
    transformObject: zod.createJsonSchemaTransformObject({ schemaRegistry }),
  });
  for (const route of routes) {
    const { method, url } = route;
    draft.route({ method, url, schema: described(route), handler: () => undefined });
  }
  await draft.ready();
  return withoutUnusedInputs(draft.swagger());
}
