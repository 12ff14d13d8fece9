DROP INDEX "drafts_refile_once";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "warned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "aged_out_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "drafts_unsent" ON "drafts" USING btree ("updated_at","id") WHERE "drafts"."submitted_dossier_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_refile_once" ON "drafts" USING btree ("refiles_dossier_id") WHERE "drafts"."submitted_dossier_id" is null and "drafts"."aged_out_at" is null;