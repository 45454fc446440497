import type { ClientFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { type OpenTransport, readFrame } from './transport.ts';

/** Statuses of HTTP as the close codes of the socket that mean the same. */
const CODES: Readonly<Record<number, number>> = { 204: 1000, 401: 4401, 403: 4403, 404: 4404, 429: 4429 };
const LOST = 1006;

/** For networks that let no sockets through: everything comes as server-sent events, and messages go as requests, one after the other. */
export const openEventTransport: OpenTransport = (session, afterSeq, { onFrame, onSign, onClose }, environment) => {
  const api = `${new URL(session.wsUrl.replace(/^ws/, 'http')).origin}/api/v1/widget`;
  const authorization = `Bearer ${session.token}`;
  let listening: AbortController | undefined;
  let posting: AbortController | undefined;
  let sending = Promise.resolve();
  /** The first stream has begun where the first resume begins. */
  let isResumed = false;
  let isOver = false;

  const close = () => {
    isOver = true;
    listening?.abort();
    posting?.abort();
  };
  const listen = (after: number) => {
    listening?.abort();
    const mine = new AbortController();
    listening = mine;
    environment
      .fetch(`${api}/events?afterSeq=${after}`, { headers: { authorization }, signal: mine.signal })
      .then(async (response) => {
        if (response.status !== 200) return CODES[response.status] ?? LOST;
        await readEvents(response, onFrame, onSign);
        return LOST;
      })
      .catch(() => LOST)
      .then((code) => {
        if (mine.signal.aborted) return;
        close();
        onClose(code);
      });
  };

  /** Sends a message; whoever listens is told all that happens after it was stored. */
  const post = async ({ type: _, ...message }: Extract<ClientFrame, { type: 'user_message' }>) => {
    const mine = new AbortController();
    if (isOver) return;
    posting = mine;
    const response = await environment.fetch(`${api}/message`, {
      method: 'POST',
      headers: { authorization, accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: mine.signal,
    });
    const echo = message.clientMessageId !== undefined && { clientMessageId: message.clientMessageId };
    if (!response.ok) {
      const { code, detail } = await response.json();
      return onFrame({ type: 'error', code: code === 'NOT_STORED' ? 'INTERNAL' : code, message: String(detail), ...echo });
    }
    await readEvents(
      response,
      (frame) => {
        if (frame.type === 'emergency') onFrame(frame);
        if (frame.type !== 'message_ack') return;
        onFrame(frame);
        mine.abort();
      },
      onSign,
    );
  };

  listen(afterSeq);
  return {
    send: (frame) => {
      if (frame.type === 'ping') return true;
      if (frame.type !== 'user_message') return false;
      // What fails is sent again by whoever waits for the acknowledgement.
      sending = sending.then(() => post(frame)).catch(() => {});
      return true;
    },
    resume: (after) => {
      if (isResumed) listen(after);
      isResumed = true;
    },
    close,
  };
};

/** Server-sent events to their end. */
async function readEvents(response: Response, onFrame: (frame: ServerFrame) => void, onSign: () => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    onSign();
    const events = (rest + part.value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').filter((line) => line.startsWith('data:'));
      const frame = data.length > 0 ? readFrame(data.map((line) => line.slice(5)).join('\n')) : undefined;
      if (frame) onFrame(frame);
    }
  }
}
