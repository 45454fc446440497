import type { ChatEvent } from '../../chat/chat.ts';
import type { ConversationKey } from '../../texts/conversation.ts';
import type { Words } from '../../texts/words.ts';

/** What has happened between messages, in a sentence. */
export function eventText(event: ChatEvent, words: Words<ConversationKey>): string {
  const name = event.name ?? words('someone');
  switch (event.kind) {
    case 'handoff-requested':
      return words('handoffRequested');
    case 'agent-joined':
      return words('agentJoined', { name });
    case 'agent-left':
      return words('agentLeft', { name });
    case 'session-ended':
      return words('sessionEnded');
    case 'escalation':
      return event.text ?? words('escalation');
  }
}
