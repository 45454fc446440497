import type { Contact } from '#contacts/contacts.repository.ts';
import { createVisitorContact, findOrCreateContact, type KnownPerson } from '#contacts/resolve-contact.ts';
import { type Conversation, findOpenConversation, insertConversation } from '#messaging/conversations/conversations.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';

export interface ConversationStart {
  appId: string;
  agentId: string;
  channel: Conversation['channel'];
  locale: string;
  /** Somebody whom a signature vouches for; anybody else is a new contact. */
  knownPerson?: KnownPerson | undefined;
}

/** Finds or opens the conversation of whoever has just arrived: somebody known goes on with the one that is still open. */
export async function startConversation(
  tx: TenantTransaction,
  start: ConversationStart,
): Promise<{ contact: Contact; conversation: Conversation }> {
  const contact = start.knownPerson ? await findOrCreateContact(tx, start.knownPerson) : await createVisitorContact(tx, start.locale);
  const open = start.knownPerson && (await findOpenConversation(tx, contact.id, start.appId));
  if (open) return { contact, conversation: open };

  const conversation = await insertConversation(tx, {
    contactId: contact.id,
    channel: start.channel,
    appId: start.appId,
    agentId: start.agentId,
    language: start.locale,
  });
  tx.emit({
    type: 'conversation.created',
    subject: { conversationId: conversation.id, contactId: contact.id },
    data: { channel: start.channel },
  });
  return { contact, conversation };
}
