import { effect } from '@preact/signals';
import type { Chat } from '../chat/chat.ts';

type Emit = (event: string, data: unknown) => void;

/** Tells the page what happens in the chat. @returns stops telling */
export function tellPage(chat: Chat, emit: Emit): () => void {
  const stops = [
    effect(() => emit('unread', { count: chat.unreadCount.value })),
    effect(() => {
      const form = chat.form.value;
      if (!form || form.status === undefined) return;
      const fields = form.fields.flatMap(({ name, title, known }) => {
        if (!known) return [];
        const { value, confidence, status, evidence } = known;
        return { name, title, value, confidence, status, evidence };
      });
      emit('field', { formType: form.formType, fields, status: form.status });
    }),
    effect(() =>
      emit('status', {
        connection: chat.connection.value,
        holder: chat.holder.value,
        hasEnded: chat.hasEnded.value,
        isDegraded: chat.isDegraded.value,
        emergency: chat.emergency.value,
      }),
    ),
    effect(() => {
      const notice = chat.notice.value;
      if (notice) emit('error', { code: notice.code, message: notice.detail ?? notice.code });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
