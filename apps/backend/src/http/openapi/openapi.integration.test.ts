import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { nameOf, routesOf } from '../route-list.ts';
import { operations } from './operations.ts';

const operation = z.object({
  summary: z.string(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});
const documentForm = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

let app: TestApp;
let stranger: Browser;
let routes: string[];

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  await app.server.ready();
  stranger = new Browser(app.server);
  routes = routesOf(app.server)
    .filter(({ method, url }) => url.startsWith('/api/v1/') && method !== 'HEAD')
    .map(nameOf);
});
afterAll(() => app.close());

it('the description is valid OpenAPI 3.1, told to everybody', async () => {
  const answer = await stranger.send('GET /api/v1/openapi.json');
  expect(answer.statusCode).toBe(200);
  expect(documentForm.safeParse(answer.json()).error).toBeUndefined();
  expect(await new Validator().validate(answer.json())).toEqual({ valid: true });
});

it('every route of the API is in the description, with its words', async () => {
  const { paths } = documentForm.parse((await stranger.send('GET /api/v1/openapi.json')).json());
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const inBraces = (name: string) => name.replaceAll(/:(\w+)/g, '{$1}');
  expect(described.map((name) => name.replace(/\/$/, '')).toSorted()).toEqual(
    routes.map(inBraces).toSorted(),
  );
  expect(routes.filter((name) => !operations[name])).toEqual([]);
});

it('every word is about a route that exists', () => {
  expect(Object.keys(operations).filter((name) => !routes.includes(name))).toEqual([]);
});

it('a task is named once and referred to', async () => {
  const text = (await stranger.send('GET /api/v1/openapi.json')).body;
  expect(text).toContain('#/components/schemas/TaskPage');
  expect(text.split('"subtasks":{').length).toBeLessThan(12);
});

it('one who has it already is told only that', async () => {
  const { headers } = await stranger.send('GET /api/v1/openapi.json');
  const known = { headers: { 'if-none-match': String(headers.etag) } };
  const again = await stranger.send('GET /api/v1/openapi.json', undefined, known);
  expect([again.statusCode, again.body]).toEqual([304, '']);
});
