import type { LiveConversations } from '#messaging/live-conversation.ts';

/** An answer that is being written on this process, as far as it has come. */
export interface AnswerInFlight {
  turnId: string;
  messageId: string;
  text: string;
}

/** The answers in flight on this process: tokens are published from here and never stored. */
export interface LiveAnswers {
  begin(conversationId: string, turnId: string, messageId: string): void;
  append(conversationId: string, delta: string): void;
  /** Nothing more will come under this id; a later answer of the conversation is left alone. */
  end(conversationId: string, messageId: string): void;
  inFlight(conversationId: string): AnswerInFlight | undefined;
  count(): number;
}

export function createLiveAnswers(live: LiveConversations): LiveAnswers {
  const answers = new Map<string, AnswerInFlight & { stopListening: () => void }>();

  const publishToken = (conversationId: string, messageId: string, delta: string, offset: number) =>
    live.publish(conversationId, { kind: 'token', messageId, delta, offset });

  return {
    begin: (conversationId, turnId, messageId) => {
      answers.get(conversationId)?.stopListening();
      const answer = { turnId, messageId, text: '', stopListening: () => {} };
      answers.set(conversationId, answer);
      // A connection that joins in the middle, on any node, asks for the beginning; everybody else knows it by its offset and passes over it.
      answer.stopListening = live.subscribe(conversationId, (signal) => {
        if (signal.kind === 'prefix-wanted' && answer.text !== '') publishToken(conversationId, messageId, answer.text, 0);
      });
    },
    append: (conversationId, delta) => {
      const answer = answers.get(conversationId);
      if (!answer) return;
      const offset = answer.text.length;
      answer.text += delta;
      publishToken(conversationId, answer.messageId, delta, offset);
    },
    end: (conversationId, messageId) => {
      const answer = answers.get(conversationId);
      if (answer?.messageId !== messageId) return;
      answer.stopListening();
      answers.delete(conversationId);
    },
    inFlight: (conversationId) => answers.get(conversationId),
    count: () => answers.size,
  };
}
