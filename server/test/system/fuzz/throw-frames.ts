import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { WebSocket } from 'ws';
import type { Visitor } from '../../visitor.ts';
import { INSIDES } from './judge-answer.ts';

/** Fewer than a visitor may send within the window of the limit. */
export const FRAMES_PER_VISITOR = 50;

export interface Thrown {
  answers: Map<string, number>;
  complaints: string[];
  /** All that was said to the visitor. */
  text: string;
}

/** Each frame is followed by a ping: its pong shows that the frame was handled and the connection lives. */
export async function throwAt(visitor: Visitor, frames: readonly (string | Buffer)[]): Promise<Thrown> {
  const thrown: Thrown = { answers: new Map(), complaints: [], text: '' };
  await visitor.connect();
  for (const frame of frames) {
    const before = visitor.frames.length;
    if (isResume(frame)) visitor.send(JSON.parse(String(frame)));
    else visitor.sendRaw(frame);
    visitor.send({ type: 'ping' });
    await visitor.frame((answer) => answer.type === 'pong', before);
    for (const answer of visitor.frames.slice(before)) {
      thrown.answers.set(nameOf(answer), (thrown.answers.get(nameOf(answer)) ?? 0) + 1);
      if (answer.type === 'error' && !isWell(answer))
        thrown.complaints.push(`${String(frame).slice(0, 500)} → ${JSON.stringify(answer).slice(0, 500)}`);
    }
  }
  thrown.text = JSON.stringify(visitor.frames);
  visitor.close();
  thrown.complaints.push(...visitor.problems);
  return thrown;
}

/** After a resume frames may come again: the visitor has to know that it has asked. */
const isResume = (frame: string | Buffer): boolean => typeof frame === 'string' && frame.startsWith('{"type":"resume"');
const nameOf = (frame: ServerFrame): string => (frame.type === 'error' ? `error ${frame.code}` : frame.type);
const KNOWN_ERRORS = ['INVALID_MESSAGE', 'MESSAGE_TOO_LONG'];
const isWell = ({ code, message }: Extract<ServerFrame, { type: 'error' }>): boolean =>
  KNOWN_ERRORS.includes(code) && !INSIDES.test(message) && message.length < 1_000;

/** What the protocol of sockets itself may say to what is thrown: going on, broken text, too large, broken frames. */
const CLOSE_CODES = [1000, 1002, 1007, 1009];

/**
 * The same frames as a client that keeps to no protocol: in pieces, as text whatever bytes they are, far too large, one after the other
 * without waiting. Whenever the server closes, for a reason that the protocol has, the client comes back.
 */
export async function throwRawAt(url: string, frames: readonly (string | Buffer)[]): Promise<Thrown> {
  const thrown: Thrown = { answers: new Map(), complaints: [], text: '' };
  let left = [...frames];
  while (left.length > 0) {
    const { sent, code, text } = await throwUntilClosed(url, left, frames.length - left.length);
    left = left.slice(Math.max(1, sent));
    thrown.text += text;
    thrown.answers.set(`closed ${code}`, (thrown.answers.get(`closed ${code}`) ?? 0) + 1);
    if (!CLOSE_CODES.includes(code)) thrown.complaints.push(`The socket was closed with ${code}: ${text.slice(-500)}`);
    if (INSIDES.test(text)) thrown.complaints.push(`A socket shows insides: ${text.slice(0, 500)}`);
  }
  return thrown;
}

function throwUntilClosed(
  url: string,
  frames: readonly (string | Buffer)[],
  first: number,
): Promise<{ sent: number; code: number; text: string }> {
  const socket = new WebSocket(url);
  let sent = 0;
  let text = '';
  return new Promise((resolve) => {
    socket.on('open', () => {
      for (const [place, frame] of frames.entries()) {
        const index = first + place;
        if (socket.readyState !== socket.OPEN) break;
        sent += 1;
        throwOne(socket, frame, index);
        // A frame of text that is none closes the connection: what follows goes onto the next.
        if (index % 10 === 9) break;
      }
      socket.close(1000);
    });
    socket.on('message', (data) => {
      text += String(data);
    });
    socket.on('error', () => {});
    socket.on('close', (code) => resolve({ sent, code, text }));
  });
}

function throwOne(socket: WebSocket, frame: string | Buffer, index: number): void {
  const bytes = Buffer.from(frame);
  switch (index % 10) {
    case 9:
      socket.send(index % 20 === 9 ? Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) : Buffer.alloc(1_200_000, 0x20), { binary: false });
      return;
    case 3:
    case 6: {
      const middle = Math.floor(bytes.length / 2);
      socket.send(bytes.subarray(0, middle), { binary: false, fin: false });
      socket.send(bytes.subarray(middle), { binary: false, fin: true });
      return;
    }
    default:
      socket.send(bytes, { binary: typeof frame !== 'string' });
  }
}
