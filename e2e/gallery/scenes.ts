import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import { type Signal, signal } from '@preact/signals';
import type { ChatState } from './fake-chat.ts';
import { conversation, event, form, MARKDOWN, message, PICTURE, uploads } from './samples.ts';
import type { GalleryState } from './states.ts';

/** What a scene can change besides the chat. */
export interface Stage {
  readonly state: ChatState;
  readonly theme: Signal<WidgetTheme>;
  readonly needsPreChat: Signal<boolean>;
}

const LONG_ANSWER = 'The first visit takes about forty minutes. You will talk with a nurse and then with the doctor.';

/** Sets every state of the gallery. */
export const SCENES: Readonly<Record<GalleryState, (stage: Stage) => void>> = {
  welcome: () => {},
  inline: ({ state }) => withFields(state),
  'pre-chat': ({ state, theme, needsPreChat }) => {
    state.connection.value = 'idle';
    needsPreChat.value = true;
    theme.value = {
      ...theme.value,
      preChat: {
        fields: [
          { name: 'name', label: { en: 'Your name', es: 'Su nombre' }, type: 'text', required: true },
          { name: 'email', label: { en: 'Email', es: 'Correo electrónico' }, type: 'email', required: true },
          { name: 'phone', label: { en: 'Phone', es: 'Teléfono' }, type: 'phone' },
          {
            name: 'topic',
            label: { en: 'What is it about?', es: '¿De qué se trata?' },
            type: 'choice',
            options: ['A first visit', 'An operation', 'A bill'],
          },
        ],
      },
    };
  },
  conversation: ({ state }) => {
    state.timeline.value = conversation();
  },
  streaming: ({ state }) => {
    const answer = message('assistant', '', { isStreaming: true });
    state.timeline.value = [message('user', 'What happens at the first visit?'), answer];
    state.streaming.value = { key: answer.key, text: signal(LONG_ANSWER) };
  },
  markdown: ({ state }) => {
    state.timeline.value = [message('user', 'What do I bring?'), message('assistant', MARKDOWN)];
  },
  typing: ({ state }) => {
    state.timeline.value = conversation();
    state.typing.value = { role: 'assistant' };
  },
  delivery: ({ state }) => {
    state.connection.value = 'offline';
    state.timeline.value = [
      message('user', 'This was read.', { delivery: 'read' }),
      message('assistant', 'Good.'),
      message('user', 'This was sent.', { delivery: 'sent' }),
      message('assistant', 'Good.'),
      message('user', 'This is being sent.', { delivery: 'sending' }),
      message('user', 'This waits for the network.', { delivery: 'waiting' }),
      message('user', 'This was refused.', { delivery: 'failed', failure: 'MESSAGE_TOO_LONG' }),
      message('user', 'This too, for a reason that has no words.', { delivery: 'failed', failure: 'SOMETHING_NEW' }),
    ];
  },
  attachments: ({ state }) => {
    const picture = { fileId: 'f1', name: 'knee.jpg', contentType: 'image/jpeg', size: 482_000, url: PICTURE };
    const report = {
      fileId: 'f2',
      name: 'report-2026.pdf',
      contentType: 'application/pdf',
      size: 2_400_000,
      url: 'https://example.com/report',
    };
    state.timeline.value = [
      message('user', 'Here is the picture, and the report.', { attachments: [picture, report] }),
      message('user', '', { attachments: [{ ...report, fileId: 'f3', url: undefined }] }),
      message('agent', 'Thank you. This is the form that you asked for.', {
        authorName: 'Dr. Inés Ferrer',
        attachments: [{ ...report, name: 'form.docx' }],
      }),
    ];
  },
  uploads: ({ state }) => {
    state.timeline.value = conversation();
    state.uploads.value = uploads;
    state.draft.value = 'Here is the picture of my knee, and the report from the other hospital that I told you about.';
  },
  handover: ({ state }) => {
    state.holder.value = { kind: 'person', name: 'Inés Ferrer' };
    state.timeline.value = [
      message('user', 'I would rather talk with a person.'),
      event('handoff-requested'),
      event('escalation', { text: 'A nurse has been told and will look at this first.' }),
      event('agent-joined', { name: 'Inés Ferrer' }),
      message('agent', 'Good afternoon, I am Inés. How can I help you?', { authorName: 'Inés Ferrer' }),
      message('agent', 'I have read what you wrote above, so you need not repeat it.', { authorName: 'Inés Ferrer' }),
      message('user', 'Thank you, that is kind.'),
      message('agent', 'One moment, please.', { authorName: 'Tom Baker' }),
      event('agent-left', { name: 'Inés Ferrer' }),
    ];
    state.typing.value = { role: 'agent' };
  },
  waiting: ({ state }) => {
    state.holder.value = { kind: 'waiting' };
    state.timeline.value = [message('user', 'Can somebody call me?'), event('handoff-requested')];
  },
  emergency: ({ state }) => {
    state.emergency.value = {
      text: 'Chest pain with sweating can be a heart attack. Call the emergency number now. Do not drive yourself, and do not wait for an answer here.',
      contacts: [
        { label: 'Emergency', phone: '112' },
        { label: 'Clinic, day and night', phone: '+34 900 000 000' },
      ],
    };
    state.timeline.value = [
      message('user', 'I have a pressure on my chest and I am sweating'),
      message('assistant', 'Please call 112 at once.'),
    ];
  },
  offline: ({ state }) => {
    state.connection.value = 'offline';
    state.timeline.value = [message('user', 'Are you there?', { delivery: 'waiting' })];
  },
  reconnecting: ({ state }) => {
    state.connection.value = 'reconnecting';
    state.timeline.value = conversation();
  },
  connecting: ({ state }) => {
    state.connection.value = 'connecting';
  },
  degraded: ({ state }) => {
    state.isDegraded.value = true;
    state.timeline.value = conversation();
  },
  notice: ({ state }) => {
    state.notice.value = { code: 'RATE_LIMITED', detail: undefined };
    state.timeline.value = conversation();
    state.draft.value = 'x'.repeat(16_020);
  },
  refused: ({ state }) => {
    state.connection.value = 'refused';
    state.notice.value = { code: 'FORBIDDEN_ORIGIN', detail: undefined };
  },
  fields: ({ state }) => withFields(state),
  'fields-sheet': ({ state }) => withFields(state),
  ended: ({ state }) => {
    state.timeline.value = [...conversation(), event('session-ended')];
    state.hasEnded.value = true;
  },
  thanked: ({ state }) => {
    state.timeline.value = [...conversation(), event('session-ended')];
    state.hasEnded.value = true;
    state.satisfaction.value = { rating: 5, comment: undefined };
  },
  long: ({ state }) => {
    state.timeline.value = Array.from({ length: 30 }, (_, index) =>
      message(index % 3 === 0 ? 'user' : 'assistant', `Answer ${index + 1}: ${LONG_ANSWER.repeat(1 + (index % 3))}`),
    );
  },
  'hostile-names': ({ state, theme }) => {
    const name = '<img src=x onerror=alert(1)>\u202egnp.exe';
    theme.value = { ...theme.value, title: 'A very long title of a clinic that goes on and on until nobody reads it', subtitle: name };
    state.holder.value = { kind: 'person', name };
    state.timeline.value = [
      event('agent-joined', { name }),
      message('agent', name, { authorName: name }),
      message('user', 'Donaudampfschifffahrtsgesellschaft'.repeat(6), {
        attachments: [{ fileId: 'f', name: `${name}.pdf`, contentType: 'application/pdf', size: 12, url: undefined }],
      }),
      message('assistant', name, { sources: [{ title: name, documentId: 'd', url: 'javascript:alert(1)' }] }),
    ];
  },
};

function withFields(state: ChatState): void {
  const said = message(
    'user',
    'I am 65 years old and 81.5 kg. My wife and I are glad that it is over soon. I take Ramipril in the morning, and an Aspirin; no insulin, I think.',
  );
  state.timeline.value = [
    message('assistant', 'How old are you, and what do you take?'),
    said,
    message('assistant', 'Thank you. Is there anything that you are allergic to?'),
  ];
  state.form.value = form(said.messageId ?? '');
}
