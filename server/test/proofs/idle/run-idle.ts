import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { startProduct } from '../dialogues/product.ts';
import { startChild } from '../shared/child.ts';
import type { Held, HoldArgument, IdleTransport, Order } from './hold-sockets.ts';
import { debuggerIn, INSPECTABLE, inspectMemory, type UsedMemory } from './inspect-memory.ts';

export interface IdleOptions {
  transport: IdleTransport;
  sockets: number;
  perSession: number;
  say(line: string): void;
}

export interface IdleReport {
  sockets: number;
  sessions: number;
  openedInMs: number;
  /** Without garbage: before the first was opened, and after two rounds of pings. */
  before: UsedMemory;
  idle: UsedMemory;
  usedKilobytesEach: number;
  residentKilobytesEach: number;
  /** Of one core, while nothing happened but pings. */
  idleLoad: number;
  problems: string[];
}

const OPEN_PATIENCE_MS = 300_000;
/** Two rounds of pings take less. */
const IDLE_PATIENCE_MS = 120_000;
const ANSWER_PATIENCE_MS = 60_000;
const ROUNDS = 2;
const AT_ONCE = 40;
const SESSIONS_AT_ONCE = 16;
/** Far above what is opened here; each session keeps to its own limit. */
const NO_LIMIT = '1000000';

/** Opens so many connections to a server of their own, leaves them alone for two rounds of pings, and asks each whether it still works. */
export async function runIdle({ transport, sockets, perSession, say }: IdleOptions): Promise<IdleReport> {
  const problems: string[] = [];
  let debuggerUrl: string | undefined;
  const product = await startProduct('http://127.0.0.1:9', {
    onLine: (line) => {
      debuggerUrl ??= debuggerIn(line);
    },
    environment: {
      NODE_OPTIONS: INSPECTABLE,
      FOYER_TRUSTED_PROXIES: '127.0.0.1',
      FOYER_CHAT_CONNECTIONS_PER_ADDRESS: NO_LIMIT,
      FOYER_CHAT_CONNECTIONS_PER_APP: NO_LIMIT,
    },
  });
  const { serverPid } = product;
  if (debuggerUrl === undefined) throw new Error('The server did not say where its debugger listens.');
  const memory = await inspectMemory(debuggerUrl);
  let held: Held = { greeted: 0, alive: 0, lost: 0, leastPings: 0, answered: 0 };
  try {
    const sessions = await startSessions(product.url, Math.ceil(sockets / perSession));
    say(`  ${sessions.length} sessions`);
    const wsUrls = Array.from({ length: sockets }, (_, index) => sessions[index % sessions.length]?.chat.wsUrl ?? '');
    const before = await memory.measure();

    const startedMs = performance.now();
    const argument: HoldArgument = { transport, atOnce: AT_ONCE };
    const script = fileURLToPath(new URL('./hold-sockets.ts', import.meta.url));
    const clients = await startChild(script, argument, (message) => {
      held = message as Held;
    });
    const order = (what: Order) => clients.send(what);
    order({ open: wsUrls });
    const waitFor = async (what: string, isSo: () => boolean, patienceMs: number) => {
      const deadlineMs = performance.now() + patienceMs;
      while (!isSo()) {
        if (performance.now() > deadlineMs) {
          problems.push(`${what} took longer than ${patienceMs / 1_000} s: ${JSON.stringify(held)}`);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    };
    await waitFor('opening', () => held.greeted + held.lost >= sockets, OPEN_PATIENCE_MS);
    const openedInMs = performance.now() - startedMs;
    say(`  ${held.alive} open after ${(openedInMs / 1_000).toFixed(1)} s`);

    const [idleFromMs, busyFromMs] = [performance.now(), processorMs(serverPid)];
    await waitFor(`${ROUNDS} rounds of pings`, () => held.leastPings >= ROUNDS || held.alive === 0, IDLE_PATIENCE_MS);
    const idleLoad = (processorMs(serverPid) - busyFromMs) / (performance.now() - idleFromMs);
    const idle = await memory.measure();
    order('ask');
    await waitFor('every answer', () => held.answered >= sockets, ANSWER_PATIENCE_MS);
    if (held.alive !== sockets) problems.push(`${held.alive} of ${sockets} are alive, ${held.lost} were lost`);
    problems.push(...product.complaints.slice(0, 5));
    order('leave');
    await clients.exited;
    return {
      sockets,
      sessions: sessions.length,
      openedInMs,
      before,
      idle,
      usedKilobytesEach: ((idle.usedMegabytes - before.usedMegabytes) * 1024) / sockets,
      residentKilobytesEach: ((idle.residentMegabytes - before.residentMegabytes) * 1024) / sockets,
      idleLoad,
      problems,
    };
  } finally {
    memory.close();
    await product.stop();
  }
}

/** A hundred clicks of ten milliseconds are a second, on every Linux that Node runs on. Source: proc(5), stat. */
const CLICK_MS = 10;

function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * CLICK_MS;
}

async function startSessions(url: string, count: number): Promise<StartedSession[]> {
  const sessions: StartedSession[] = [];
  let next = 0;
  const start = async () => {
    for (let number = next++; number < count; number = next++) {
      const response = await fetch(`${url}/api/v1/widget/session/init`, {
        method: 'POST',
        // Visitors come from many addresses, and the limit on sessions per address is not what is measured.
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
        },
        body: JSON.stringify({ projectId: 'demo', widgetInstanceId: 'idle' }),
      });
      if (response.status !== 201) throw new Error(`No session: ${response.status} ${await response.text()}`);
      sessions.push((await response.json()) as StartedSession);
    }
  };
  await Promise.all(Array.from({ length: SESSIONS_AT_ONCE }, start));
  return sessions;
}
