CREATE TABLE "extraction_field_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"extraction_id" uuid NOT NULL,
	"name" text NOT NULL,
	"old_value" jsonb,
	"new_value" jsonb,
	"old_status" text,
	"new_status" text,
	"confidence" double precision,
	"evidence" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_by_person_id" uuid,
	"engine_id" text,
	"judgement" text,
	"judged_confidence" double precision,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "extraction_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"extraction_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb,
	"confidence" double precision NOT NULL,
	"raw_confidence" double precision,
	"is_calibrated" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_by_person_id" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "extractions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"form_type" text NOT NULL,
	"form_schema" json NOT NULL,
	"form_version" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'partial' NOT NULL,
	"overall_confidence" double precision DEFAULT 0 NOT NULL,
	"notes" text,
	"engine_id" text,
	"read_seq" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"reading_by" uuid,
	"reading_until" timestamp (3) with time zone,
	CONSTRAINT "extractions_within_tenant" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "model_usage" ALTER COLUMN "turn_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "extraction_id" uuid;--> statement-breakpoint
ALTER TABLE "extraction_field_history" ADD CONSTRAINT "extraction_field_history_extraction" FOREIGN KEY ("tenant_id","extraction_id") REFERENCES "public"."extractions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extraction_fields" ADD CONSTRAINT "extraction_fields_extraction" FOREIGN KEY ("tenant_id","extraction_id") REFERENCES "public"."extractions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extractions" ADD CONSTRAINT "extractions_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extraction_field_history_of" ON "extraction_field_history" USING btree ("tenant_id","extraction_id");--> statement-breakpoint
CREATE INDEX "extraction_field_history_judged" ON "extraction_field_history" USING btree ("tenant_id","name","judgement");--> statement-breakpoint
CREATE UNIQUE INDEX "extraction_fields_name" ON "extraction_fields" USING btree ("extraction_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "extractions_form_of_conversation" ON "extractions" USING btree ("conversation_id","form_type");--> statement-breakpoint
CREATE INDEX "extractions_recent" ON "extractions" USING btree ("tenant_id","id" DESC NULLS LAST);