CREATE TABLE "audit_chain_heads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"chain_id" uuid NOT NULL,
	"first_seq" bigint NOT NULL,
	"start_hash" text NOT NULL,
	"last_seq" bigint NOT NULL,
	"last_hash" text NOT NULL,
	"mac" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_chain_heads_chainId_unique" UNIQUE("chain_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"subject_ids" text[] NOT NULL,
	"outcome" text NOT NULL,
	"channel" text NOT NULL,
	"ip" text,
	"user_agent" text,
	"request_id" text,
	"facts" jsonb NOT NULL,
	"chain_seq" bigint,
	"hash" text,
	"key_id" text
);
--> statement-breakpoint
CREATE INDEX "audit_entries_time" ON "audit_entries" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_subjects" ON "audit_entries" USING gin ("subject_ids");--> statement-breakpoint
CREATE INDEX "audit_entries_unsealed" ON "audit_entries" USING btree ("tenant_id","id") WHERE chain_seq is null;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_chain" ON "audit_entries" USING btree ("tenant_id","chain_seq") WHERE chain_seq is not null;