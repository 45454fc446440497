import { ModelError } from './model-error.ts';

/** An answer has at most 100,000 characters, which take some 25 MB where each of them comes as an event of its own. */
const MAX_BYTES = 32 * 1024 * 1024;
/** One event is decoded as a whole, and the client looks through what it has of it anew with every packet. */
const MAX_EVENT_BYTES = 1024 * 1024;
/** Of a refusal, only the codes at its beginning are read. */
const MAX_REFUSAL_BYTES = 64 * 1024;

/** What ends an event of a stream. */
const EVENT_ENDS = ['\n\n', '\r\n\r\n', '\r\r'];

/**
 * `fetch` for streamed answers that takes no more than any answer needs: whoever sends without end is hung up on, and holds neither
 * memory nor the event loop. Reading a body that is too large throws a `ModelError`; a refusal just ends early. A redirect is a refusal
 * too: what visitors write goes to the address that was configured and to no other.
 */
export const boundedFetch: typeof fetch = async (resource, init) => {
  const response = await fetch(resource, { ...init, redirect: 'manual' });
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  const body = response.body.pipeThrough(response.ok ? eventsWithinLimits() : beginning(MAX_REFUSAL_BYTES));
  return new Response(body, { status, statusText, headers });
};

type Bytes = Uint8Array<ArrayBuffer>;

function eventsWithinLimits(): TransformStream<Bytes, Bytes> {
  let bytes = 0;
  let eventBytes = 0;
  // An end of four bytes may be split between two packets.
  let before = Buffer.alloc(0);
  return new TransformStream({
    transform: (packet, controller) => {
      bytes += packet.byteLength;
      const seen = Buffer.concat([before, packet]);
      const end = Math.max(...EVENT_ENDS.map((text) => seen.lastIndexOf(text)));
      eventBytes = end < 0 ? eventBytes + packet.byteLength : seen.byteLength - end;
      before = Buffer.from(seen.subarray(-3));
      if (bytes > MAX_BYTES || eventBytes > MAX_EVENT_BYTES) throw new ModelError('oversized');
      controller.enqueue(packet);
    },
  });
}

function beginning(maxBytes: number): TransformStream<Bytes, Bytes> {
  let left = maxBytes;
  return new TransformStream({
    transform: (packet, controller) => {
      controller.enqueue(packet.subarray(0, left));
      left -= packet.byteLength;
      if (left <= 0) controller.terminate();
    },
  });
}
