-- Whoever changes something, through whichever door, the commit tells of it and a rollback does not.
-- A notification holds 8000 bytes at most, so a change of many tasks names none.
CREATE FUNCTION "tell_task_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('todo_changes', json_build_object(
		'owner', "user_id",
		'event', json_build_object(
			'type', 'tasks',
			'ids', CASE WHEN count(*) <= 100 THEN json_agg("id") END,
			'source', nullif(current_setting('todo.client', true), '')
		)
	)::text) FROM "changed" GROUP BY "user_id";
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "tell_inserted" AFTER INSERT ON "tasks" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_task_changes"();--> statement-breakpoint
CREATE TRIGGER "tell_updated" AFTER UPDATE ON "tasks" REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_task_changes"();--> statement-breakpoint
CREATE TRIGGER "tell_deleted" AFTER DELETE ON "tasks" REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "tell_task_changes"();
--> statement-breakpoint
CREATE FUNCTION "tell_account_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('todo_changes', json_build_object(
		'owner', CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0],
		'event', json_build_object('type', 'account')
	)::text);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "tell_account" AFTER UPDATE OF "name", "email", "email_verified" ON "users" FOR EACH ROW EXECUTE FUNCTION "tell_account_change"('id');--> statement-breakpoint
-- Streams ask at once whether their session still counts; a session's new expiry changes nothing.
CREATE TRIGGER "tell_account" AFTER DELETE ON "sessions" FOR EACH ROW EXECUTE FUNCTION "tell_account_change"('user_id');--> statement-breakpoint
CREATE TRIGGER "tell_account" AFTER INSERT OR DELETE ON "api_tokens" FOR EACH ROW EXECUTE FUNCTION "tell_account_change"('user_id');--> statement-breakpoint
CREATE TRIGGER "tell_account" AFTER INSERT OR UPDATE OR DELETE ON "calendar_feeds" FOR EACH ROW EXECUTE FUNCTION "tell_account_change"('user_id');
