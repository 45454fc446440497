import { ClientFrame, MAX_MESSAGE_LENGTH, type SocketErrorCode } from '@foyer/contracts/chat-socket.ts';

/** Larger frames are answered, up to the size at which the protocol itself closes. */
export const MAX_FRAME_BYTES = 256 * 1024;
/** The names of unknown properties are quoted, and those are up to the client. */
const MAX_EXPLANATION_LENGTH = 500;

export type ParsedFrame =
  | { kind: 'frame'; frame: ClientFrame }
  | { kind: 'refused'; code: SocketErrorCode & ('INVALID_MESSAGE' | 'MESSAGE_TOO_LONG'); message: string; clientMessageId?: string };

/** One text frame of a client, checked. What is wrong with it is said by property. */
export function parseFrame(data: Buffer, isBinary: boolean): ParsedFrame {
  if (isBinary) return refused('INVALID_MESSAGE', 'Frames are JSON as text, not binary.');
  if (data.byteLength > MAX_FRAME_BYTES) return tooLong(data.byteLength);
  let value: unknown;
  try {
    value = JSON.parse(data.toString('utf8'));
  } catch {
    return refused('INVALID_MESSAGE', 'The frame is not valid JSON.');
  }
  return parseValue(value);
}

/** What a text frame says, or what came in its place. */
export function parseValue(value: unknown): ParsedFrame {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refused('INVALID_MESSAGE', 'A frame is a JSON object.');

  const clientMessageId = clientMessageIdOf(value);
  if ('content' in value && typeof value.content === 'string' && value.content.length > MAX_MESSAGE_LENGTH) {
    const message = `A message has at most ${MAX_MESSAGE_LENGTH} characters; this one has ${value.content.length}.`;
    return refused('MESSAGE_TOO_LONG', message, clientMessageId);
  }
  const parsed = ClientFrame.safeParse(value);
  if (parsed.success) return { kind: 'frame', frame: parsed.data };
  const problems = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  return refused('INVALID_MESSAGE', shortened(problems.join('; ')), clientMessageId);
}

export const tooLong = (bytes: number): ParsedFrame =>
  refused('MESSAGE_TOO_LONG', `A frame has at most ${MAX_FRAME_BYTES} bytes; this one has ${bytes}.`);

export function refused(code: 'INVALID_MESSAGE' | 'MESSAGE_TOO_LONG', message: string, clientMessageId?: string): ParsedFrame {
  return { kind: 'refused', code, message, ...(clientMessageId !== undefined && { clientMessageId }) };
}

const shortened = (text: string): string =>
  text.length <= MAX_EXPLANATION_LENGTH ? text : `${text.slice(0, MAX_EXPLANATION_LENGTH).toWellFormed()}…`;

/** So that a client can tell which of its messages was refused, also when the rest of the frame makes no sense. */
export function clientMessageIdOf(value: object): string | undefined {
  const id = 'clientMessageId' in value ? value.clientMessageId : undefined;
  return typeof id === 'string' && id.length <= 200 && id.isWellFormed() ? id : undefined;
}
