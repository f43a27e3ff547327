import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../testing/database.ts';

/**
 * What the version before this one says to the database in a person's day, and what it was
 * answered, as recorded from that version on its own schema. During a rollout it goes on saying it
 * to the new one. `$user` is the id that the database gave, `$any` one that does not matter.
 */
const recorded = z
  .array(
    z.object({
      step: z.string(),
      text: z.string(),
      values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
      rows: z.array(z.record(z.string(), z.unknown())),
      count: z.number(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'statements-of-78b63a2.json'), 'utf8')));

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: await createTestDatabase(inject('postgres')) });
  await client.connect();
});
afterAll(() => client.end());

it('the previous version is understood and answered on the new schema, word by word', async () => {
  let user = '';
  for (const { step, text, values, rows, count } of recorded) {
    const result = await client.query<{ id: string }>(
      text,
      values.map((value) => (value === '$user' ? user : value)),
    );
    if (text.startsWith('insert into "users"')) user = result.rows[0]?.id ?? '';
    expect(result.rowCount, step).toBe(count);
    const answered = JSON.parse(JSON.stringify(result.rows)) as Record<string, unknown>[];
    const expected = rows.map((row) => ({
      ...row,
      ...(row['id'] === '$any' && { id: expect.any(String) }),
      ...(row['id'] === '$user' && { id: user }),
      ...(row['user_id'] === '$user' && { user_id: user }),
      ...(row['account_id'] === '$user' && { account_id: user }),
    }));
    expect(answered, step).toEqual(expected);
  }
  expect(new Set(recorded.map(({ step }) => step))).toEqual(
    new Set(
      'sign-up,session,create,list,list after,read,complete,done,delete,sign-out,sign-in'.split(
        ',',
      ),
    ),
  );
});

it('a task that the previous version wrote has its place among the others', async () => {
  const { rows } = await client.query(
    'select title, priority, stage, tags, subtasks, position from tasks order by position',
  );
  expect(rows).toEqual([
    {
      ...{ title: 'second', priority: 0, stage: 'todo', tags: [], subtasks: [] },
      position: expect.stringMatching(/^q\d{17}$/),
    },
  ]);
});
