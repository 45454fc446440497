CREATE TABLE "model_usage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"outcome" text NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_micro_usd" bigint
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "is_degraded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "model_usage_by_day" ON "model_usage" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "model_usage_turn" ON "model_usage" USING btree ("turn_id");