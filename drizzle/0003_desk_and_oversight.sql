CREATE TABLE "api_key_calls" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_checks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"asked_by" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"all" bigint DEFAULT 0 NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"break_count" integer DEFAULT 0 NOT NULL,
	"breaks" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_reminders" (
	"officer_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"remind_at" timestamp (3) with time zone NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"fired_at" timestamp (3) with time zone,
	CONSTRAINT "case_reminders_officer_id_case_id_pk" PRIMARY KEY("officer_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "case_uploads" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "case_uploads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"officer_id" bigint,
	"mode" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"path" text NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "case_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"viewer" text NOT NULL,
	"officer_id" bigint,
	"part" text NOT NULL,
	"window_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"noun" text NOT NULL,
	"name" text NOT NULL,
	"path" text,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"brought_by" jsonb NOT NULL,
	"brought_at" timestamp (3) with time zone NOT NULL,
	"columns" jsonb,
	"recognition" jsonb,
	"preview" jsonb,
	"refusal" text,
	"started_by" jsonb,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"attempt" integer DEFAULT 0 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"bytes_read" integer DEFAULT 0 NOT NULL,
	"total_bytes" integer,
	"counts" jsonb,
	"taken" jsonb NOT NULL,
	"taken_before" jsonb NOT NULL,
	"rejected_path" text
);
--> statement-breakpoint
CREATE TABLE "promise_cells" (
	"part" text NOT NULL,
	"on_day" date NOT NULL,
	"unit_id" bigint NOT NULL,
	"is_conduct" boolean NOT NULL,
	"key" bigint NOT NULL,
	"clock" text NOT NULL,
	"met" integer NOT NULL,
	"missed" integer NOT NULL,
	CONSTRAINT "promise_cells_part_on_day_unit_id_is_conduct_key_clock_pk" PRIMARY KEY("part","on_day","unit_id","is_conduct","key","clock")
);
--> statement-breakpoint
CREATE TABLE "promise_ends" (
	"case_id" bigint NOT NULL,
	"clock" text NOT NULL,
	"decided_on" date NOT NULL,
	"is_missed" boolean NOT NULL,
	"is_conduct" boolean NOT NULL,
	"unit_id" bigint NOT NULL,
	"officer_id" bigint,
	"enterprise_id" bigint
);
--> statement-breakpoint
CREATE TABLE "promise_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promise_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_mentions" (
	"message_id" bigint NOT NULL,
	"officer_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_mentions_message_id_officer_id_pk" PRIMARY KEY("message_id","officer_id")
);
--> statement-breakpoint
CREATE TABLE "case_watchers" (
	"case_id" bigint NOT NULL,
	"officer_id" bigint NOT NULL,
	"because" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_watchers_case_id_officer_id_pk" PRIMARY KEY("case_id","officer_id")
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "directory_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_drafts" ADD COLUMN "mentioned_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "case_reminders" ADD CONSTRAINT "case_reminders_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reminders" ADD CONSTRAINT "case_reminders_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_uploads" ADD CONSTRAINT "case_uploads_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_uploads" ADD CONSTRAINT "case_uploads_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_views" ADD CONSTRAINT "case_views_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_views" ADD CONSTRAINT "case_views_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_mentions" ADD CONSTRAINT "case_mentions_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_mentions" ADD CONSTRAINT "case_mentions_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_mentions" ADD CONSTRAINT "case_mentions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_watchers" ADD CONSTRAINT "case_watchers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_watchers" ADD CONSTRAINT "case_watchers_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_checks_one_under_way" ON "audit_checks" USING btree ((1)) WHERE "audit_checks"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "case_reminders_due" ON "case_reminders" USING btree ("remind_at") WHERE fired_at is null;--> statement-breakpoint
CREATE INDEX "case_uploads_case" ON "case_uploads" USING btree ("case_id","officer_id");--> statement-breakpoint
CREATE INDEX "case_uploads_path" ON "case_uploads" USING btree ("path");--> statement-breakpoint
CREATE INDEX "case_uploads_at" ON "case_uploads" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_views_once" ON "case_views" USING btree ("case_id","viewer","part","window_at");--> statement-breakpoint
CREATE INDEX "case_views_at" ON "case_views" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "case_views_viewer" ON "case_views" USING btree ("viewer","at");--> statement-breakpoint
CREATE INDEX "import_files_state" ON "import_files" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "promise_ends_case" ON "promise_ends" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "promise_ends_day" ON "promise_ends" USING btree ("decided_on");--> statement-breakpoint
CREATE INDEX "promise_marks_case" ON "promise_marks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_mentions_officer" ON "case_mentions" USING btree ("officer_id","message_id");--> statement-breakpoint
CREATE INDEX "case_watchers_officer" ON "case_watchers" USING btree ("officer_id");--> statement-breakpoint
CREATE INDEX "case_exclusions_officer" ON "case_exclusions" USING btree ("officer_id","case_id");--> statement-breakpoint
CREATE INDEX "cases_waiting" ON "cases" USING btree ("waiting_since","id") WHERE state not in ('closed', 'merged');--> statement-breakpoint
CREATE INDEX "cases_activity" ON "cases" USING btree ("last_activity_at","id") WHERE state not in ('closed', 'merged');--> statement-breakpoint
CREATE INDEX "cases_opened" ON "cases" USING btree ("opened_at","id") WHERE state not in ('closed', 'merged');--> statement-breakpoint
CREATE INDEX "cases_urgency" ON "cases" USING btree ((case when urgent then 10 else 0 end + level),"id") WHERE state not in ('closed', 'merged');--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("next_due_at","id") WHERE next_due_at is not null;--> statement-breakpoint
CREATE INDEX "cases_undated" ON "cases" USING btree ("id") WHERE next_due_at is null;--> statement-breakpoint
CREATE INDEX "cases_undated_open" ON "cases" USING btree ("id") WHERE next_due_at is null and state not in ('closed', 'merged');--> statement-breakpoint
CREATE INDEX "cases_counted" ON "cases" USING btree ("unit_id","kind","assignee_id","level","state","next_due_at","id") WHERE state not in ('closed', 'merged');--> statement-breakpoint
ALTER TABLE "api_key_calls" SET UNLOGGED;
--> statement-breakpoint
CREATE FUNCTION mark_promises() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_TABLE_NAME = 'cases' THEN INSERT INTO promise_marks (case_id) VALUES (NEW.id); ELSIF TG_OP = 'DELETE' THEN INSERT INTO promise_marks (case_id) VALUES (OLD.case_id); ELSE INSERT INTO promise_marks (case_id) VALUES (NEW.case_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER clocks_decided AFTER INSERT ON "clocks" FOR EACH ROW WHEN (NEW.broken_at IS NOT NULL OR NEW.state = 'met') EXECUTE FUNCTION mark_promises();
--> statement-breakpoint
CREATE TRIGGER clocks_decided_anew AFTER UPDATE ON "clocks" FOR EACH ROW WHEN ((OLD.broken_at IS NOT NULL OR OLD.state = 'met' OR NEW.broken_at IS NOT NULL OR NEW.state = 'met') AND (OLD.state, OLD.broken_at, OLD.stopped_at, OLD.kind, OLD.case_id) IS DISTINCT FROM (NEW.state, NEW.broken_at, NEW.stopped_at, NEW.kind, NEW.case_id)) EXECUTE FUNCTION mark_promises();
--> statement-breakpoint
CREATE TRIGGER clocks_gone AFTER DELETE ON "clocks" FOR EACH ROW WHEN (OLD.broken_at IS NOT NULL OR OLD.state = 'met') EXECUTE FUNCTION mark_promises();
--> statement-breakpoint
CREATE TRIGGER cases_moved AFTER UPDATE ON "cases" FOR EACH ROW WHEN ((OLD.kind, OLD.unit_id, OLD.assignee_id, OLD.enterprise_id) IS DISTINCT FROM (NEW.kind, NEW.unit_id, NEW.assignee_id, NEW.enterprise_id)) EXECUTE FUNCTION mark_promises();
--> statement-breakpoint
INSERT INTO "promise_marks" ("case_id") SELECT DISTINCT "case_id" FROM "clocks" WHERE "broken_at" IS NOT NULL OR "state" = 'met';
--> statement-breakpoint
CREATE FUNCTION search_words(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT to_tsvector('simple'::regconfig, translate(lower(replace(replace(normalize(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]+', '', 'g'), NFC), 'Đ', 'd'), 'đ', 'd')), './\-:@_+~#?=&%', '              ')) $$;
--> statement-breakpoint
DROP INDEX "cases_words";
--> statement-breakpoint
DROP INDEX "messages_words";
--> statement-breakpoint
DROP FUNCTION words_of(text);
--> statement-breakpoint
ALTER TABLE "cases" DROP COLUMN "folded", ADD COLUMN "words" tsvector GENERATED ALWAYS AS (search_words("reference" || ' ' || coalesce("declaration_no", '') || ' ' || "description")) STORED;
--> statement-breakpoint
CREATE INDEX "cases_words" ON "cases" USING gin ("words");
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (search_words("tax_code" || ' ' || "name")) STORED;
--> statement-breakpoint
CREATE INDEX "enterprises_words" ON "enterprises" USING gin ("words");
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (CASE WHEN case_id IS NOT NULL THEN search_words("text") END) STORED;
--> statement-breakpoint
CREATE INDEX "messages_words" ON "messages" USING gin ("words");
--> statement-breakpoint
-- Since when words of the enterprise stand unanswered, for cases that are there already.
UPDATE "cases" SET "waiting_since" = (
  SELECT min(asked.at) FROM "case_events" asked
  WHERE asked.case_id = "cases"."id" AND asked.type IN ('opened', 'enterpriseWrote', 'notSolved', 'reopened')
    AND asked.ordinal > coalesce((
      SELECT max(answered.ordinal) FROM "case_events" answered
      WHERE answered.case_id = "cases"."id" AND answered.type IN ('replied', 'informationRequested', 'resolved', 'closed', 'merged')
    ), 0)
) WHERE "state" NOT IN ('closed', 'merged');
