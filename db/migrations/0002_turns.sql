CREATE TABLE "chain_heads" (
	"number" integer PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"chains" integer NOT NULL,
	"events" integer NOT NULL,
	"root" text NOT NULL,
	"previous" text NOT NULL,
	"payload" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_leaves" (
	"head_number" integer NOT NULL,
	"position" integer NOT NULL,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "chain_leaves_head_number_position_pk" PRIMARY KEY("head_number","position")
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"dossier_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conflicts_dossier_id_person_id_pk" PRIMARY KEY("dossier_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"from_post_id" uuid NOT NULL,
	"to_post_id" uuid NOT NULL,
	"events" text[] NOT NULL,
	"procedures" text[] NOT NULL,
	"capacity" text NOT NULL,
	"paper_number" text NOT NULL,
	"paper_day" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid
);
--> statement-breakpoint
CREATE TABLE "inspection_findings" (
	"inspection_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "inspection_findings_inspection_id_item_key_pk" PRIMARY KEY("inspection_id","item_key")
);
--> statement-breakpoint
CREATE TABLE "inspection_members" (
	"inspection_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"post_id" uuid,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "inspection_members_inspection_id_position_pk" PRIMARY KEY("inspection_id","position")
);
--> statement-breakpoint
CREATE TABLE "minutes_signatures" (
	"document_id" uuid NOT NULL,
	"side" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"post_id" uuid,
	"way" text,
	"file_hash" text,
	"person_id" uuid,
	"confirmed_by" text,
	"code_id" uuid,
	"code_hash" text,
	"scan_file_id" uuid,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "minutes_signatures_document_id_side_pk" PRIMARY KEY("document_id","side")
);
--> statement-breakpoint
CREATE TABLE "opinion_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"unit_name" text NOT NULL,
	"agency_id" text,
	"email" text NOT NULL,
	"question" text NOT NULL,
	"answer_kind" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"token_hash" text NOT NULL,
	"state" text NOT NULL,
	"silence_clause" text,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"agrees" boolean,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"reported_late_at" timestamp (3) with time zone,
	"code_hash" text,
	"code_expires_at" timestamp (3) with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"inspection_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"state" text NOT NULL,
	"items" jsonb NOT NULL,
	"due_day" text,
	"demanded_at" timestamp (3) with time zone NOT NULL,
	"report" text,
	"reported_at" timestamp (3) with time zone,
	"rechecked_by" uuid,
	"rechecked_at" timestamp (3) with time zone,
	"recheck_note" text
);
--> statement-breakpoint
CREATE TABLE "breaches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"kind" text NOT NULL,
	"clock_key" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"apology_message_id" uuid,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"clock_key" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"old_due_at" timestamp (3) with time zone NOT NULL,
	"new_day" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp (3) with time zone,
	"document_id" uuid,
	"applied_at" timestamp (3) with time zone,
	"declined_by" uuid,
	"declined_at" timestamp (3) with time zone,
	"decline_reason" text
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"document_id" uuid,
	"via" text NOT NULL,
	"receiver" text,
	"receiver_name" text,
	"shown" text[],
	"identity_number_sealed" text,
	"originals_returned" text,
	"post_number" text,
	"handed_over_by" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refused_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"event" text NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid,
	"post_id" uuid,
	"job" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"wrong_document_id" uuid NOT NULL,
	"new_document_id" uuid,
	"reason" text NOT NULL,
	"found_by" text NOT NULL,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stop_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"channel" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"document_id" uuid,
	"papers_returned" text,
	"fee_outcome" text,
	"fee_ground" text
);
--> statement-breakpoint
CREATE TABLE "supplement_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"reason_key" text NOT NULL,
	"clause_key" text,
	"explanation" text NOT NULL,
	"good_example" text NOT NULL,
	"old_value" jsonb,
	"verdict" text,
	"verdict_note" text,
	"judged_by" uuid,
	"judged_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "supplements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"stage" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp (3) with time zone,
	"timely" boolean,
	"sector_clause" text,
	"reply_due_at" timestamp (3) with time zone,
	"supplied_at" timestamp (3) with time zone,
	"answers_before" integer,
	"answers_after" integer,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"draft_version" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"from_agency_id" text NOT NULL,
	"to_agency_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"answer" text,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "turn_files" (
	"owner_id" uuid NOT NULL,
	"owner" text NOT NULL,
	"file_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "turn_files_owner_id_file_id_pk" PRIMARY KEY("owner_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "watch_marks" (
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "watch_marks_dossier_id_kind_about_pk" PRIMARY KEY("dossier_id","kind","about")
);
--> statement-breakpoint
DROP INDEX "documents_one_of_a_kind";--> statement-breakpoint
ALTER TABLE "inspections" ALTER COLUMN "held_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inspections" ALTER COLUMN "minutes_number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inspections" ALTER COLUMN "finding" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "state" text DEFAULT 'held' NOT NULL;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "planned_for" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "decision_number" text;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "agenda" text;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "planned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inspections" ADD COLUMN "facility_side" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "ordinal" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "state_before" text;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "transfer_to_agency_id" text;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "report_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "reply_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "step_key" text;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "step_started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "step_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "clocks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "sealed_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "changes_dossier_id" uuid;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "licences" ADD COLUMN "replaced_by_document_id" uuid;--> statement-breakpoint
ALTER TABLE "chain_leaves" ADD CONSTRAINT "chain_leaves_head_number_chain_heads_number_fk" FOREIGN KEY ("head_number") REFERENCES "public"."chain_heads"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_post_id_officer_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_from_post_id_officer_posts_id_fk" FOREIGN KEY ("from_post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_to_post_id_officer_posts_id_fk" FOREIGN KEY ("to_post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_inspection_id_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_members" ADD CONSTRAINT "inspection_members_inspection_id_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_members" ADD CONSTRAINT "inspection_members_post_id_officer_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_signatures" ADD CONSTRAINT "minutes_signatures_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_signatures" ADD CONSTRAINT "minutes_signatures_post_id_officer_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_signatures" ADD CONSTRAINT "minutes_signatures_scan_file_id_files_id_fk" FOREIGN KEY ("scan_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_requests" ADD CONSTRAINT "opinion_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_requests" ADD CONSTRAINT "opinion_requests_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_requests" ADD CONSTRAINT "opinion_requests_asked_by_officer_posts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_corrections" ADD CONSTRAINT "site_corrections_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_corrections" ADD CONSTRAINT "site_corrections_inspection_id_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_corrections" ADD CONSTRAINT "site_corrections_rechecked_by_officer_posts_id_fk" FOREIGN KEY ("rechecked_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_asked_by_officer_posts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_granted_by_officer_posts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_declined_by_officer_posts_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_handed_over_by_officer_posts_id_fk" FOREIGN KEY ("handed_over_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_corrections" ADD CONSTRAINT "result_corrections_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_corrections" ADD CONSTRAINT "result_corrections_wrong_document_id_documents_id_fk" FOREIGN KEY ("wrong_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_corrections" ADD CONSTRAINT "result_corrections_new_document_id_documents_id_fk" FOREIGN KEY ("new_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_corrections" ADD CONSTRAINT "result_corrections_opened_by_officer_posts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_requests" ADD CONSTRAINT "stop_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_requests" ADD CONSTRAINT "stop_requests_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement_items" ADD CONSTRAINT "supplement_items_supplement_id_supplements_id_fk" FOREIGN KEY ("supplement_id") REFERENCES "public"."supplements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement_items" ADD CONSTRAINT "supplement_items_judged_by_officer_posts_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_asked_by_officer_posts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_released_by_officer_posts_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_agency_id_agencies_id_fk" FOREIGN KEY ("from_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_agency_id_agencies_id_fk" FOREIGN KEY ("to_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_offered_by_officer_posts_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_decided_by_officer_posts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_files" ADD CONSTRAINT "turn_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_files" ADD CONSTRAINT "turn_files_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_marks" ADD CONSTRAINT "watch_marks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chain_leaves_dossier" ON "chain_leaves" USING btree ("dossier_id","head_number");--> statement-breakpoint
CREATE INDEX "delegations_to" ON "delegations" USING btree ("to_post_id","valid_to");--> statement-breakpoint
CREATE INDEX "delegations_from" ON "delegations" USING btree ("from_post_id","valid_to");--> statement-breakpoint
CREATE INDEX "opinion_requests_dossier" ON "opinion_requests" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "opinion_requests_token" ON "opinion_requests" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "opinion_requests_open" ON "opinion_requests" USING btree ("state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "site_corrections_round" ON "site_corrections" USING btree ("dossier_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "breaches_once" ON "breaches" USING btree ("dossier_id","kind","clock_key","due_at");--> statement-breakpoint
CREATE INDEX "breaches_agency" ON "breaches" USING btree ("agency_id","recorded_at","id");--> statement-breakpoint
CREATE INDEX "extensions_dossier" ON "extensions" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "hand_overs_dossier" ON "hand_overs" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "refused_attempts_dossier" ON "refused_attempts" USING btree ("dossier_id","at");--> statement-breakpoint
CREATE INDEX "result_corrections_dossier" ON "result_corrections" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "stop_requests_dossier" ON "stop_requests" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplement_items_once" ON "supplement_items" USING btree ("supplement_id","kind","key");--> statement-breakpoint
CREATE UNIQUE INDEX "supplements_round" ON "supplements" USING btree ("dossier_id","stage","round") WHERE "supplements"."state" not in ('returned', 'void');--> statement-breakpoint
CREATE INDEX "transfers_dossier" ON "transfers" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "turn_files_file" ON "turn_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "turn_files_dossier" ON "turn_files" USING btree ("dossier_id");--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_transfer_to_agency_id_agencies_id_fk" FOREIGN KEY ("transfer_to_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_replaced_by_document_id_documents_id_fk" FOREIGN KEY ("replaced_by_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_signed" ON "documents" USING btree ("created_at","id") WHERE "documents"."state" = 'signed';--> statement-breakpoint
CREATE INDEX "dossiers_offered" ON "dossiers" USING btree ("transfer_to_agency_id","id");--> statement-breakpoint
CREATE INDEX "dossiers_watch" ON "dossiers" USING btree ("due_at","id") WHERE "dossiers"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "dossiers_unsealed" ON "dossiers" USING btree ("id") WHERE "dossiers"."last_seq" > "dossiers"."sealed_seq";--> statement-breakpoint
CREATE UNIQUE INDEX "documents_one_of_a_kind" ON "documents" USING btree ("dossier_id","kind","ordinal");