CREATE TABLE "agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"code_confidence" text NOT NULL,
	"kind" text NOT NULL,
	"province_code" text,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"parent_name_vi" text NOT NULL,
	"place" text NOT NULL,
	"licence_suffix" text NOT NULL,
	"contact" jsonb NOT NULL,
	"seal_key_id" text,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "officer_posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" text NOT NULL,
	"division" text NOT NULL,
	"position" text NOT NULL,
	"capacity_lines" jsonb NOT NULL,
	"roles" text[] NOT NULL,
	"phone" text NOT NULL,
	"signing_key_id" text,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"post_id" uuid,
	"purpose" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal_checks" (
	"dossier_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text NOT NULL,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appraisal_checks_dossier_id_item_key_pk" PRIMARY KEY("dossier_id","item_key")
);
--> statement-breakpoint
CREATE TABLE "inspections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"held_on" text NOT NULL,
	"minutes_number" text NOT NULL,
	"finding" text NOT NULL,
	"team" text NOT NULL,
	"summary" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"post_id" uuid NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_files" (
	"document_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_files_document_id_stage_pk" PRIMARY KEY("document_id","stage")
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"agency_id" text NOT NULL,
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"number" text NOT NULL,
	"issued_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"verify_code" text,
	"number" text,
	"issued_on" text,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"agency_id" text NOT NULL,
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_agency_id_series_year_pk" PRIMARY KEY("agency_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "dossier_answers" (
	"dossier_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dossier_answers_dossier_id_version_pk" PRIMARY KEY("dossier_id","version")
);
--> statement-breakpoint
CREATE TABLE "dossier_serials" (
	"agency_id" text NOT NULL,
	"day" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "dossier_serials_agency_id_day_pk" PRIMARY KEY("agency_id","day")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_reference" text NOT NULL,
	"dossier_code" text,
	"procedure_key" text NOT NULL,
	"procedure_version_id" uuid NOT NULL,
	"clock_version_id" uuid,
	"calendar_version_id" uuid,
	"home_agency_id" text NOT NULL,
	"solving_agency_id" text NOT NULL,
	"receiving_agency_id" text NOT NULL,
	"support_place" text,
	"channel" text NOT NULL,
	"flow" text NOT NULL,
	"state" text NOT NULL,
	"national_state" integer NOT NULL,
	"end_reason" text,
	"payment_state" text NOT NULL,
	"delivery_state" text NOT NULL,
	"sync_state" text NOT NULL,
	"subject" text NOT NULL,
	"owner_name" text NOT NULL,
	"fee_vnd" bigint NOT NULL,
	"assignee_post_id" uuid,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone,
	"clock_start_at" timestamp (3) with time zone,
	"acceptance_due_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"appraisal_due_at" timestamp (3) with time zone,
	"minutes_at" timestamp (3) with time zone,
	"issue_due_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"wants_paper_copy" integer DEFAULT 0 NOT NULL,
	"submitter_person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"last_hash" text DEFAULT '' NOT NULL,
	"salt" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dossiers_fee_not_negative" CHECK ("dossiers"."fee_vnd" >= 0)
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"dossier_id" uuid NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"tax_code" text,
	"national_id_sealed" text,
	"national_id_hash" text,
	"assurance" integer,
	"proof" text,
	"address" text,
	"phone" text,
	"email" text,
	CONSTRAINT "parties_dossier_id_role_pk" PRIMARY KEY("dossier_id","role")
);
--> statement-breakpoint
CREATE TABLE "queue_counters" (
	"agency_id" text NOT NULL,
	"state" text NOT NULL,
	"assignee_post_id" text DEFAULT '' NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "queue_counters_agency_id_state_assignee_post_id_pk" PRIMARY KEY("agency_id","state","assignee_post_id")
);
--> statement-breakpoint
CREATE TABLE "submit_keys" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submit_keys_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "year_figures" (
	"agency_id" text NOT NULL,
	"procedure_key" text NOT NULL,
	"year" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"solved" integer DEFAULT 0 NOT NULL,
	"solved_in_time" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "year_figures_agency_id_procedure_key_year_pk" PRIMARY KEY("agency_id","procedure_key","year")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_key" text NOT NULL,
	"procedure_version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"answers" jsonb NOT NULL,
	"done_sections" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_dossier_id" uuid,
	"submit_key" text
);
--> statement-breakpoint
CREATE TABLE "dossier_events" (
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"type_version" integer NOT NULL,
	"home_agency_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_person_id" uuid,
	"actor_post_id" uuid,
	"actor_organisation_id" uuid,
	"actor_job" text,
	"acting_for_post_id" uuid,
	"from_state" text,
	"to_state" text NOT NULL,
	"clock_effect" text NOT NULL,
	"details" jsonb NOT NULL,
	"canonical" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "dossier_events_dossier_id_seq_at_pk" PRIMARY KEY("dossier_id","seq","at")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "file_pages" (
	"file_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"storage_key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "file_pages_file_id_page_pk" PRIMARY KEY("file_id","page")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uploaded_by" uuid,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"media_type" text NOT NULL,
	"state" text NOT NULL,
	"rejected_reason" text,
	"scanned_by" text,
	"storage_key" text NOT NULL,
	"page_count" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_files" (
	"paper_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "paper_files_paper_id_file_id_pk" PRIMARY KEY("paper_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid,
	"dossier_id" uuid,
	"slot_key" text NOT NULL,
	"version" integer NOT NULL,
	"source" text NOT NULL,
	"digitised" jsonb,
	"was_digitised" integer DEFAULT 0 NOT NULL,
	"was_reused" integer DEFAULT 0 NOT NULL,
	"from_national_store" integer DEFAULT 0 NOT NULL,
	"replaced_by_result_code" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret_sealed" text NOT NULL,
	"totp_step" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"subject" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"tax_code" text NOT NULL,
	"kind" text NOT NULL,
	"address" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"eid_issuer" text,
	"eid_subject" text,
	"assurance" integer,
	"national_id_sealed" text,
	"national_id_hash" text,
	"birth_date" text,
	"address" text,
	"email" text,
	"phone" text,
	"locale" text DEFAULT 'vi' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"sign_in" text NOT NULL,
	"assurance" integer,
	"capacity" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"user_agent_hash" text
);
--> statement-breakpoint
CREATE TABLE "inbox_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outgoing_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"dossier_id" uuid,
	"seq" integer,
	"kind" text NOT NULL,
	"recipient_person_id" uuid,
	"address_sealed" text NOT NULL,
	"locale" text NOT NULL,
	"params" jsonb NOT NULL,
	"message_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"transaction_id" uuid NOT NULL,
	"account" text NOT NULL,
	"debit" bigint NOT NULL,
	"credit" bigint NOT NULL,
	CONSTRAINT "ledger_entries_one_side" CHECK ("ledger_entries"."debit" >= 0 and "ledger_entries"."credit" >= 0 and ("ledger_entries"."debit" = 0) <> ("ledger_entries"."credit" = 0))
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid,
	"txn_ref" text NOT NULL,
	"source" text NOT NULL,
	"raw" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"txn_ref" text NOT NULL,
	"amount" bigint NOT NULL,
	"gateway" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"gateway_transaction_no" text
);
--> statement-breakpoint
CREATE TABLE "refund_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "definition_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"effective_from" text NOT NULL,
	"effective_to" text,
	"body" jsonb NOT NULL,
	"unverified_facts" integer DEFAULT 0 NOT NULL,
	"loaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_suspensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"procedure_key" text NOT NULL,
	"reason" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"to" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "licences" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"licence_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"agency_id" text NOT NULL,
	"document_id" uuid NOT NULL,
	"holder_name" text NOT NULL,
	"fields" jsonb NOT NULL,
	"status" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "officer_posts" ADD CONSTRAINT "officer_posts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_posts" ADD CONSTRAINT "officer_posts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_checks" ADD CONSTRAINT "appraisal_checks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_checks" ADD CONSTRAINT "appraisal_checks_checked_by_officer_posts_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_recorded_by_officer_posts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_post_id_officer_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_numbers" ADD CONSTRAINT "document_numbers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_answers" ADD CONSTRAINT "dossier_answers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_procedure_version_id_definition_versions_id_fk" FOREIGN KEY ("procedure_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_clock_version_id_definition_versions_id_fk" FOREIGN KEY ("clock_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_calendar_version_id_definition_versions_id_fk" FOREIGN KEY ("calendar_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_home_agency_id_agencies_id_fk" FOREIGN KEY ("home_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_solving_agency_id_agencies_id_fk" FOREIGN KEY ("solving_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_receiving_agency_id_agencies_id_fk" FOREIGN KEY ("receiving_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_assignee_post_id_officer_posts_id_fk" FOREIGN KEY ("assignee_post_id") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_submitter_person_id_people_id_fk" FOREIGN KEY ("submitter_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_procedure_version_id_definition_versions_id_fk" FOREIGN KEY ("procedure_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_pages" ADD CONSTRAINT "file_pages_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_files" ADD CONSTRAINT "paper_files_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_files" ADD CONSTRAINT "paper_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_order_id_payment_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."payment_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "officer_posts_person" ON "officer_posts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "officer_posts_agency" ON "officer_posts" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "access_log_dossier" ON "access_log" USING btree ("dossier_id","at");--> statement-breakpoint
CREATE INDEX "inspections_dossier" ON "inspections" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "opinions_dossier" ON "opinions" USING btree ("dossier_id","seq");--> statement-breakpoint
CREATE INDEX "document_files_sha256" ON "document_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "document_files_file" ON "document_files" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "document_numbers_once" ON "document_numbers" USING btree ("agency_id","series","year","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_one_of_a_kind" ON "documents" USING btree ("dossier_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_verify_code" ON "documents" USING btree ("verify_code");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_submission_reference" ON "dossiers" USING btree ("submission_reference");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_dossier_code" ON "dossiers" USING btree ("dossier_code");--> statement-breakpoint
CREATE INDEX "dossiers_queue" ON "dossiers" USING btree ("solving_agency_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_assignee" ON "dossiers" USING btree ("assignee_post_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_submitter" ON "dossiers" USING btree ("submitter_person_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_organisation" ON "dossiers" USING btree ("organisation_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "dossiers_recent" ON "dossiers" USING btree ("solving_agency_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "parties_person" ON "parties" USING btree ("person_id","dossier_id");--> statement-breakpoint
CREATE INDEX "parties_organisation" ON "parties" USING btree ("organisation_id","dossier_id");--> statement-breakpoint
CREATE INDEX "parties_national_id" ON "parties" USING btree ("national_id_hash");--> statement-breakpoint
CREATE INDEX "drafts_person" ON "drafts" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE INDEX "drafts_organisation" ON "drafts" USING btree ("organisation_id","updated_at");--> statement-breakpoint
CREATE INDEX "dossier_events_agency_at" ON "dossier_events" USING btree ("home_agency_id","at");--> statement-breakpoint
CREATE INDEX "files_uploaded_by" ON "files" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "paper_files_file" ON "paper_files" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "papers_draft" ON "papers" USING btree ("draft_id","slot_key");--> statement-breakpoint
CREATE INDEX "papers_dossier" ON "papers" USING btree ("dossier_id","slot_key");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_email" ON "credentials" USING btree ("email");--> statement-breakpoint
CREATE INDEX "mandates_person" ON "mandates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "one_time_codes_person" ON "one_time_codes" USING btree ("person_id","purpose","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_tax_code" ON "organisations" USING btree ("tax_code");--> statement-breakpoint
CREATE UNIQUE INDEX "people_eid" ON "people" USING btree ("eid_issuer","eid_subject");--> statement-breakpoint
CREATE INDEX "people_national_id" ON "people" USING btree ("national_id_hash");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_notices_once" ON "inbox_notices" USING btree ("dossier_id","seq","kind","person_id");--> statement-breakpoint
CREATE INDEX "inbox_notices_person" ON "inbox_notices" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outgoing_messages_message_id" ON "outgoing_messages" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outgoing_messages_once" ON "outgoing_messages" USING btree ("dossier_id","seq","kind","recipient_person_id","channel");--> statement-breakpoint
CREATE INDEX "ledger_entries_transaction" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_dossier" ON "ledger_transactions" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transactions_reference" ON "ledger_transactions" USING btree ("kind","reference");--> statement-breakpoint
CREATE INDEX "payment_notices_order" ON "payment_notices" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_orders_txn_ref" ON "payment_orders" USING btree ("txn_ref");--> statement-breakpoint
CREATE INDEX "payment_orders_dossier" ON "payment_orders" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_orders_one_open" ON "payment_orders" USING btree ("dossier_id") WHERE "payment_orders"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "refund_requests_once" ON "refund_requests" USING btree ("order_id","reason");--> statement-breakpoint
CREATE UNIQUE INDEX "definition_versions_key_version" ON "definition_versions" USING btree ("kind","key","version");--> statement-breakpoint
CREATE UNIQUE INDEX "definition_versions_key_hash" ON "definition_versions" USING btree ("kind","key","hash");--> statement-breakpoint
CREATE INDEX "procedure_suspensions_key" ON "procedure_suspensions" USING btree ("procedure_key");--> statement-breakpoint
CREATE INDEX "licences_number" ON "licences" USING btree ("number");--> statement-breakpoint
CREATE INDEX "licences_licence" ON "licences" USING btree ("licence_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "licences_document_current" ON "licences" USING btree ("document_id","recorded_at");