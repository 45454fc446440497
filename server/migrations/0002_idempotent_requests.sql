CREATE TABLE "idempotent_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"principal" text NOT NULL,
	"route" text NOT NULL,
	"key_hash" text NOT NULL,
	"fingerprint" text NOT NULL,
	"owner" uuid NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"effect_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"status" integer,
	"headers" jsonb,
	"body" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "idempotent_requests_key_unique" ON "idempotent_requests" USING btree ("principal","route","key_hash");--> statement-breakpoint
CREATE INDEX "idempotent_requests_created" ON "idempotent_requests" USING btree ("created_at");