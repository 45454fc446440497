import type { ClientFrame, DurableFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { createAnswerStream } from './answer-stream.ts';
import type { Chat, ConnectionState, EmergencyNotice, Notice, Upload } from './chat.ts';
import type { MessageFrame } from './conversation.ts';
import { createDelivery } from './delivery.ts';
import type { Environment } from './environment.ts';
import { createFormSignal, type PageForm } from './form-signal.ts';
import { createFrameRecord } from './frame-record.ts';
import { keepFilesFresh } from './fresh-files.ts';
import { createLink } from './link.ts';
import { createOthersTyping } from './others-typing.ts';
import { createReading } from './reading.ts';
import { createSessions, type SessionOutcome } from './session.ts';
import { createSessionOpening } from './session-opening.ts';
import { storedSignal } from './stored-signal.ts';
import { createSureCommands } from './sure-commands.ts';
import { createTimeline } from './timeline.ts';
import { createTypingNotice } from './typing-notice.ts';
import type { Uploads } from './uploads.ts';

export interface ChatOptions {
  readonly server: string;
  readonly environment: Environment;
  /** The body of `POST /widget/session/init` as the page would have it now. */
  init(answers: Readonly<Record<string, string>> | undefined): Readonly<Record<string, unknown>>;
  /** `sub` of whom the page says that the visitor is. */
  user(): string | undefined;
  /** The server refuses what the page has said. @returns whether the page has something else to say */
  mend(code: string, detail: string): Promise<boolean>;
  /** Somebody has the chat open, and no questions come first: it may begin by itself. */
  mayBegin(): boolean;
  /** The page's form. */
  readonly form: ReadonlySignal<PageForm>;
  /** Every message once, in the order in which it becomes known. @param isHistory it was there before this page */
  onMessage?(message: MessageFrame, isHistory: boolean): void;
}

/** A chat, and what the page rather than the visitor does with it. */
export interface ChatControl {
  readonly chat: Chat;
  readonly hasSession: ReadonlySignal<boolean>;
  /** Goes on with the session that this device has; begins none. */
  resume(): void;
  /** Forgets the visitor on this device. */
  reset(): void;
  /** The page says who the visitor is: a session of somebody else is left, and nothing of it is shown any more. */
  changeUser(): void;
  stop(): void;
}

const GAP_PATIENCE_MS = 1_000;

export function createChat({ server, environment, init, user, mend, mayBegin, form: pageForm, onMessage }: ChatOptions): ChatControl {
  const { store } = environment;
  const sessions = createSessions(server, environment);
  const record = createFrameRecord();

  const connection = signal<ConnectionState>('idle');
  const conversation = signal(record.conversation());
  const emergency = storedSignal<EmergencyNotice>(store, 'emergency');
  const satisfaction = storedSignal<{ rating: number; comment: string | undefined }>(store, 'rating');
  const written = storedSignal<string>(store, 'draft');
  const isDegraded = signal(false);
  const isOver = signal(false);
  const notice = signal<Notice | undefined>(undefined);
  const uploadList = signal<readonly Upload[]>([]);
  /** There once somebody has chosen a file: few visitors do. */
  let uploads: Uploads | undefined;
  const hasSession = signal(sessions.current() !== undefined);
  /** Frames of the past come one after the other; they are shown together. */
  let isReplaying = false;
  let historySeq: number | undefined;
  /** How far the conversation had come when this connection began. */
  let greetedSeq = 0;
  let sessionId = sessions.current()?.sessionId;
  let cancelGapCheck = () => {};

  const link = createLink({
    environment,
    session: sessions.fresh,
    afterSeq: record.knownSeq,
    onFrame: (frame) => batch(() => handle(frame)),
    onState: (state) => {
      if (state === 'lost') others.hide();
      if (state === 'online') connection.value = 'online';
      else if (!environment.isOnline()) connection.value = 'offline';
      else if (state === 'lost') connection.value = 'reconnecting';
      else if (connection.value !== 'reconnecting') connection.value = 'connecting';
    },
    onEnd: (outcome) => (outcome.kind === 'gone' ? lose() : refuse(outcome)),
  });
  const delivery = createDelivery(environment, link.send);
  const commands = createSureCommands(link.sendSurely);
  const others = createOthersTyping(environment);
  const answer = createAnswerStream(() => record.conversation().lastSeq, environment.now);
  const reading = createReading(conversation, (seq) => link.send({ type: 'read', seq }));
  const { form, stop: stopForm } = createFormSignal(pageForm, conversation, environment);
  const typingNotice = createTypingNotice(environment, (state) => link.send({ type: 'typing', state }));
  const opening = createSessionOpening(environment, async (answers) => {
    const outcome = await sessions.start(init(answers), user());
    return outcome.kind === 'refused' && (await mend(outcome.code, outcome.detail)) ? sessions.start(init(answers), user()) : outcome;
  });

  const timelineOf = createTimeline();
  const timeline = computed(() =>
    timelineOf({
      conversation: conversation.value,
      draft: answer.place.value,
      unsent: delivery.unsent.value,
      isOnline: connection.value === 'online',
      server,
    }),
  );
  const stopFreshness = keepFilesFresh(environment, conversation, link.resume);
  const stopListening = store.onChange((name) => batch(() => onStoreChange(name)));
  function handle(frame: ServerFrame): void {
    if (frame.type === 'session_ack') greet(frame);
    else if (frame.type === 'ready') catchUp();
    else if (frame.type === 'message_ack') acknowledge(frame);
    else if (frame.type === 'token') stream(frame);
    else if (frame.type === 'message_reset') answer.end(frame.messageId);
    else if (frame.type === 'typing') others.show(frame);
    else if (frame.type === 'emergency') emergency.set({ text: frame.text, contacts: frame.contacts });
    else if (frame.type === 'error') fail(frame);
    else if (frame.type === 'status' && !('seq' in frame)) showQuality(frame.status);
    else if ('seq' in frame) keep(frame);
  }

  function greet({ lastSeq, status }: Extract<ServerFrame, { type: 'session_ack' }>): void {
    // The server knows less than we do: it was put back to an earlier state.
    if (lastSeq < record.knownSeq()) forgetConversation();
    greetedSeq = lastSeq;
    historySeq ??= lastSeq;
    isOver.value = status === 'ended';
    isReplaying = true;
  }

  function catchUp(): void {
    isReplaying = false;
    publish();
    reading.tell();
    delivery.flush();
    commands.flush();
  }

  function showQuality(status: string): void {
    if (status !== 'reconnect') isDegraded.value = status === 'degraded';
  }

  function keep(frame: DurableFrame): void {
    const isNew = record.add(frame);
    // An end of before may stand in the past of a conversation that goes on.
    if (frame.type === 'status' && frame.status === 'session_ended' && frame.seq > greetedSeq) isOver.value = true;
    if (frame.type === 'message') {
      answer.end(frame.messageId);
      others.hide(frame.role);
      if (frame.clientMessageId !== undefined) delivery.settle(frame.clientMessageId);
      if (isNew) onMessage?.(frame, frame.seq <= (historySeq ?? 0));
    }
    if (!isReplaying) publish();
  }

  function publish(): void {
    conversation.value = record.conversation();
    cancelGapCheck();
    // Acknowledgements come by another way than the frames that follow them: they are waited for a moment.
    if (record.knownSeq() < conversation.value.lastSeq) cancelGapCheck = environment.after(GAP_PATIENCE_MS, () => link.resume());
  }

  function acknowledge({ clientMessageId, messageId, seq }: Extract<ServerFrame, { type: 'message_ack' }>): void {
    const sent = clientMessageId === undefined ? undefined : delivery.settle(clientMessageId);
    if (record.has(seq)) return;
    if (!sent || clientMessageId === undefined) {
      link.resume();
      return;
    }
    const { content, attachments, at } = sent;
    const files = attachments.length > 0 && { attachments: [...attachments] };
    const createdAt = new Date(at).toISOString();
    keep({ type: 'message', messageId, role: 'user', content, seq, createdAt, clientMessageId, ...files });
    // The addresses of its files come with its stored form.
    if (files) link.resume(seq - 1);
  }

  function stream(token: Extract<ServerFrame, { type: 'token' }>): void {
    if (!answer.add(token)) link.resume();
  }

  function fail(error: Extract<ServerFrame, { type: 'error' }>): void {
    const { code, message } = error;
    if (code === 'NO_SESSION') lose();
    if (code === 'SESSION_ENDED') isOver.value = true;
    const isShownAtMessage = delivery.refuse(error);
    if (!isShownAtMessage && TOLD.includes(code)) notice.value = { code, detail: message };
  }

  function forgetConversation(): void {
    record.clear();
    answer.clear();
    reading.clear();
    cancelGapCheck();
    conversation.value = record.conversation();
  }

  /** Nothing of a session is left but what was not sent. */
  function leave(): void {
    link.stop();
    opening.cancel();
    historySeq = undefined;
    sessionId = undefined;
    forgetConversation();
    commands.clear();
    emergency.set(undefined);
    satisfaction.set(undefined);
    others.hide();
    isDegraded.value = isOver.value = hasSession.value = false;
    connection.value = 'idle';
  }

  function forget(): void {
    sessions.forget();
    delivery.clear();
    uploads?.clear();
    leave();
  }

  /** The server does not know the session any more. */
  function lose(): void {
    // What was said stays in sight after the end, for as long as the page is there.
    if (isOver.value && conversation.value.entries.length > 0) {
      link.stop();
      return;
    }
    // Another tab may have begun anew; then this one follows.
    if (sessions.current()?.sessionId === sessionId) sessions.forget();
    const hadSomething = conversation.value.entries.length > 0;
    leave();
    if (hadSomething) notice.value = { code: 'SESSION_LOST', detail: undefined };
    again();
  }

  function refuse({ status, code, detail }: Extract<SessionOutcome, { kind: 'refused' }>): void {
    connection.value = status === 400 ? 'idle' : 'refused';
    notice.value = { code, detail };
  }

  function onStoreChange(name: string): void {
    delivery.onChange(name);
    if (name === 'emergency') emergency.reload();
    if (name === 'rating') satisfaction.reload();
    const current = sessions.current()?.sessionId;
    if (name !== '' || current === sessionId) return;
    leave();
    // Another tab has begun anew, or is about to.
    if (current !== undefined) connect();
    else environment.after(500, again);
  }

  function connect(): void {
    sessionId = sessions.current()?.sessionId;
    hasSession.value = sessionId !== undefined;
    if (sessionId !== undefined) link.start();
  }

  async function open(answers?: Readonly<Record<string, string>>): Promise<void> {
    if (sessions.current()) return connect();
    connection.value = environment.isOnline() ? 'connecting' : 'offline';
    const outcome = await opening.open(answers);
    if (!outcome) return;
    batch(() => {
      if (outcome.kind === 'refused') return refuse(outcome);
      notice.value = undefined;
      connect();
    });
  }

  async function again(): Promise<void> {
    if (sessions.current() || mayBegin()) await open();
  }

  const command = (frame: ClientFrame) => commands.send(frame);

  const chat: Chat = {
    connection,
    timeline,
    streaming: answer.streaming,
    typing: others.typing,
    emergency: emergency.signal,
    unreadCount: reading.unreadCount,
    form,
    holder: computed(() => conversation.value.holder),
    isDegraded,
    hasEnded: isOver,
    satisfaction: satisfaction.signal,
    uploads: uploadList,
    draft: computed(() => written.signal.value ?? ''),
    notice,

    open,
    send: (text) => {
      const files = uploads?.take() ?? [];
      if (text === '' && files.length === 0) return;
      written.set(undefined);
      typingNotice.stop();
      delivery.send(text, files);
    },
    retry: delivery.retry,
    discard: (key) => void delivery.settle(key),
    setDraft: (text) => {
      written.set(text === '' ? undefined : text);
      typingNotice.write(text);
    },
    addFiles: (chosen) => {
      // The list of a field is empty as soon as the field is.
      const files = [...chosen];
      import('./uploads.ts').then(
        ({ createUploads }) => {
          uploads ??= createUploads(uploadList, server, environment, () => sessions.fresh());
          uploads.add(files);
        },
        () => {
          notice.value = { code: 'NETWORK', detail: undefined };
        },
      );
    },
    removeUpload: (id) => uploads?.remove(id),
    confirmField: (fieldName, value) => command({ type: 'confirm_field', fieldName, value }),
    rejectField: (fieldName) => command({ type: 'reject_field', fieldName }),
    rate: (rating, comment) => {
      satisfaction.set({ rating, comment });
      command({ type: 'satisfaction', rating, ...(comment !== undefined && { comment }) });
    },
    end: () => command({ type: 'end_session' }),
    startOver: async () => {
      batch(forget);
      await again();
    },
    setVisible: reading.look,
    acknowledgeEmergency: () => emergency.set(undefined),
    dismissNotice: () => {
      notice.value = undefined;
    },
  };

  return {
    chat,
    hasSession,
    resume: connect,
    reset: () => {
      batch(() => {
        forget();
        written.set(undefined);
        notice.value = undefined;
      });
      again();
    },
    changeUser: () => {
      const current = sessions.current();
      const who = user();
      if (!current || who === undefined || current.user === who) return;
      batch(() => {
        // What a stranger wrote goes along; what somebody else wrote does not.
        if (current.user !== undefined) delivery.clear();
        sessions.forget();
        uploads?.clear();
        leave();
      });
      again();
    },
    stop: () => {
      link.stop();
      opening.cancel();
      delivery.stop();
      typingNotice.stop();
      cancelGapCheck();
      others.hide();
      stopListening();
      stopFreshness();
      reading.stop();
      stopForm();
    },
  };
}

/** What visitors are told that is not said at a message; the rest mends itself, or ends the connection. */
const TOLD: readonly string[] = ['PROVIDER_ERROR', 'INTERNAL', 'INVALID_MESSAGE', 'MESSAGE_TOO_LONG'];
