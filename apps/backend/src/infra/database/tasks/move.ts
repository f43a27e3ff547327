import type { Task } from '@todo-chatbot/shared';
import type { PoolClient } from 'pg';
import type { Move } from '../../../modules/tasks/task-store.ts';
import { taskJson, taskOf } from './task-json.ts';
import type { TaskRow } from './task-json.ts';

const placeOf = `select position from tasks where user_id = $1 and id = $2 and deleted_at is null`;

// Neighbours with the same place are passed over: between them there is no room.
const placeAfter = `select position from tasks
  where user_id = $1 and deleted_at is null and position > $2 and id <> $3
  order by position, id limit 1`;

// Begins at the place that a task made now would get, so that newer ones still come first.
const respace = `update tasks set position = spaced.position from (
    select id, 'q' || lpad((99999999999999999 - (extract(epoch from now()) * 1000000)::bigint
      + 1000 * row_number() over (order by position, id))::text, 17, '0') as position
    from tasks where user_id = $1
  ) spaced where tasks.id = spaced.id`;

const place = `update tasks set position = $4, updated_at = $5, version = version + 1
  where user_id = $1 and id = $2 and version = $3 and deleted_at is null returning ${taskJson}`;

// Putting tasks between the same two, over and over, makes places grow.
const longestPlace = 100;

async function placesAround(client: PoolClient, { ownerId, id, after }: Move) {
  const read = async (text: string, values: unknown[]) =>
    (await client.query<{ position: string }>(text, values)).rows[0]?.position;
  const before = after === null ? null : await read(placeOf, [ownerId, after]);
  if (before === undefined) return undefined;
  return [before, (await read(placeAfter, [ownerId, before ?? '', id])) ?? null] as const;
}

async function newPlace(client: PoolClient, move: Move): Promise<string | undefined> {
  const around = await placesAround(client, move);
  return around && move.between(...around);
}

/** Puts a task between others. */
export async function moveTask(
  client: PoolClient,
  move: Move,
): Promise<Task | 'no such neighbour' | undefined> {
  let position = await newPlace(client, move);
  if (position && position.length > longestPlace) {
    await client.query(respace, [move.ownerId]);
    position = await newPlace(client, move);
  }
  if (!position) return 'no such neighbour';
  const values = [move.ownerId, move.id, move.version, position, move.now];
  const [moved] = (await client.query<TaskRow>(place, values)).rows;
  return moved && taskOf(moved);
}
