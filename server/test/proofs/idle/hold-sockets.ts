// Holds many idle connections, in a process of its own so that its memory is not the server's.
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { childArgument, READY, tell } from '../shared/child.ts';

export type IdleTransport = 'plain' | 'socketio-websocket' | 'socketio-polling';

export interface HoldArgument {
  transport: IdleTransport;
  atOnce: number;
}

/** Told about twice a second. */
export interface Held {
  greeted: number;
  /** Those that are open now. */
  alive: number;
  /** Those that were closed or never let in. */
  lost: number;
  /** By how many pings of the server each open connection has seen, at least. */
  leastPings: number;
  /** Connections that have answered the last question whether they still work. */
  answered: number;
}

export type Order = { open: string[] } | 'ask' | 'leave';

const TELL_EVERY_MS = 500;

interface Idle {
  isGreeted: boolean;
  isLost: boolean;
  pings: number;
  hasAnswered: boolean;
  send(frame: { type: 'ping' }): void;
}

const { transport, atOnce } = childArgument<HoldArgument>();
const all: Idle[] = [];

function open(wsUrl: string): Promise<void> {
  const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
  const idle: Idle = { isGreeted: false, isLost: false, pings: 0, hasAnswered: false, send: () => {} };
  all.push(idle);
  const receive = ({ type }: { type: string }) => {
    if (type === 'session_ack') idle.isGreeted = true;
    if (type === 'pong') idle.hasAnswered = true;
    settle();
  };
  const lose = () => {
    idle.isLost = true;
    settle();
  };
  if (transport === 'plain') {
    const socket = new WebSocket(wsUrl, { perMessageDeflate: false });
    idle.send = (frame) => socket.send(JSON.stringify(frame));
    socket.on('message', (data) => receive(JSON.parse(String(data)) as { type: string }));
    socket.on('ping', () => {
      idle.pings += 1;
    });
    socket.on('close', lose);
    socket.on('error', () => {});
    return settled;
  }
  const { protocol, host, pathname, searchParams } = new URL(wsUrl);
  const socket = io(`${protocol.replace('ws', 'http')}//${host}`, {
    path: pathname,
    query: Object.fromEntries(searchParams),
    transports: [transport === 'socketio-polling' ? 'polling' : 'websocket'],
    forceNew: true,
    reconnection: false,
  });
  idle.send = ({ type }) => void socket.emit(type);
  socket.on('message', receive);
  socket.io.on('ping', () => {
    idle.pings += 1;
  });
  socket.on('disconnect', lose);
  socket.on('connect_error', lose);
  return settled;
}

function held(): Held {
  const alive = all.filter(({ isGreeted, isLost }) => isGreeted && !isLost);
  return {
    greeted: all.filter(({ isGreeted }) => isGreeted).length,
    alive: alive.length,
    lost: all.filter(({ isLost }) => isLost).length,
    leastPings: alive.reduce((least, { pings }) => Math.min(least, pings), Number.MAX_SAFE_INTEGER),
    answered: alive.filter(({ hasAnswered }) => hasAnswered).length,
  };
}

async function openAll(wsUrls: readonly string[]): Promise<void> {
  const left = wsUrls.toReversed();
  const openSome = async () => {
    for (let wsUrl = left.pop(); wsUrl !== undefined; wsUrl = left.pop()) await open(wsUrl);
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
}

process.on('message', (order: Order) => {
  if (order === 'leave') process.exit(0);
  if (order !== 'ask') return void openAll(order.open);
  for (const idle of all) {
    idle.hasAnswered = false;
    if (!idle.isLost) idle.send({ type: 'ping' });
  }
});
setInterval(() => tell(held()), TELL_EVERY_MS);
tell(READY);
