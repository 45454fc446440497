CREATE TABLE "knowledge_chunks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"heading" text,
	"text" text NOT NULL,
	"page" integer
);
--> statement-breakpoint
CREATE TABLE "knowledge_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"app_id" uuid,
	"agent_id" uuid,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"content_type" text NOT NULL,
	"language" text NOT NULL,
	"status" text NOT NULL,
	"content_hash" text NOT NULL,
	"chunk_count" integer DEFAULT 0 NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "knowledge_documents_within_tenant" UNIQUE("tenant_id","id"),
	CONSTRAINT "knowledge_documents_one_owner" CHECK (num_nonnulls(app_id, agent_id) <= 1)
);
--> statement-breakpoint
CREATE TABLE "knowledge_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"term" text NOT NULL,
	"ordinals" smallint[] NOT NULL,
	"impacts" smallint[] NOT NULL,
	"places" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "knowledge_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"word" text NOT NULL,
	"initial" text NOT NULL,
	"length" smallint NOT NULL,
	"term" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "knowledge_chunks" ADD CONSTRAINT "knowledge_chunks_document" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."knowledge_documents"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_documents" ADD CONSTRAINT "knowledge_documents_app" FOREIGN KEY ("tenant_id","app_id") REFERENCES "public"."apps"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_terms" ADD CONSTRAINT "knowledge_terms_document" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."knowledge_documents"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_chunks_place" ON "knowledge_chunks" USING btree ("document_id","ordinal");--> statement-breakpoint
CREATE INDEX "knowledge_documents_size" ON "knowledge_documents" USING btree ("tenant_id","chunk_count");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_terms_term" ON "knowledge_terms" USING btree ("tenant_id","term","document_id") INCLUDE ("places");--> statement-breakpoint
CREATE INDEX "knowledge_terms_document_id" ON "knowledge_terms" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_words_word" ON "knowledge_words" USING btree ("tenant_id","word");--> statement-breakpoint
CREATE INDEX "knowledge_words_like" ON "knowledge_words" USING btree ("tenant_id","initial","length");