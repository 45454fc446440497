CREATE TABLE "legal_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by_person_id" uuid,
	"released_at" timestamp (3) with time zone,
	"released_by_person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "privacy_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"requested_by_person_id" uuid,
	"reason" text,
	"counts" jsonb,
	"finished_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"has_file" boolean DEFAULT false NOT NULL,
	"size_bytes" integer
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"data_class" text NOT NULL,
	"days" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "legal_holds_contact" ON "legal_holds" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "privacy_requests_recent" ON "privacy_requests" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "privacy_requests_expiry" ON "privacy_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "retention_rules_class" ON "retention_rules" USING btree ("tenant_id","data_class");