ALTER TABLE "drafts" ADD COLUMN "taken_from_dossier_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_files" ADD COLUMN "from_paper_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_files" ADD COLUMN "from_document_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_files" ADD CONSTRAINT "paper_files_from_paper_id_papers_id_fk" FOREIGN KEY ("from_paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_submitted" ON "drafts" USING btree ("submitted_dossier_id");--> statement-breakpoint
CREATE INDEX "paper_files_from" ON "paper_files" USING btree ("from_paper_id");