import { type Signal, signal } from '@preact/signals';
import type { Chat, ChatMessage } from '../../widget/src/chat/chat.ts';
import { message } from './samples.ts';

/** Of everything that can be read of a chat, something that can be written. */
export type ChatState = {
  [Name in keyof Chat as Chat[Name] extends { readonly value: unknown } ? Name : never]: Signal<
    Chat[Name] extends { readonly value: infer Value } ? Value : never
  >;
};

/** A chat without a server, to look at. What the visitor does is written down in `calls` and shown as far as it can be. */
export function createFakeChat(): { chat: Chat; state: ChatState; calls: unknown[][] } {
  const calls: unknown[][] = [];
  const state: ChatState = {
    connection: signal('online'),
    timeline: signal([]),
    streaming: signal(undefined),
    typing: signal(undefined),
    emergency: signal(undefined),
    unreadCount: signal(0),
    form: signal(undefined),
    holder: signal({ kind: 'agent' }),
    isDegraded: signal(false),
    hasEnded: signal(false),
    satisfaction: signal(undefined),
    uploads: signal([]),
    draft: signal(''),
    notice: signal(undefined),
  };
  const note = (...call: unknown[]) => void calls.push(call);
  const { timeline, draft, uploads, form } = state;
  const changeMessage = (key: string, change: (found: ChatMessage) => ChatMessage[]) => {
    timeline.value = timeline.value.flatMap((entry) => (entry.kind === 'message' && entry.key === key ? change(entry) : [entry]));
  };
  const changeField = (name: string, value: unknown, status: 'confirmed' | 'rejected') => {
    if (!form.value) return;
    const fields = form.value.fields.map((field) =>
      field.name === name
        ? { ...field, known: { fieldName: name, value: value as string, confidence: 1, evidence: field.known?.evidence ?? [], status } }
        : field,
    );
    form.value = { ...form.value, fields };
  };
  const chat: Chat = {
    ...state,
    open: async (answers) => note('open', answers),
    send: (text) => {
      note('send', text);
      timeline.value = [...timeline.value, message('user', text, { delivery: 'sent', at: Date.now() })];
      draft.value = '';
      uploads.value = [];
    },
    retry: (key) => changeMessage(key, (found) => [{ ...found, delivery: 'sending' }]),
    discard: (key) => changeMessage(key, () => []),
    setDraft: (text) => {
      draft.value = text;
    },
    addFiles: (files) =>
      note(
        'addFiles',
        [...files].map((file) => file.name),
      ),
    removeUpload: (id) => {
      uploads.value = uploads.value.filter((upload) => upload.id !== id);
    },
    confirmField: (name, value) => [note('confirmField', name, value), changeField(name, value, 'confirmed')],
    rejectField: (name) => [note('rejectField', name), changeField(name, null, 'rejected')],
    rate: (rating, comment) => {
      note('rate', rating, comment);
      state.satisfaction.value = { rating, comment };
    },
    end: () => {
      note('end');
      state.hasEnded.value = true;
    },
    startOver: async () => note('startOver'),
    setVisible: (isVisible) => note('setVisible', isVisible),
    acknowledgeEmergency: () => {
      state.emergency.value = undefined;
    },
    dismissNotice: () => {
      state.notice.value = undefined;
    },
  };
  return { chat, state, calls };
}
