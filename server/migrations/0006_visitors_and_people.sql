ALTER TABLE "widget_sessions" ADD COLUMN "referrer" text;--> statement-breakpoint
ALTER TABLE "widget_sessions" ADD COLUMN "device_class" text;--> statement-breakpoint
ALTER TABLE "widget_sessions" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "held_by_person_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "team_read_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "author_name" text;--> statement-breakpoint
CREATE INDEX "widget_sessions_active" ON "widget_sessions" USING btree ("created_at") WHERE status = 'ACTIVE';