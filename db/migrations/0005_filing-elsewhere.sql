CREATE TABLE "passings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"from_agency_id" text NOT NULL,
	"to_agency_id" text NOT NULL,
	"passed_by" uuid NOT NULL,
	"passed_at" timestamp (3) with time zone NOT NULL,
	"papers" text[] NOT NULL,
	"papers_due_at" timestamp (3) with time zone,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "filed_elsewhere" text;--> statement-breakpoint
ALTER TABLE "passings" ADD CONSTRAINT "passings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passings" ADD CONSTRAINT "passings_from_agency_id_agencies_id_fk" FOREIGN KEY ("from_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passings" ADD CONSTRAINT "passings_to_agency_id_agencies_id_fk" FOREIGN KEY ("to_agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passings" ADD CONSTRAINT "passings_passed_by_officer_posts_id_fk" FOREIGN KEY ("passed_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passings" ADD CONSTRAINT "passings_confirmed_by_officer_posts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."officer_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "passings_dossier" ON "passings" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "passings_papers" ON "passings" USING btree ("papers_due_at","id") WHERE "passings"."confirmed_at" is null and "passings"."papers_due_at" is not null;--> statement-breakpoint
CREATE INDEX "dossiers_elsewhere" ON "dossiers" USING btree ("receiving_agency_id","filed_elsewhere","id") WHERE "dossiers"."filed_elsewhere" is not null;