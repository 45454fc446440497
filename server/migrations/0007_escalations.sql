CREATE TABLE "escalation_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean NOT NULL,
	"triggers" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"agent_behaviour" text NOT NULL,
	"reassure_every_minutes" integer NOT NULL,
	"exhausted_after_minutes" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalation_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"escalation_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"urgency" text NOT NULL,
	"message_id" uuid,
	"quote" text,
	"note" text,
	"rule_ids" jsonb NOT NULL,
	"noticed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalation_notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"escalation_id" uuid NOT NULL,
	"run" integer NOT NULL,
	"step" integer NOT NULL,
	"repeat" integer NOT NULL,
	"recipient" text NOT NULL,
	"channel" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"urgency" text NOT NULL,
	"trigger" text NOT NULL,
	"status" text NOT NULL,
	"policy" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"next_place" integer DEFAULT 0 NOT NULL,
	"current_step" integer,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" uuid,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"exhausted_at" timestamp (3) with time zone,
	"reassured_at" timestamp (3) with time zone,
	"reopened_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "escalations_within_tenant" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "escalation_evidence" ADD CONSTRAINT "escalation_evidence_escalation" FOREIGN KEY ("tenant_id","escalation_id") REFERENCES "public"."escalations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_notifications" ADD CONSTRAINT "escalation_notifications_escalation" FOREIGN KEY ("tenant_id","escalation_id") REFERENCES "public"."escalations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "escalation_policies_default" ON "escalation_policies" USING btree ("tenant_id") WHERE "escalation_policies"."is_default";--> statement-breakpoint
CREATE INDEX "escalation_evidence_of" ON "escalation_evidence" USING btree ("tenant_id","escalation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "escalation_evidence_once" ON "escalation_evidence" USING btree ("message_id","trigger") WHERE message_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "escalation_notifications_once" ON "escalation_notifications" USING btree ("escalation_id","run","step","repeat","recipient");--> statement-breakpoint
CREATE UNIQUE INDEX "escalations_one_unresolved" ON "escalations" USING btree ("conversation_id") WHERE status in ('open', 'acknowledged');--> statement-breakpoint
CREATE INDEX "escalations_recent" ON "escalations" USING btree ("tenant_id","opened_at" DESC NULLS LAST,"id");