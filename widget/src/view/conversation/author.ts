import type { ChatMessage } from '../../chat/chat.ts';
import type { ConversationKey } from '../../texts/conversation.ts';
import { leftToItself, type Words } from '../../texts/words.ts';

/** Who has written a message, by name where there is one. */
export function authorOf(message: Pick<ChatMessage, 'role' | 'authorName'>, words: Words<ConversationKey>): string {
  if (message.role === 'user') return words('you');
  if (message.role === 'agent') return leftToItself(message.authorName ?? words('team'));
  return words('assistant');
}
