import type { FieldUpdate } from '@foyer/contracts/extractions.ts';
import type { ReadonlySignal } from '@preact/signals';

/**
 * A visitor's conversation as the widget knows it: what there is to show, and what can be done. The view reads signals and calls
 * actions; it knows nothing of sockets, storage or tokens.
 */
export interface Chat {
  readonly connection: ReadonlySignal<ConnectionState>;
  /** Messages and what happened between them, in the order in which they are shown. */
  readonly timeline: ReadonlySignal<readonly TimelineEntry[]>;
  /** Text of the answer that is being written, by the key of its message. Apart from the timeline, so that a token redraws one bubble. */
  readonly streaming: ReadonlySignal<{ readonly key: string; readonly text: ReadonlySignal<string> } | undefined>;
  /** Whoever is writing on the other side. */
  readonly typing: ReadonlySignal<{ readonly role: 'assistant' | 'agent' } | undefined>;
  /** Newest first; shown until the visitor has acknowledged it, also after a reload. */
  readonly emergency: ReadonlySignal<EmergencyNotice | undefined>;
  /** Messages of the others that the visitor has not seen. */
  readonly unreadCount: ReadonlySignal<number>;
  /** The form that this conversation fills in; undefined without one. */
  readonly form: ReadonlySignal<FormState | undefined>;
  /** Who has the conversation: the agent, nobody yet, or a person by name. */
  readonly holder: ReadonlySignal<
    { readonly kind: 'agent' } | { readonly kind: 'waiting' } | { readonly kind: 'person'; readonly name: string | undefined }
  >;
  /** No model answers at the moment; the built-in engine does. */
  readonly isDegraded: ReadonlySignal<boolean>;
  readonly hasEnded: ReadonlySignal<boolean>;
  /** What the visitor has answered when asked how it was. */
  readonly satisfaction: ReadonlySignal<{ readonly rating: number; readonly comment: string | undefined } | undefined>;
  /** Files chosen for the next message. */
  readonly uploads: ReadonlySignal<readonly Upload[]>;
  /** What the visitor is writing; kept across reloads of the page. */
  readonly draft: ReadonlySignal<string>;
  /** The last thing that went wrong and is not shown at a message. */
  readonly notice: ReadonlySignal<Notice | undefined>;

  /**
   * Begins a session where there is none and connects. It never rejects: what goes wrong is a `notice`, and `connection` says whether
   * it is tried again (`connecting`, `reconnecting`), makes no sense (`refused`), or wants other answers (`idle`).
   * @param answers to the questions before the chat
   */
  open(answers?: Readonly<Record<string, string>>): Promise<void>;
  /** Sends text with the uploads that are ready; others stay where they are. Kept until the server has it, also over a reload. */
  send(text: string): void;
  retry(key: string): void;
  /** Forgets a message that could not be sent. */
  discard(key: string): void;
  setDraft(text: string): void;
  addFiles(files: Iterable<File>): void;
  removeUpload(id: string): void;
  confirmField(fieldName: string, value: unknown): void;
  rejectField(fieldName: string): void;
  rate(rating: number, comment?: string): void;
  end(): void;
  /** Begins anew after the end: nothing of the old conversation is shown any more. Questions before the chat are asked again. */
  startOver(): Promise<void>;
  /** The visitor looks at the conversation now, or no longer. */
  setVisible(isVisible: boolean): void;
  acknowledgeEmergency(): void;
  dismissNotice(): void;
}

export type ConnectionState =
  /** Nothing was opened yet. */
  | 'idle'
  | 'connecting'
  | 'online'
  /** The connection was lost and is being taken up again. */
  | 'reconnecting'
  /** The device has no network. */
  | 'offline'
  /** The server refuses: wrong project, foreign origin, switched off. It makes no sense to try again. */
  | 'refused';

export type TimelineEntry = ChatMessage | ChatEvent;

export interface ChatMessage {
  readonly kind: 'message';
  /** Stays the same from sending to the stored message. */
  readonly key: string;
  readonly messageId: string | undefined;
  readonly role: 'assistant' | 'user' | 'agent' | 'system';
  /** Of an answer that is being written: empty, see `Chat.streaming`. */
  readonly content: string;
  readonly seq: number | undefined;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** Of the visitor's own messages. */
  readonly delivery: 'sending' | 'waiting' | 'sent' | 'read' | 'failed' | undefined;
  /** Why it failed: a code of the server such as MESSAGE_TOO_LONG or SESSION_ENDED. */
  readonly failure: string | undefined;
  readonly isStreaming: boolean;
  readonly sources: readonly { readonly title: string; readonly documentId: string; readonly url?: string }[];
  readonly attachments: readonly MessageAttachment[];
  readonly authorName: string | undefined;
}

export interface MessageAttachment {
  readonly fileId: string;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  /** Absolute; undefined while it is the visitor's own and not stored yet. */
  readonly url: string | undefined;
}

export interface ChatEvent {
  readonly kind: 'handoff-requested' | 'agent-joined' | 'agent-left' | 'session-ended' | 'escalation';
  readonly key: string;
  readonly at: number;
  readonly seq: number;
  /** Of the person who joined or left. */
  readonly name: string | undefined;
  /** What an escalation says to the visitor. */
  readonly text: string | undefined;
}

export interface EmergencyNotice {
  readonly text: string;
  readonly contacts: readonly { readonly label: string; readonly phone: string }[];
}

export interface FormState {
  readonly formType: string;
  readonly title: string | undefined;
  readonly status: 'partial' | 'complete' | 'failed' | undefined;
  /** Every field of the form in its order, the ones of which nothing is known included. */
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array';
  /** What can be chosen from. */
  readonly options: readonly (string | number)[] | undefined;
  /** `date`, `email`, … of JSON Schema. */
  readonly format: string | undefined;
  readonly isRequired: boolean;
  /** What is known of it. */
  readonly known: FieldUpdate | undefined;
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string;
  /** An address within the page, for pictures. */
  readonly previewUrl: string | undefined;
  /** From 0 to 1. */
  readonly progress: number;
  readonly state: 'uploading' | 'ready' | 'failed';
  /** Why it failed: a code of the server such as UNSUPPORTED_MEDIA_TYPE, or NETWORK. */
  readonly failureCode: string | undefined;
}

export interface Notice {
  /** A code of the server, NETWORK, or SESSION_LOST: the old conversation cannot be reached any more, and a new one has begun. */
  readonly code: string;
  /** What the server said, in English; the view has words of its own for codes that it knows. */
  readonly detail: string | undefined;
}
