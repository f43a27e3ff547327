import type { Client } from 'pg';

/** How much the measured database holds. */
export const amount = { people: 100, tasksEach: 10_000 } as const;

const words = [
  'call renew invoice garden dentist passport library draft budget school',
  'window train report laundry birthday insurance meeting bicycle kitchen review',
  'letter museum battery recipe parcel contract holiday printer heating piano',
]
  .join(' ')
  .split(' ');

/** Words that some seeded titles hold. */
export const searchWords = words;

const people = `
insert into users (name, email)
select 'Person ' || n, 'person-' || n || '@example.org'
from generate_series(1, ${amount.people}) n`;

const sessions = `
insert into sessions (user_id, token, expires_at)
select id, md5(email), now() + interval '10 years' from users`;

const pick = (list: string, salt: number) =>
  `(${list})[1 + abs(hashint4(t * 31 + n * 7 + ${salt})) % array_length(${list}, 1)]`;
const wordList = `array['${words.join(`','`)}']`;
const tagList = `array['home','work','errands','health','garden','travel','money','family']`;

// Half open, half done, a few in the trash; every second one dated, a quarter tagged.
const tasks = `
insert into tasks (id, user_id, title, notes, priority, tags, due_date, position,
  completed_at, deleted_at, created_at, updated_at)
select gen_random_uuid(), p.id,
  ${pick(wordList, 1)} || ' ' || ${pick(wordList, 2)} || ' ' || ${pick(wordList, 3)} || ' ' || t,
  case when t % 4 = 0 then repeat(${pick(wordList, 4)} || ' ', 1 + t % 20) else '' end,
  t % 4,
  case when t % 4 = 0 then array[${pick(tagList, 5)}] else '{}' end,
  case when t % 2 = 0 then current_date + (t % 400) - 200 end,
  'q' || lpad((10000000000000000 + t)::text, 17, '0'),
  case when t % 100 >= 50 then now() - t * interval '1 minute' end,
  case when t % 50 = 1 then now() - interval '1 day' end,
  now() - t * interval '10 minutes', now() - t * interval '10 minutes'
from generate_series($1::int, $2::int) n
join users p on p.email = 'person-' || n || '@example.org'
cross join generate_series(1, ${amount.tasksEach}) t`;

const indexes = `
select indexname as name, indexdef as definition from pg_indexes
where tablename = 'tasks' and indexname not in (select conname from pg_constraint)`;

/** Takes the indexes away meanwhile: built at the end, they cost a tenth. */
async function withoutIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(indexes);
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await work();
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { definition } of rows) await client.query(definition);
}

/** Fills a migrated database with people who have many tasks. `told` hears how far it is. */
export async function seed(client: Client, told: (text: string) => void): Promise<void> {
  await client.query('set synchronous_commit = off');
  await client.query(people);
  await client.query(sessions);
  // Nobody listens who would have to be told of changes.
  await client.query('alter table tasks disable trigger user');
  await withoutIndexes(client, async () => {
    const step = 10;
    for (let first = 1; first <= amount.people; first += step) {
      await client.query(tasks, [first, first + step - 1]);
      told(`${(first + step - 1) * amount.tasksEach} tasks seeded`);
    }
    told('building the indexes');
  });
  await client.query('alter table tasks enable trigger user');
  await client.query('vacuum (freeze, analyze)');
  await client.query('checkpoint');
}
