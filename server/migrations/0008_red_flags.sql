CREATE TABLE "red_flag_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"urgency" text NOT NULL,
	"language" text,
	"phrases" jsonb NOT NULL,
	"examples" jsonb NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "urgency" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "red_flags" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "red_flag_rules_name" ON "red_flag_rules" USING btree ("tenant_id","name");