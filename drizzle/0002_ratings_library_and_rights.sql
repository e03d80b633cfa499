CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"officer_id" bigint NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_invitations_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "step_ups" (
	"session_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp (3) with time zone,
	CONSTRAINT "two_factor_user_id_unique" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "assistant_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assistant_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job" text NOT NULL,
	"prompt_hash" text NOT NULL,
	"model" text NOT NULL,
	"case_id" bigint,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"day" date NOT NULL,
	"took_milliseconds" integer NOT NULL,
	"tokens_in" integer NOT NULL,
	"tokens_out" integer NOT NULL,
	"cost_micros" integer NOT NULL,
	"outcome" text NOT NULL,
	"draft" jsonb,
	"used_at" timestamp (3) with time zone,
	"changed_per_mille" integer
);
--> statement-breakpoint
CREATE TABLE "case_summaries" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"text" text,
	"up_to" bigint NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_translations" (
	"message_id" bigint PRIMARY KEY NOT NULL,
	"from" text NOT NULL,
	"text" text,
	"source_hash" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_translations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reply_translations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"officer_id" bigint,
	"to" text NOT NULL,
	"original" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "officers_seen" (
	"officer_id" bigint PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canned_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"unit_id" bigint,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "case_drafts" (
	"case_id" bigint NOT NULL,
	"officer_id" bigint NOT NULL,
	"mode" text NOT NULL,
	"text" text NOT NULL,
	"seen_event_ordinal" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_drafts_case_id_officer_id_mode_pk" PRIMARY KEY("case_id","officer_id","mode")
);
--> statement-breakpoint
CREATE TABLE "case_presences" (
	"case_id" bigint NOT NULL,
	"officer_id" bigint NOT NULL,
	"activity" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_presences_case_id_officer_id_pk" PRIMARY KEY("case_id","officer_id")
);
--> statement-breakpoint
CREATE TABLE "case_readings" (
	"officer_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"seen_message_id" bigint NOT NULL,
	CONSTRAINT "case_readings_officer_id_case_id_pk" PRIMARY KEY("officer_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_filters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"owner_id" bigint NOT NULL,
	"unit_id" bigint,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "early_news" (
	"conversation_id" bigint NOT NULL,
	"provider_message_id" text NOT NULL,
	"kind" text NOT NULL,
	"edit" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "early_news_conversation_id_provider_message_id_kind_pk" PRIMARY KEY("conversation_id","provider_message_id","kind")
);
--> statement-breakpoint
CREATE TABLE "appendices" (
	"code" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appendix_parts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "appendix_parts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"level" text NOT NULL,
	"number" text NOT NULL,
	"address" text NOT NULL,
	"heading" text NOT NULL,
	"text" text NOT NULL,
	"parent" integer
);
--> statement-breakpoint
CREATE TABLE "appendix_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "appendix_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"state" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"document" jsonb NOT NULL,
	"leftovers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source_text" text NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"source_name" text NOT NULL,
	"source_sha256" text NOT NULL,
	"note" text,
	"proposed_by" text NOT NULL,
	"proposed_by_id" bigint,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"corrected_by_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_by" text,
	"published_by_id" bigint,
	"published_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"supersedes_id" bigint
);
--> statement-breakpoint
CREATE TABLE "clause_clocks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "clause_clocks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"address" text NOT NULL,
	"clock" text NOT NULL,
	"case_kinds" jsonb NOT NULL,
	"level" integer,
	"urgent" boolean
);
--> statement-breakpoint
CREATE TABLE "frequent_questions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "frequent_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tokens" text NOT NULL,
	"question" text NOT NULL,
	"state" text NOT NULL,
	"address" text,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lookups" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lookups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"query" text,
	"tokens" text NOT NULL,
	"as_of" date NOT NULL,
	"conversation_id" bigint,
	"shown" jsonb NOT NULL,
	"is_found" boolean NOT NULL,
	"helpful" boolean,
	"at" timestamp (3) with time zone NOT NULL,
	"case_id" bigint
);
--> statement-breakpoint
CREATE TABLE "data_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "data_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"conversation_id" bigint NOT NULL,
	"contact_id" bigint,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledge_by" timestamp (3) with time zone NOT NULL,
	"due_by" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"overdue_told_at" timestamp (3) with time zone,
	"progress" integer DEFAULT 0 NOT NULL,
	"outcome" jsonb
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "retention_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"what" text NOT NULL,
	"days" integer NOT NULL,
	"basis" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"approved_by" jsonb,
	"approved_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "retention_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declaration_days" (
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"day" date NOT NULL,
	"declarations" integer NOT NULL,
	CONSTRAINT "declaration_days_dimension_key_day_pk" PRIMARY KEY("dimension","key","day")
);
--> statement-breakpoint
CREATE TABLE "rating_cells" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rating_cells_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"owner_id" bigint,
	"ids" jsonb NOT NULL,
	"level1" integer NOT NULL,
	"level2" integer NOT NULL,
	"level3" integer NOT NULL,
	"level4" integer NOT NULL,
	"level5" integer NOT NULL,
	"declarations" integer,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_days" (
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"unit_id" bigint NOT NULL,
	"day" date NOT NULL,
	"level1" integer NOT NULL,
	"level2" integer NOT NULL,
	"level3" integer NOT NULL,
	"level4" integer NOT NULL,
	"level5" integer NOT NULL,
	CONSTRAINT "rating_days_dimension_key_unit_id_day_pk" PRIMARY KEY("dimension","key","unit_id","day")
);
--> statement-breakpoint
CREATE TABLE "rating_figure_marks" (
	"name" text PRIMARY KEY NOT NULL,
	"up_to_id" bigint,
	"up_to_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rating_loops" (
	"rating_id" bigint PRIMARY KEY NOT NULL,
	"unit_id" bigint NOT NULL,
	"rated_on" date NOT NULL,
	"case_id" bigint,
	"contacted_ms" bigint,
	"decided_ms" bigint,
	"told_ms" bigint,
	"due_on" date NOT NULL,
	"is_told_in_time" boolean,
	"has_action" boolean DEFAULT false NOT NULL,
	"is_checked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_publications" (
	"month" text PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"answers_due" integer,
	"answers_in_time" integer
);
--> statement-breakpoint
CREATE TABLE "case_ratings" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"level" integer,
	"comment" text,
	"rated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "corrective_actions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "corrective_actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"what" text NOT NULL,
	"owner_id" bigint NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_note" text,
	"check_after_days" integer NOT NULL,
	"check_due_on" date,
	"checked_at" timestamp (3) with time zone,
	"checked_by" bigint,
	"is_effective" boolean,
	"check_note" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rating_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rating_id" bigint NOT NULL,
	"level" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"comment" text,
	"had_no_contact" boolean NOT NULL,
	"by" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_digests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rating_digests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conversation_id" bigint NOT NULL,
	"enterprise_id" bigint NOT NULL,
	"day" date NOT NULL,
	"declarations" integer NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_flag_ratings" (
	"flag_id" bigint NOT NULL,
	"rating_id" bigint NOT NULL,
	CONSTRAINT "rating_flag_ratings_flag_id_rating_id_pk" PRIMARY KEY("flag_id","rating_id")
);
--> statement-breakpoint
CREATE TABLE "rating_flags" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rating_flags_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"score" integer NOT NULL,
	"because" jsonb NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "rating_invitations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rating_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"declaration_id" bigint NOT NULL,
	"enterprise_id" bigint NOT NULL,
	"conversation_id" bigint,
	"state" text NOT NULL,
	"skipped_because" text,
	"occasion" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"digest_id" bigint
);
--> statement-breakpoint
CREATE TABLE "rating_wishes" (
	"conversation_id" bigint PRIMARY KEY NOT NULL,
	"is_muted" boolean DEFAULT false NOT NULL,
	"is_preferred" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ratings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"declaration_id" bigint NOT NULL,
	"number11" text NOT NULL,
	"enterprise_id" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_key" text DEFAULT '' NOT NULL,
	"level" integer NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"comment" text,
	"had_no_contact" boolean DEFAULT false NOT NULL,
	"message_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"conversation_id" bigint,
	"contact_id" bigint,
	"rated_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"is_during_procedure" boolean DEFAULT false NOT NULL,
	"counts" boolean DEFAULT true NOT NULL,
	"unit_id" bigint,
	"snapshot" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"case_id" bigint PRIMARY KEY NOT NULL,
	"rating_id" bigint NOT NULL,
	"appeal_of" bigint,
	"outcome" text,
	"finding" text,
	"told" text,
	"decided_by" bigint,
	"decided_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"appealed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "understanding_corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "understanding_corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"conversation_id" bigint NOT NULL,
	"about" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"guessed" text NOT NULL,
	"chosen" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_reminders" (
	"action_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "action_reminders_action_id_kind_pk" PRIMARY KEY("action_id","kind")
);
--> statement-breakpoint
CREATE TABLE "officer_notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "officer_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"officer_id" bigint NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_ratings" (
	"case_id" bigint NOT NULL,
	"rating_id" bigint NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verification_ratings_case_id_rating_id_pk" PRIMARY KEY("case_id","rating_id")
);
--> statement-breakpoint
ALTER TABLE "declarations" DROP CONSTRAINT "declarations_enterprise_id_enterprises_id_fk";
--> statement-breakpoint
ALTER TABLE "declarations" DROP CONSTRAINT "declarations_office_code_office_codes_code_fk";
--> statement-breakpoint
ALTER TABLE "declaration_changes" DROP CONSTRAINT "declaration_changes_declaration_id_declarations_id_fk";
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "created_by" jsonb;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false;--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "officer_chats" ADD COLUMN "has_menu" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_invitations" ADD CONSTRAINT "sign_in_invitations_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_ups" ADD CONSTRAINT "step_ups_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_runs" ADD CONSTRAINT "assistant_runs_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_summaries" ADD CONSTRAINT "case_summaries_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_translations" ADD CONSTRAINT "message_translations_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_translations" ADD CONSTRAINT "reply_translations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_translations" ADD CONSTRAINT "reply_translations_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officers_seen" ADD CONSTRAINT "officers_seen_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_drafts" ADD CONSTRAINT "case_drafts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_drafts" ADD CONSTRAINT "case_drafts_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_readings" ADD CONSTRAINT "case_readings_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_readings" ADD CONSTRAINT "case_readings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_owner_id_officers_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "early_news" ADD CONSTRAINT "early_news_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appendix_parts" ADD CONSTRAINT "appendix_parts_version_id_appendix_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."appendix_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appendix_versions" ADD CONSTRAINT "appendix_versions_code_appendices_code_fk" FOREIGN KEY ("code") REFERENCES "public"."appendices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appendix_versions" ADD CONSTRAINT "appendix_versions_proposed_by_id_officers_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appendix_versions" ADD CONSTRAINT "appendix_versions_published_by_id_officers_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frequent_questions" ADD CONSTRAINT "frequent_questions_decided_by_officers_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookups" ADD CONSTRAINT "lookups_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookups" ADD CONSTRAINT "lookups_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_loops" ADD CONSTRAINT "rating_loops_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_ratings" ADD CONSTRAINT "case_ratings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_actions" ADD CONSTRAINT "corrective_actions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_actions" ADD CONSTRAINT "corrective_actions_owner_id_officers_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_actions" ADD CONSTRAINT "corrective_actions_checked_by_officers_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_answers" ADD CONSTRAINT "rating_answers_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_digests" ADD CONSTRAINT "rating_digests_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_digests" ADD CONSTRAINT "rating_digests_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_flag_ratings" ADD CONSTRAINT "rating_flag_ratings_flag_id_rating_flags_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."rating_flags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_flag_ratings" ADD CONSTRAINT "rating_flag_ratings_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_flags" ADD CONSTRAINT "rating_flags_decided_by_officers_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_invitations" ADD CONSTRAINT "rating_invitations_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_invitations" ADD CONSTRAINT "rating_invitations_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_invitations" ADD CONSTRAINT "rating_invitations_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_wishes" ADD CONSTRAINT "rating_wishes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_declaration_id_declarations_id_fk" FOREIGN KEY ("declaration_id") REFERENCES "public"."declarations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_appeal_of_cases_id_fk" FOREIGN KEY ("appeal_of") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_decided_by_officers_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "understanding_corrections" ADD CONSTRAINT "understanding_corrections_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_reminders" ADD CONSTRAINT "action_reminders_action_id_corrective_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."corrective_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_notices" ADD CONSTRAINT "officer_notices_officer_id_officers_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_ratings" ADD CONSTRAINT "verification_ratings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_ratings" ADD CONSTRAINT "verification_ratings_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assistant_runs_day" ON "assistant_runs" USING btree ("day");--> statement-breakpoint
CREATE INDEX "assistant_runs_case" ON "assistant_runs" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "reply_translations_case" ON "reply_translations" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_code" ON "canned_replies" USING btree ("code") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "saved_filters_owner" ON "saved_filters" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_filters_unit" ON "saved_filters" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "early_news_at" ON "early_news" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "appendix_parts_order" ON "appendix_parts" USING btree ("version_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "appendix_parts_address" ON "appendix_parts" USING btree ("version_id","address");--> statement-breakpoint
CREATE UNIQUE INDEX "appendix_versions_validity" ON "appendix_versions" USING btree ("code","valid_from") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "appendix_versions_drafts" ON "appendix_versions" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "clause_clocks_what" ON "clause_clocks" USING btree ("address","clock");--> statement-breakpoint
CREATE UNIQUE INDEX "frequent_questions_tokens" ON "frequent_questions" USING btree ("tokens");--> statement-breakpoint
CREATE INDEX "lookups_at" ON "lookups" USING btree ("at");--> statement-breakpoint
CREATE INDEX "lookups_unanswered" ON "lookups" USING btree ("at") WHERE not is_found or helpful is false;--> statement-breakpoint
CREATE INDEX "lookups_conversation" ON "lookups" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "data_requests_open" ON "data_requests" USING btree ("conversation_id","kind") WHERE state in ('preparing', 'waiting');--> statement-breakpoint
CREATE INDEX "data_requests_conversation" ON "data_requests" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "retention_rules_what" ON "retention_rules" USING btree ("what","valid_from");--> statement-breakpoint
CREATE INDEX "rating_cells_period" ON "rating_cells" USING btree ("kind","from_day");--> statement-breakpoint
CREATE INDEX "rating_days_day" ON "rating_days" USING btree ("dimension","day");--> statement-breakpoint
CREATE INDEX "rating_loops_day" ON "rating_loops" USING btree ("rated_on");--> statement-breakpoint
CREATE INDEX "rating_loops_due" ON "rating_loops" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "corrective_actions_case" ON "corrective_actions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "corrective_actions_owner" ON "corrective_actions" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "rating_answers_rating" ON "rating_answers" USING btree ("rating_id","id");--> statement-breakpoint
CREATE INDEX "rating_digests_conversation" ON "rating_digests" USING btree ("conversation_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_flags_what" ON "rating_flags" USING btree ("kind","subject_kind","subject_key","from_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rating_invitations_declaration" ON "rating_invitations" USING btree ("declaration_id");--> statement-breakpoint
CREATE INDEX "rating_invitations_due" ON "rating_invitations" USING btree ("due_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "rating_invitations_sent" ON "rating_invitations" USING btree ("conversation_id","sent_at");--> statement-breakpoint
CREATE INDEX "rating_invitations_digest" ON "rating_invitations" USING btree ("digest_id");--> statement-breakpoint
CREATE INDEX "rating_invitations_open" ON "rating_invitations" USING btree ("expires_at") WHERE state in ('planned', 'sent');--> statement-breakpoint
CREATE INDEX "rating_invitations_unanswered" ON "rating_invitations" USING btree ("sent_at") WHERE state = 'sent' and reminded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_one_answer" ON "ratings" USING btree ("number11","subject_kind","subject_key","enterprise_id");--> statement-breakpoint
CREATE INDEX "ratings_by_time" ON "ratings" USING btree ("rated_at");--> statement-breakpoint
CREATE INDEX "ratings_declaration" ON "ratings" USING btree ("declaration_id");--> statement-breakpoint
CREATE INDEX "ratings_subject" ON "ratings" USING btree ("subject_kind","subject_key","rated_at");--> statement-breakpoint
CREATE INDEX "verifications_rating" ON "verifications" USING btree ("rating_id");--> statement-breakpoint
CREATE INDEX "verifications_appeal" ON "verifications" USING btree ("appeal_of");--> statement-breakpoint
CREATE INDEX "understanding_corrections_conversation" ON "understanding_corrections" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "officer_notices_officer" ON "officer_notices" USING btree ("officer_id","id");--> statement-breakpoint
CREATE INDEX "verification_ratings_rating" ON "verification_ratings" USING btree ("rating_id");--> statement-breakpoint
ALTER TABLE "case_presences" SET UNLOGGED;
--> statement-breakpoint
CREATE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT to_tsvector('simple'::regconfig, lower(replace(replace(normalize(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]+', '', 'g'), NFC), 'Đ', 'd'), 'đ', 'd'))) $$;
--> statement-breakpoint
CREATE INDEX "messages_words" ON "messages" USING gin (words_of("text")) WHERE case_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "folded" text GENERATED ALWAYS AS (lower(replace(replace(normalize(regexp_replace(normalize("reference" || ' ' || coalesce("declaration_no", '') || ' ' || "description", NFD), '[\u0300-\u036f]+', '', 'g'), NFC), 'Đ', 'd'), 'đ', 'd'))) STORED;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "folded" text GENERATED ALWAYS AS (lower(replace(replace(normalize(regexp_replace(normalize("tax_code" || ' ' || "name", NFD), '[\u0300-\u036f]+', '', 'g'), NFC), 'Đ', 'd'), 'đ', 'd'))) STORED;
--> statement-breakpoint
CREATE INDEX "cases_words" ON "cases" USING gin (to_tsvector('simple', translate("folded", './-:@_', '      ')));
--> statement-breakpoint
CREATE INDEX "clocks_decided" ON "clocks" USING btree ((coalesce("broken_at", "stopped_at"))) WHERE "broken_at" IS NOT NULL OR "state" = 'met';
--> statement-breakpoint
CREATE INDEX "ratings_recorded_steps" ON "ratings" USING gin ((snapshot -> 'steps') jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "ratings_changed" ON "ratings" USING btree ("changed_at");
