import type { ClientFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { backoffMs } from './backoff.ts';
import type { Environment } from './environment.ts';
import type { SessionOutcome } from './session.ts';
import { openSocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

/** The connection to the server, taken up again whenever it is lost. */
export interface Link {
  start(): void;
  stop(): void;
  isReady(): boolean;
  /** False where it cannot be sent now. */
  send(frame: ClientFrame): boolean;
  /** The same, and tells when the server has dealt with it: a ping goes behind it, and the server keeps their order. */
  sendSurely(frame: ClientFrame, onDone: () => void): boolean;
  /** Asks again for everything after a place: what is known, where it is left out. */
  resume(after?: number): void;
}

export interface LinkParts {
  environment: Environment;
  /** A session with a token that holds. */
  session(isRefused: boolean): Promise<SessionOutcome>;
  /** Up to where everything is known. */
  afterSeq(): number;
  onFrame(frame: ServerFrame): void;
  onState(state: 'connecting' | 'online' | 'lost'): void;
  /** It makes no sense to go on. */
  onEnd(outcome: Exclude<SessionOutcome, { kind: 'ok' | 'away' }>): void;
}

const TICK_MS = 5_000;
const OPENING_MS = 15_000;
/** A server that has said nothing for so long is asked whether it is there. */
const QUIET_MS = 25_000;
const PATIENCE_MS = 8_000;
/** After the device has slept, or changed its network, connections are often dead without knowing. */
const PATIENCE_AFTER_WAKING_MS = 3_000;
const SLEPT_MS = TICK_MS + 10_000;
/** So many sockets in a row that never opened, and the other way is tried. */
const SOCKETS_TRIED = 2;

export function createLink({ environment, session, afterSeq, onFrame, onState, onEnd }: LinkParts): Link {
  let transport: Transport | undefined;
  let isReady = false;
  let isStopped = true;
  let failures = 0;
  let socketFailures = 0;
  let isRefused = false;
  /** The server has said that it restarts. */
  let isRestarting = false;
  /** Counts attempts: what an earlier one brings is not listened to. */
  let attempts = 0;
  let lastSign = 0;
  let pongs: (() => void)[] = [];
  let cancelRetry = () => {};
  let cancelDoubt = () => {};
  let cancelTick = () => {};
  let stopListening = () => {};

  const close = () => {
    attempts++;
    transport?.close();
    transport = undefined;
    isReady = false;
    pongs = [];
    cancelRetry();
    cancelDoubt();
  };

  /** @param delayMs before the next attempt; as long as failures in a row call for where it is left out */
  const lose = (delayMs?: number) => {
    close();
    if (isStopped) return;
    failures++;
    onState('lost');
    cancelRetry = environment.after(delayMs ?? backoffMs(failures, environment.random()), attempt);
  };

  const end = (outcome: Parameters<LinkParts['onEnd']>[0]) => {
    stop();
    onEnd(outcome);
  };

  const attempt = async () => {
    close();
    const mine = attempts;
    onState('connecting');
    const outcome = await session(isRefused);
    if (mine !== attempts) return;
    if (outcome.kind === 'away') return lose();
    if (outcome.kind !== 'ok') return end(outcome);

    const isSocket = socketFailures < SOCKETS_TRIED;
    let isGreeted = false;
    const fail = (code: number) => {
      if (!isGreeted) socketFailures = isSocket ? socketFailures + 1 : SOCKETS_TRIED - 1;
      onClosed(code);
    };
    cancelDoubt = environment.after(OPENING_MS, () => fail(1006));
    try {
      const open = isSocket ? openSocketTransport : (await import('./event-transport.ts')).openEventTransport;
      if (mine !== attempts) return;
      transport = open(
        outcome.session,
        afterSeq(),
        {
          onFrame: (frame) => {
            if (mine !== attempts) return;
            if (frame.type === 'session_ack') isGreeted = true;
            hear(frame);
          },
          onSign,
          onClose: (code) => {
            if (mine === attempts) fail(code);
          },
        },
        environment,
      );
    } catch {
      // A page's policy forbids it.
      fail(1006);
    }
  };

  const onSign = () => {
    lastSign = environment.now();
    if (isReady) cancelDoubt();
  };

  const hear = (frame: ServerFrame) => {
    onSign();
    if (frame.type === 'status' && frame.status === 'reconnect') isRestarting = true;
    if (frame.type === 'pong') pongs.shift()?.();
    if (frame.type === 'ready') {
      cancelDoubt();
      isReady = true;
      isRefused = isRestarting = false;
      failures = socketFailures = 0;
      onState('online');
    }
    onFrame(frame);
    if (frame.type === 'session_ack') transport?.resume(afterSeq());
  };

  const onClosed = (code: number) => {
    const wasRefused = isRefused;
    const isSoon = isRestarting || code === 1012;
    isRefused = code === 4401;
    isRestarting = false;
    if (code === 4403) return end({ kind: 'refused', status: 403, code: 'FORBIDDEN_ORIGIN', detail: '' });
    if (code === 4404 || (isRefused && wasRefused)) return end({ kind: 'gone' });
    if (isRefused) return lose(0);
    if (code === 4429) failures += 4;
    lose(isSoon ? environment.random() * 1_000 : undefined);
  };

  const ping = (onPong = () => {}) => {
    pongs.push(onPong);
    return transport?.send({ type: 'ping' }) ?? false;
  };

  /** Asks the server whether it is still there. */
  const doubt = (patienceMs: number) => {
    cancelDoubt();
    ping();
    cancelDoubt = environment.after(patienceMs, () => lose(0));
  };

  let tickedAt = 0;
  const tick = () => {
    const now = environment.now();
    const hasSlept = now - tickedAt > SLEPT_MS;
    tickedAt = now;
    cancelTick = environment.after(TICK_MS, tick);
    if (hasSlept) wake();
    else if (isReady && now - lastSign > QUIET_MS) {
      lastSign = now;
      doubt(PATIENCE_MS);
    }
  };
  const wake = () => {
    failures = 0;
    if (isReady) doubt(PATIENCE_AFTER_WAKING_MS);
    else if (!transport) attempt();
  };

  const stop = () => {
    isStopped = true;
    stopListening();
    cancelTick();
    close();
  };

  return {
    start: () => {
      if (!isStopped) return;
      isStopped = false;
      failures = socketFailures = 0;
      isRefused = false;
      tickedAt = environment.now();
      cancelTick = environment.after(TICK_MS, tick);
      stopListening = environment.listen((happening) => {
        if (happening === 'put-aside') close();
        else if (happening === 'offline') lose();
        else if (happening === 'taken-out') attempt();
        else wake();
      });
      attempt();
    },
    stop,
    isReady: () => isReady,
    send: (frame) => isReady && (transport?.send(frame) ?? false),
    sendSurely: (frame, onDone) => isReady && (transport?.send(frame) ?? false) && ping(onDone),
    resume: (after = afterSeq()) => {
      if (isReady) transport?.resume(after);
    },
  };
}
