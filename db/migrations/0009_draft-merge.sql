CREATE TABLE "draft_changes" (
	"draft_id" uuid NOT NULL,
	"part" text NOT NULL,
	"version" integer NOT NULL,
	"before" text NOT NULL,
	"person_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"page" text,
	CONSTRAINT "draft_changes_draft_id_version_part_pk" PRIMARY KEY("draft_id","version","part")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "aside_sealed" text;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "moved_from_version_id" uuid;--> statement-breakpoint
ALTER TABLE "draft_changes" ADD CONSTRAINT "draft_changes_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_changes" ADD CONSTRAINT "draft_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_moved_from_version_id_definition_versions_id_fk" FOREIGN KEY ("moved_from_version_id") REFERENCES "public"."definition_versions"("id") ON DELETE no action ON UPDATE no action;