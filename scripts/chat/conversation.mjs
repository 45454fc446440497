import { randomUUID } from 'node:crypto';

/**
 * @typedef {import('@foyer/contracts/chat-socket.ts').ServerFrame} ServerFrame
 * @typedef {import('@foyer/contracts/chat-socket.ts').ClientFrame} ClientFrame
 * @typedef {'answered' | 'with-team' | 'failed' | 'ended'} Outcome
 * @typedef {{ id: string, content: string, tries: number, seq?: number, settle(outcome: Outcome): void }} Sent
 * @typedef {object} ConversationParts
 * @property {import('./screen.mjs').Screen} screen
 * @property {(frame: ClientFrame) => void} send reaches nobody while the connection is lost
 * @property {() => void} onEnded
 */

/** What the server asks to send again is sent again so often, with so much time between. */
const MOST_TRIES = 10;
const SEND_AGAIN_AFTER_MS = 2_000;

/**
 * What a visitor has said and been told, across connections. What is not acknowledged is sent again under the same id, so that it
 * is stored once.
 * @param {ConversationParts} parts
 */
export function createConversation({ screen, send, onEnded }) {
  /** @type {Map<string, Sent>} without an answer yet */
  const sent = new Map();
  /** @type {Set<number>} durable frames that are known beyond `lastSeq` */
  const known = new Set();
  let lastSeq = 0;
  let withTeam = false;
  let isEnding = false;

  return {
    lastSeq: () => lastSeq,

    /** @param {string} content @returns {Promise<Outcome>} */
    say: (content) =>
      new Promise((resolve) => {
        const id = randomUUID();
        const settle = (/** @type {Outcome} */ outcome) => {
          sent.delete(id);
          resolve(outcome);
        };
        sent.set(id, { id, content, tries: 0, settle });
        transmit(id);
      }),

    end: () => {
      isEnding = true;
      send({ type: 'end_session' });
    },

    /** Connected, perhaps again. */
    ready: () => {
      for (const { id, seq } of sent.values()) if (seq === undefined) transmit(id);
      if (withTeam) settleStored('with-team');
      if (isEnding) send({ type: 'end_session' });
    },

    /** @param {ServerFrame} frame */
    receive: (frame) => {
      switch (frame.type) {
        case 'message_ack':
          return stored(frame.clientMessageId, frame.seq);
        case 'token':
          return screen.token(frame.messageId, frame.delta, frame.offset);
        case 'message_reset':
          return screen.withdraw(frame.messageId);
        case 'typing':
          return typing(frame.state);
        case 'error':
          return refused(frame);
        case 'message':
          return isNew(frame.seq) ? message(frame) : undefined;
        case 'status':
          if (!('seq' in frame)) return quality(frame.status);
          return isNew(frame.seq) ? status(frame.status) : undefined;
        case 'escalation':
          if (isNew(frame.seq) && frame.message !== undefined) screen.notice(frame.message);
          return;
        case 'read':
          isNew(frame.seq);
      }
    },
  };

  /** @param {string} id */
  function transmit(id) {
    const entry = sent.get(id);
    if (entry) send({ type: 'user_message', content: entry.content, clientMessageId: id });
  }

  /** @param {string | undefined} id @param {number} seq */
  function stored(id, seq) {
    isNew(seq);
    const entry = sent.get(id ?? '');
    if (!entry) return;
    entry.seq = seq;
    if (withTeam) entry.settle('with-team');
  }

  /** @param {Extract<ServerFrame, { type: 'message' }>} frame */
  function message({ messageId, role, content, seq, clientMessageId, author }) {
    if (role === 'user') {
      if (clientMessageId !== undefined && sent.has(clientMessageId)) return stored(clientMessageId, seq);
      return screen.message(messageId, 'you', content);
    }
    screen.message(messageId, author?.name ?? role, content);
    if (role === 'assistant') for (const entry of [...sent.values()]) if ((entry.seq ?? seq) < seq) entry.settle('answered');
  }

  /** @param {'degraded' | 'restored' | 'reconnect'} what */
  function quality(what) {
    if (what === 'degraded') screen.notice('The assistant does not answer as usual at the moment.');
    if (what === 'restored') screen.notice('The assistant answers again.');
  }

  /** @param {'session_ended' | 'handoff_requested' | 'agent_joined' | 'agent_left'} what */
  function status(what) {
    if (what === 'session_ended') {
      screen.notice('The session has ended.');
      for (const entry of [...sent.values()]) entry.settle('ended');
      return onEnded();
    }
    if (what === 'handoff_requested') screen.notice('Passed on to the team; the assistant no longer answers.');
    if (what === 'agent_joined') screen.notice('Somebody of the team has joined.');
    if (what === 'agent_left') screen.notice('The team has given the conversation back.');
    withTeam = what !== 'agent_left';
  }

  /** @param {boolean} state */
  function typing(state) {
    screen.typing(state);
    // A turn that handed over may still say a last word; once it is over, no answer will come.
    if (!state && withTeam) settleStored('with-team');
  }

  /** @param {Extract<ServerFrame, { type: 'error' }>} frame */
  function refused({ code, message: text, clientMessageId }) {
    const entry = sent.get(clientMessageId ?? '');
    if (entry && (code === 'RATE_LIMITED' || code === 'INTERNAL') && entry.tries < MOST_TRIES) {
      entry.tries += 1;
      setTimeout(transmit, SEND_AGAIN_AFTER_MS, entry.id);
      return;
    }
    screen.problem(`${code}: ${text}`);
    if (entry) entry.settle('failed');
    else if (code === 'SESSION_ENDED') onEnded();
    // The turn failed: it is tried again later, which somebody at a terminal may wait for and a pipe should not.
    else if (code === 'PROVIDER_ERROR' || code === 'INTERNAL') settleStored('failed');
  }

  /** @param {Outcome} outcome */
  function settleStored(outcome) {
    for (const entry of [...sent.values()]) if (entry.seq !== undefined) entry.settle(outcome);
  }

  /** Notes a durable frame; false when it is known already. @param {number} seq */
  function isNew(seq) {
    if (seq <= lastSeq || known.has(seq)) return false;
    known.add(seq);
    while (known.delete(lastSeq + 1)) lastSeq += 1;
    return true;
  }
}
