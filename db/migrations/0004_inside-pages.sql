ALTER TABLE "drafts" ADD COLUMN "refiles_dossier_id" uuid;--> statement-breakpoint
ALTER TABLE "definition_versions" ADD COLUMN "published_by_person_id" uuid;--> statement-breakpoint
ALTER TABLE "definition_versions" ADD CONSTRAINT "definition_versions_published_by_person_id_people_id_fk" FOREIGN KEY ("published_by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_refile_once" ON "drafts" USING btree ("refiles_dossier_id") WHERE "drafts"."submitted_dossier_id" is null;--> statement-breakpoint
CREATE INDEX "inbox_notices_unread" ON "inbox_notices" USING btree ("person_id","kind") WHERE "inbox_notices"."read_at" is null;