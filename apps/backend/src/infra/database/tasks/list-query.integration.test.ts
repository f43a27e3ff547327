import { taskSort } from '@todo-chatbot/shared';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sortKeys } from '../../../modules/tasks/sort-keys.ts';
import type { Selection } from '../../../modules/tasks/task-store.ts';
import { createTestDatabase } from '../../../testing/database.ts';
import { migrateDatabase } from '../migrations.ts';
import { listStatement, listedTasks } from './list-query.ts';
import type { ListRow } from './list-query.ts';

const owner = '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11';
const open: Selection = {
  ...{ status: 'open', sort: 'manual', size: 50 },
  ...{ priorities: [], tags: [], words: [] },
};

let client: Client;

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  await migrateDatabase({ url, authSecrets: ['a secret of a test, 40 characters long, no'] });
  client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into users (id, name, email) values ($1, 'Ada', 'ada@example.org')`, [
    owner,
  ]);
  await client.query(
    `insert into tasks (id, user_id, title, notes, due_date, due_time, completed_at, created_at,
       updated_at)
     select gen_random_uuid(), $1, 'number ' || n, E',\\t{', current_date + n, '09:00',
       case when n % 2 = 0 then now() - n * interval '1 s' end, now() - n * interval '1 s', now()
     from generate_series(1, 5000) n`,
    [owner],
  );
  await client.query('analyze tasks');
});
afterAll(() => client.end());

const rowsOf = async (selection: Selection) =>
  (await client.query<ListRow>(listStatement(owner, selection))).rows;

/** How the database reads a page that this connection has read before. */
async function planOf(selection: Selection): Promise<string> {
  const { name, values } = listStatement(owner, selection);
  const given = values.map((value) => client.escapeLiteral(String(value))).join(', ');
  return JSON.stringify((await client.query(`explain execute "${name}"(${given})`)).rows);
}

describe.each(taskSort.options)('the list that is sorted by %s', (sort) => {
  const first: Selection = { ...open, sort, status: sort === 'completed' ? 'done' : 'open' };
  let next: Selection;

  beforeAll(async () => {
    const { last } = listedTasks((await rowsOf(first))[0]!, first.size);
    next = { ...first, after: [...sortKeys[sort].of(last!), last!.id] };
  });

  it.each(['first', 'next'])('is planned once per connection for its %s page', async (page) => {
    const selection = page === 'first' ? first : next;
    for (let asked = 0; asked < 7; asked += 1) await rowsOf(selection);
    const { rows } = await client.query<{ kept: number }>(
      'select generic_plans::int as kept from pg_prepared_statements where name = $1',
      [listStatement(owner, selection).name],
    );
    expect(rows[0]?.kept).toBeGreaterThan(0);
  });

  it.each(['first', 'next'])('reads its %s page from an index, in order', async (page) => {
    const plan = await planOf(page === 'first' ? first : next);
    expect(plan).toContain('Index Scan');
    expect(plan).not.toContain('Sort');
  });
});

it('all tasks, open or not, are read newest first from an index', async () => {
  const all: Selection = { ...open, status: 'all', sort: 'newest' };
  const { last } = listedTasks((await rowsOf(all))[0]!, all.size);
  const next: Selection = { ...all, after: [...sortKeys.newest.of(last!), last!.id] };
  await rowsOf(next);
  const plan = await planOf(next);
  expect(plan).toContain('Index Scan Backward using tasks_by_age');
  expect(plan).not.toContain('Sort');
});

it('a page of another size is not kept by the database', () => {
  expect(listStatement(owner, { ...open, size: 51 })).not.toHaveProperty('name');
});

it('a page ends between two tasks, whatever is in their texts', async () => {
  const [row] = await rowsOf({ ...open, size: 2 });
  const { items, last } = listedTasks(row!, 2);
  const tasks = JSON.parse(`[${items}]`) as { id: string; notes: string }[];
  expect(tasks.map(({ notes }) => notes)).toEqual([',\t{', ',\t{']);
  expect(last).toEqual(tasks[1]);
});

it('a page of one task names it as the last', async () => {
  const [row] = await rowsOf({ ...open, size: 1 });
  const { items, last } = listedTasks(row!, 1);
  expect(last).toEqual(JSON.parse(items));
});
