-- Commits that notify take turns in the whole database, each until it is on the disk. So only those
-- of accounts notify that somebody follows at the moment; the others go on committing together.
CREATE UNLOGGED TABLE "event_readers" (
	"user_id" uuid PRIMARY KEY REFERENCES "users"("id") ON DELETE CASCADE,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- The lock is for a reader that comes just now: it waits for the changes under way that did not see it.
CREATE OR REPLACE FUNCTION "tell_task_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	"change" record;
BEGIN
	FOR "change" IN
		SELECT "user_id", CASE WHEN count(*) <= 100 THEN json_agg("id") END AS "ids"
		FROM "changed" GROUP BY "user_id" ORDER BY "user_id"
	LOOP
		PERFORM pg_advisory_xact_lock_shared(7160412, hashtext("change"."user_id"::text));
		IF EXISTS (
			SELECT FROM "event_readers" "reader"
			WHERE "reader"."user_id" = "change"."user_id" AND "reader"."expires_at" > now()
		) THEN
			PERFORM pg_notify('todo_changes', json_build_object(
				'owner', "change"."user_id",
				'event', json_build_object(
					'type', 'tasks',
					'ids', "change"."ids",
					'source', nullif(current_setting('todo.client', true), '')
				)
			)::text);
		END IF;
	END LOOP;
	RETURN NULL;
END $$;
