import type { ChatMessage, ModelAttachment, ModelCapabilities } from './chat-model.ts';

export type ReadableKinds = Pick<ModelCapabilities, 'images' | 'documents'>;
type UserMessage = Extract<ChatMessage, { role: 'user' }>;

/** What of a message goes out as a file, and its text, which says what else was attached. */
export interface ReadableMessage {
  content: string;
  attachments: readonly ModelAttachment[];
}

/** A model that cannot look at a file is told that there is one, so that it can ask what is in it instead of guessing. */
export function withUnreadableInWords({ content, attachments = [] }: UserMessage, { images, documents }: ReadableKinds): ReadableMessage {
  const isReadable = ({ kind }: ModelAttachment) => (kind === 'image' ? images : documents);
  const words = attachments.filter((attachment) => !isReadable(attachment)).map(inWords);
  return { content: [content, ...words].filter((part) => part !== '').join('\n\n'), attachments: attachments.filter(isReadable) };
}

const inWords = ({ kind, name }: ModelAttachment): string => `[Attached ${kind}, which you cannot open: ${JSON.stringify(name)}]`;

/** As a part of JSON takes it. */
export const base64Of = ({ data }: ModelAttachment): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
