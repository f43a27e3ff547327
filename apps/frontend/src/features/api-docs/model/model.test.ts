import { describe, expect, it } from 'vitest';
import { curlOf } from './curl';
import type { Spec } from './openapi';
import { toGroups } from './reference';

const spec: Spec = {
  info: { title: 'Todo', version: '1' },
  security: [{ token: [] }],
  tags: [{ name: 'tasks', description: 'What there is to do.' }],
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie' },
    },
    schemas: {
      NewTask: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string', description: 'One line.' },
          stage: { enum: ['todo', 'doing'] },
          tags: { type: 'array', items: { type: 'string' } },
          dueDate: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
          reminders: { type: 'array', items: { type: 'integer' } },
          id: { type: 'string', format: 'uuid' },
        },
      },
    },
  },
  paths: {
    '/api/v1/tasks': {
      post: {
        summary: 'Add a task',
        tags: ['tasks'],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NewTask' } } },
        },
        responses: { '201': { description: 'The task' }, '400': { description: 'A fault' } },
      },
    },
    '/api/v1/account': { get: { security: [{ session: [] }], responses: {} } },
    '/api/v1/features': { get: { security: [], responses: {} } },
  },
};
const groups = toGroups(spec);
const add = groups[0]!.operations[0]!;

describe('the reference', () => {
  it('groups operations by tag, or else by path', () => {
    expect(groups.map(({ name, about }) => [name, about])).toEqual([
      ['tasks', 'What there is to do.'],
      ['account', ''],
      ['features', ''],
    ]);
  });

  it('says what each needs to be let in', () => {
    const access = groups.flatMap(({ operations }) => operations.map((one) => one.access));
    expect(access).toEqual(['token', 'session', 'open']);
  });

  it('names the fields of a body and what may stand in them', () => {
    expect(add.body).toMatchObject([
      { name: 'title', type: 'string', required: true, about: 'One line.' },
      { name: 'stage', type: '"todo" | "doing"', required: false },
      { name: 'tags', type: 'list of string' },
      { name: 'dueDate', type: 'date or null' },
      { name: 'reminders', type: 'list of integer' },
      { name: 'id', type: 'uuid' },
    ]);
  });
});

it('a command has the token, the body and quotes that a shell reads rightly', () => {
  expect(curlOf({ ...add, sample: `{"title":"Maya's"}` }, 'https://todo.example.org')).toBe(
    String.raw`curl -X POST 'https://todo.example.org/api/v1/tasks' \
  -H "Authorization: Bearer $TODO_TOKEN" \
  -H 'Content-Type: application/json' \
  -d '{"title":"Maya'\''s"}'`,
  );
  expect(JSON.parse(String(add.sample))).toEqual({
    title: 'Call Maya',
    stage: 'todo',
    tags: ['home'],
    dueDate: '2026-12-01',
  });
});
