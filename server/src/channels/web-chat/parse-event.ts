import { clientMessageIdOf, MAX_FRAME_BYTES, type ParsedFrame, parseValue, refused, tooLong } from './parse-frame.ts';

/** A Socket.IO event as it came: the size of its payload, and what it says. */
export interface ClientEvent {
  bytes: number;
  parse(): ParsedFrame;
}

/**
 * Reads the arguments of one Socket.IO event: `message` with the whole frame, or the name of a frame's type with the rest of it. Events
 * from the network only: the last argument is a function exactly when the client waits for an acknowledgement.
 */
export function readEvent([name, ...payload]: readonly unknown[]): ClientEvent {
  let bytes: number;
  try {
    if (payload.some(holdsBinary)) return unread(refused('INVALID_MESSAGE', 'Frames are JSON, without binary parts.'));
    bytes = Buffer.byteLength(JSON.stringify(payload));
  } catch {
    return unread(refused('INVALID_MESSAGE', 'The frame is nested too deeply.'));
  }
  return { bytes, parse: () => (bytes > MAX_FRAME_BYTES ? tooLong(bytes) : parseEvent(name, payload)) };
}

function parseEvent(name: unknown, payload: readonly unknown[]): ParsedFrame {
  const [first] = payload;
  if (typeof payload.at(-1) === 'function') {
    const clientMessageId = typeof first === 'object' && first !== null ? clientMessageIdOf(first) : undefined;
    const message = 'Events are sent without an acknowledgement callback: message_ack says when a message is stored.';
    return refused('INVALID_MESSAGE', message, clientMessageId);
  }
  if (payload.length > 1) return refused('INVALID_MESSAGE', 'An event carries one object.');
  if (name === 'message') return parseValue(first);
  if (typeof name !== 'string') return refused('INVALID_MESSAGE', 'An event has a name: message, or the type of its frame.');
  if (payload.length === 0) return parseValue({ type: name });
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return parseValue(first);
  if ('type' in first && first.type !== name) {
    return refused('INVALID_MESSAGE', 'type: The event has another name than its frame has type', clientMessageIdOf(first));
  }
  return parseValue({ ...first, type: name });
}

const unread = (parsed: ParsedFrame): ClientEvent => ({ bytes: 0, parse: () => parsed });

/** @throws {RangeError} when it is nested deeper than the stack */
function holdsBinary(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer || Object.values(value).some(holdsBinary);
}
