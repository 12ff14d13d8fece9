CREATE TABLE "notice_addresses" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"confirmed_at" timestamp (3) with time zone,
	"wanted" text,
	"code_hash" text,
	"code_expires_at" timestamp (3) with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_preferences" (
	"person_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"email" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notice_preferences_person_id_topic_pk" PRIMARY KEY("person_id","topic")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "taken_from_dossier_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_files" ADD COLUMN "from_paper_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_files" ADD COLUMN "from_document_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_addresses" ADD CONSTRAINT "notice_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_files" ADD CONSTRAINT "paper_files_from_paper_id_papers_id_fk" FOREIGN KEY ("from_paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_submitted" ON "drafts" USING btree ("submitted_dossier_id");--> statement-breakpoint
CREATE INDEX "paper_files_from" ON "paper_files" USING btree ("from_paper_id");