import { Problem } from '../lib/terminal.mjs';
import { refreshSession } from './session.mjs';

/**
 * @typedef {import('@foyer/contracts/chat-socket.ts').ServerFrame} ServerFrame
 * @typedef {import('@foyer/contracts/chat-socket.ts').ClientFrame} ClientFrame
 * @typedef {object} ConnectionParts
 * @property {string} url
 * @property {import('./session.mjs').StartedSession} session
 * @property {() => number} lastSeq up to where everything durable is known
 * @property {(frame: ServerFrame) => void} onFrame
 * @property {() => void} onReady connected, and everything missed has been shown
 * @property {() => void} onLost gone; it is tried again
 * @property {(problem: Problem) => void} onGone for good
 * @typedef {{ send(frame: ClientFrame): void, close(): void }} Connection
 */

const RETRY_DELAYS_MS = [200, 500, 1_000, 2_000, 3_000];
const GIVE_UP_AFTER_MS = 120_000;
/** A network that drops everything closes nothing: it is noticed by the silence after our own question. */
const PING_EVERY_MS = 20_000;

const TOKEN_REFUSED = 4401;
/** Connecting again would end the same way. */
const FINAL_CODES = [4403, 4429];

/** Keeps a chat socket open until it is closed here: a lost one is opened again and resumed. @param {ConnectionParts} parts @returns {Connection} */
export function keepConnected({ url, session, lastSeq, onFrame, onReady, onLost, onGone }) {
  let { token } = session;
  let address = session.chat.wsUrl;
  /** @type {WebSocket | undefined} */
  let socket;
  let isReady = false;
  let isClosed = false;
  let failures = 0;
  let lostSinceMs = performance.now();
  let heard = true;
  /** @type {Extract<ServerFrame, { type: 'error' }> | undefined} said right before the server closes */
  let lastError;

  const pinging = setInterval(() => {
    if (!isReady) return;
    if (!heard) return lose(socket, 1006);
    heard = false;
    send({ type: 'ping' });
  }, PING_EVERY_MS);
  connect();

  return {
    send: (frame) => {
      if (isReady) send(frame);
    },
    close,
  };

  function connect() {
    const opened = new WebSocket(address);
    socket = opened;
    opened.addEventListener('message', ({ data }) => {
      if (opened === socket) receive(JSON.parse(String(data)));
    });
    // A failure to connect is followed by a close event, which says all that there is to say.
    opened.addEventListener('error', () => {});
    opened.addEventListener('close', ({ code }) => lose(opened, code));
  }

  /** @param {ServerFrame} frame */
  function receive(frame) {
    heard = true;
    if (frame.type === 'pong') return;
    if (frame.type === 'session_ack') return send({ type: 'resume', afterSeq: lastSeq() });
    if (frame.type === 'ready') {
      isReady = true;
      failures = 0;
      return onReady();
    }
    if (frame.type === 'error' && !isReady) {
      lastError = frame;
      return;
    }
    onFrame(frame);
  }

  /** @param {WebSocket | undefined} which @param {number} code */
  function lose(which, code) {
    if (isClosed || which !== socket) return;
    socket = undefined;
    which?.close();
    if (isReady) {
      lostSinceMs = performance.now();
      onLost();
    }
    isReady = false;
    heard = true;
    if (FINAL_CODES.includes(code)) return giveUp(lastError?.message ?? `The server closed the connection (${code}).`);
    if (performance.now() - lostSinceMs > GIVE_UP_AFTER_MS) return giveUp('The server could not be reached for two minutes.');
    const delayMs = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)];
    failures += 1;
    setTimeout(() => void reconnect(code), delayMs);
  }

  /** @param {number} code */
  async function reconnect(code) {
    try {
      // Only a refused token needs another; a second refusal in a row is about something else.
      if (code === TOKEN_REFUSED && failures > 2) return giveUp(lastError?.message ?? 'The token was refused.');
      if (code === TOKEN_REFUSED) {
        const refreshed = await refreshSession(url, token);
        token = refreshed.token;
        address = refreshed.chat.wsUrl;
      }
      if (!isClosed) connect();
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {string} message */
  function giveUp(message) {
    if (isClosed) return;
    close();
    onGone(new Problem(message));
  }

  /** @param {ClientFrame} frame */
  function send(frame) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  function close() {
    isClosed = true;
    clearInterval(pinging);
    socket?.close();
  }
}
