import { describe, expect, test } from 'vitest';
import type { ChatEvent, ChatMessage } from '../../chat/chat.ts';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { formatsFor } from '../../texts/formats.ts';
import { wordsOf } from '../../texts/words.ts';
import { transcriptOf } from './transcript.ts';

const AT = Date.UTC(2026, 10, 20, 12);

const message = (role: ChatMessage['role'], content: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  kind: 'message',
  key: content,
  messageId: content,
  role,
  content,
  seq: 1,
  at: AT,
  delivery: undefined,
  failure: undefined,
  isStreaming: false,
  sources: [],
  attachments: [],
  authorName: undefined,
  ...more,
});
const joined: ChatEvent = { kind: 'agent-joined', key: 'joined', at: AT + 60_000, seq: 2, name: 'Inés', text: undefined };
const words = wordsOf({ language: 'en', overrides: {} }, CONVERSATION_TEXTS);
const formats = formatsFor('en', ['en-GB'], 'UTC');

describe('a transcript', () => {
  test('says who said what and when, with files and sources', () => {
    const file = { fileId: 'f', name: 'knee.jpg', contentType: 'image/jpeg', size: 48_000, url: undefined };
    const text = transcriptOf(
      [
        message('user', 'When are you open?', { delivery: 'read', attachments: [file] }),
        message('assistant', 'At **eight**.', { sources: [{ title: 'Hours', documentId: 'd', url: 'https://example.com/' }] }),
        joined,
        message('agent', 'Good morning.\nHow are you?', { authorName: 'Inés' }),
      ],
      'Harbour Heart',
      words,
      formats,
    );
    expect(text).toBe(`Conversation with Harbour Heart

[20 Nov 2026, 12:00] You:
When are you open?
File: knee.jpg, 48 kB

[20 Nov 2026, 12:00] Automated assistant:
At **eight**.
Sources (1)
– Hours (https://example.com/)

[20 Nov 2026, 12:01] Inés has joined

[20 Nov 2026, 12:00] Inés:
Good morning.
How are you?
`);
  });

  test('what never left and what is not finished is not in it', () => {
    const entries = [message('user', 'lost', { delivery: 'failed' }), message('assistant', 'half', { isStreaming: true })];
    expect(transcriptOf(entries, 'Clinic', words, formats)).toBe('Conversation with Clinic\n');
  });

  test('is in the language of the visitor', () => {
    const spanish = wordsOf({ language: 'es', overrides: {} }, CONVERSATION_TEXTS);
    expect(transcriptOf([message('user', 'Hola')], 'Clínica', spanish, formatsFor('es', ['es-ES'], 'UTC'))).toBe(
      'Conversación con Clínica\n\n[20 nov 2026, 12:00] Usted:\nHola\n',
    );
  });
});
