ALTER TABLE "agents" ADD CONSTRAINT "agents_within_tenant" UNIQUE("tenant_id","id");--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_within_tenant" UNIQUE("tenant_id","id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_within_tenant" UNIQUE("tenant_id","id");--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_within_tenant" UNIQUE("tenant_id","id");--> statement-breakpoint
ALTER TABLE "agent_tools" DROP CONSTRAINT "agent_tools_agent_id_agents_id_fk";--> statement-breakpoint
ALTER TABLE "contact_identifiers" DROP CONSTRAINT "contact_identifiers_contact_id_contacts_id_fk";--> statement-breakpoint
ALTER TABLE "conversation_updates" DROP CONSTRAINT "conversation_updates_conversation_id_conversations_id_fk";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_conversation_id_conversations_id_fk";--> statement-breakpoint
ALTER TABLE "tool_calls" DROP CONSTRAINT "tool_calls_turn_id_turns_id_fk";--> statement-breakpoint
ALTER TABLE "turn_attempts" DROP CONSTRAINT "turn_attempts_turn_id_turns_id_fk";--> statement-breakpoint
ALTER TABLE "turn_steps" DROP CONSTRAINT "turn_steps_turn_id_turns_id_fk";--> statement-breakpoint
ALTER TABLE "turns" DROP CONSTRAINT "turns_conversation_id_conversations_id_fk";--> statement-breakpoint
ALTER TABLE "agent_tools" ADD CONSTRAINT "agent_tools_agent" FOREIGN KEY ("tenant_id","agent_id") REFERENCES "public"."agents"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_identifiers" ADD CONSTRAINT "contact_identifiers_contact" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_updates" ADD CONSTRAINT "conversation_updates_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_calls" ADD CONSTRAINT "tool_calls_turn" FOREIGN KEY ("tenant_id","turn_id") REFERENCES "public"."turns"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_attempts" ADD CONSTRAINT "turn_attempts_turn" FOREIGN KEY ("tenant_id","turn_id") REFERENCES "public"."turns"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_steps" ADD CONSTRAINT "turn_steps_turn" FOREIGN KEY ("tenant_id","turn_id") REFERENCES "public"."turns"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_of_conversation" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;