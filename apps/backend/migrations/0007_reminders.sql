CREATE TABLE "reminder_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminder_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_mails" (
	"reminder_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"body" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"give_up_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_pace" (
	"id" smallint PRIMARY KEY NOT NULL,
	"free_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"mail" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fires_at" timestamp (3) with time zone NOT NULL,
	"snoozed" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"told_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"mail" text,
	CONSTRAINT "reminders_once" UNIQUE("task_id","due_at","fires_at")
);
--> statement-breakpoint
ALTER TABLE "reminder_mails" ADD CONSTRAINT "reminder_mails_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_mails" ADD CONSTRAINT "reminder_mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_mails_next" ON "reminder_mails" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "reminder_mails_of_user" ON "reminder_mails" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "reminders_waiting" ON "reminders" USING btree ("fires_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "reminders_told" ON "reminders" USING btree ("user_id","told_at") WHERE state = 'told';--> statement-breakpoint
CREATE INDEX "reminders_by_age" ON "reminders" USING btree ("told_at") WHERE state = 'told';
--> statement-breakpoint
INSERT INTO "reminder_pace" ("id", "free_at") VALUES (1, now());
--> statement-breakpoint
-- Whoever changes a task, through whichever door and in whichever version of this program, its
-- reminders are worked out again. Only a note is left here: zones and calendars are the program's.
CREATE FUNCTION "note_reminder_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "reminder_changes" ("task_id", "changed_at") VALUES (NEW."id", now());
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "note_inserted_reminders" AFTER INSERT ON "tasks" FOR EACH ROW
	WHEN (NEW."reminders" <> '{}')
	EXECUTE FUNCTION "note_reminder_change"();
--> statement-breakpoint
CREATE TRIGGER "note_updated_reminders" AFTER UPDATE ON "tasks" FOR EACH ROW
	WHEN ((OLD."reminders" <> '{}' OR NEW."reminders" <> '{}') AND
		(OLD."reminders", OLD."due_date", OLD."due_time", OLD."time_zone", OLD."completed_at", OLD."deleted_at")
		IS DISTINCT FROM
		(NEW."reminders", NEW."due_date", NEW."due_time", NEW."time_zone", NEW."completed_at", NEW."deleted_at"))
	EXECUTE FUNCTION "note_reminder_change"();
--> statement-breakpoint
INSERT INTO "reminder_changes" ("task_id", "changed_at")
	SELECT "id", now() FROM "tasks"
	WHERE "reminders" <> '{}' AND "completed_at" IS NULL AND "deleted_at" IS NULL;
--> statement-breakpoint
-- As with tasks: only accounts that somebody follows are told of.
CREATE FUNCTION "tell_reminder_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	"owner" uuid;
BEGIN
	FOR "owner" IN
		SELECT DISTINCT "after"."user_id" FROM "after" JOIN "before" USING ("id")
		WHERE ("after"."state", "after"."read_at") IS DISTINCT FROM ("before"."state", "before"."read_at")
		AND 'told' IN ("after"."state", "before"."state")
		ORDER BY "after"."user_id"
	LOOP
		PERFORM pg_advisory_xact_lock_shared(7160412, hashtext("owner"::text));
		IF EXISTS (
			SELECT FROM "event_readers" "reader"
			WHERE "reader"."user_id" = "owner" AND "reader"."expires_at" > now()
		) THEN
			PERFORM pg_notify('todo_changes', json_build_object(
				'owner', "owner",
				'event', json_build_object('type', 'reminders')
			)::text);
		END IF;
	END LOOP;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "tell_told" AFTER UPDATE ON "reminders" REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "tell_reminder_changes"();
--> statement-breakpoint
CREATE TRIGGER "tell_account" AFTER INSERT OR UPDATE ON "reminder_settings" FOR EACH ROW EXECUTE FUNCTION "tell_account_change"('user_id');
