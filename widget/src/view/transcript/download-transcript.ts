import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { formatsFor } from '../../texts/formats.ts';
import { wordsOf } from '../../texts/words.ts';
import type { View } from '../view.ts';
import { transcriptOf } from './transcript.ts';

const REVOKE_AFTER_MS = 10_000;

export function downloadTranscript({ chat, name, tongue }: View): void {
  const text = transcriptOf(
    chat.timeline.value,
    name.value,
    wordsOf(tongue.value, CONVERSATION_TEXTS),
    formatsFor(tongue.value.language, navigator.languages),
  );
  // Some editors take a text without this mark for another encoding.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.value.replace(/[^\p{L}\p{N}]+/gu, '-')}-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
