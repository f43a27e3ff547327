CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
-- Immutable by its arguments' types, which array_to_string alone cannot promise. The collation is
-- named, because lower() knows only ASCII letters in a database of the language C.
CREATE FUNCTION task_search_text(title text, notes text, tags text[], subtasks jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT lower(concat_ws(E'\n', title, notes, array_to_string(tags, E'\n'),
    (SELECT string_agg(step ->> 'title', E'\n') FROM jsonb_array_elements(subtasks) AS step)
  ) COLLATE "und-x-icu")
$$;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "search_text" text GENERATED ALWAYS AS (task_search_text(title, notes, tags, subtasks)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "tasks_by_place" ON "tasks" USING btree ("user_id","position","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_age" ON "tasks" USING btree ("user_id","created_at","id") WHERE completed_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_due" ON "tasks" USING btree ("user_id",coalesce(due_date, 'infinity'::date),coalesce(due_time, '24:00'),"position","id") WHERE completed_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_priority" ON "tasks" USING btree ("user_id",(-priority),coalesce(due_date, 'infinity'::date),coalesce(due_time, '24:00'),"position","id") WHERE completed_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_open_by_title" ON "tasks" USING btree ("user_id",lower("left"(title, 120) collate "und-x-icu"),"id") WHERE completed_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_done_by_completion" ON "tasks" USING btree ("user_id",coalesce(completed_at, '-infinity'::timestamptz),"id") WHERE completed_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_in_trash" ON "tasks" USING btree ("user_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "tasks_by_text" ON "tasks" USING gin ("user_id","search_text" gin_trgm_ops);