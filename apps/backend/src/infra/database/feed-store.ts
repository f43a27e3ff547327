import type { Pool } from 'pg';
import type { FeedStore } from '../../modules/calendar/feed-service.ts';
import { taskJson, taskOf } from './tasks/task-json.ts';
import type { TaskRow } from './tasks/task-json.ts';

const put = `insert into calendar_feeds (user_id, hash, created_at) values ($1, $2, $3)
  on conflict (user_id) do update set hash = excluded.hash, created_at = excluded.created_at`;

const dated = `select ${taskJson} from tasks
  where user_id = $1 and due_date is not null and deleted_at is null
  order by completed_at desc nulls first, due_date desc, id limit $2`;

/** Keeps calendar feeds in PostgreSQL. */
export function createFeedStore(pool: Pool): FeedStore {
  return {
    async createdAt(ownerId) {
      const text = 'select created_at from calendar_feeds where user_id = $1';
      const { rows } = await pool.query<{ created_at: Date }>(text, [ownerId]);
      return rows[0]?.created_at ?? null;
    },

    async put(ownerId, { hash, createdAt }) {
      await pool.query(put, [ownerId, hash, createdAt]);
    },

    async remove(ownerId) {
      await pool.query('delete from calendar_feeds where user_id = $1', [ownerId]);
    },

    async ownerOf(hash) {
      const text = 'select user_id from calendar_feeds where hash = $1';
      return (await pool.query<{ user_id: string }>(text, [hash])).rows[0]?.user_id;
    },

    async datedTasks(ownerId, limit) {
      const { rows } = await pool.query<TaskRow>(dated, [ownerId, limit]);
      return rows.map(taskOf);
    },
  };
}
