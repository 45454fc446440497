import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { testEnvironment } from './environment.testing.ts';
import type { Happening } from './environment.ts';
import { createLink } from './link.ts';
import type { SessionOutcome } from './session.ts';

const session = { sessionId: 's1', token: 't', wsUrl: 'ws://desk/ws/chat', expiresAt: 9e15 };

/** A link whose sockets the test holds at the other end. */
function arrange(outcomes: SessionOutcome[] = []) {
  const sockets: FakeSocket[] = [];
  const asked: boolean[] = [];
  const states: string[] = [];
  const ends: string[] = [];
  const seqs: number[] = [];
  let tell: (happening: Happening) => void = () => {};
  const environment = {
    ...testEnvironment(),
    openSocket: (): WebSocket => {
      const socket = fakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    listen: (listener: (happening: Happening) => void) => {
      tell = listener;
      return () => {};
    },
  };
  const link = createLink({
    environment,
    session: async (isRefused) => {
      asked.push(isRefused);
      return outcomes.shift() ?? { kind: 'ok', session };
    },
    afterSeq: () => Math.max(0, ...seqs),
    onFrame: (frame) => 'seq' in frame && seqs.push(frame.seq),
    onState: (state) => states.push(state),
    onEnd: ({ kind }) => ends.push(kind),
  });
  onTestFinished(() => link.stop());
  link.start();
  const socket = async (count: number): Promise<FakeSocket> => {
    await vi.waitFor(() => expect(sockets).toHaveLength(count));
    return sockets[count - 1] as FakeSocket;
  };
  const ready = async (count: number) => {
    const opened = await socket(count);
    opened.say({ type: 'session_ack', sessionId: 's1', status: 'ok', lastSeq: 0 });
    opened.say({ type: 'ready', lastSeq: 0 });
    return opened;
  };
  return { link, environment, sockets, asked, states, ends, seqs, socket, ready, happen: (happening: Happening) => tell(happening) };
}

interface FakeSocket {
  readyState: number;
  readonly sent: { type: string }[];
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;
  say(frame: ServerFrame): void;
  drop(code: number): void;
}

function fakeSocket(): FakeSocket {
  const sent: { type: string }[] = [];
  const socket: FakeSocket & { send(text: string): void; close(): void } = {
    readyState: 1,
    sent,
    send: (text) => sent.push(JSON.parse(text)),
    close: () => {
      socket.readyState = 3;
    },
    say: (frame) => socket.onmessage?.({ data: JSON.stringify(frame) }),
    drop: (code) => {
      socket.readyState = 3;
      socket.onclose?.({ code });
    },
  };
  return socket;
}

describe('a connection', () => {
  test('asks for what it has missed before it is ready, and again after it was lost', async () => {
    const { link, environment, states, ready } = arrange();
    const first = await ready(1);
    expect(first.sent).toEqual([{ type: 'resume', afterSeq: 0 }]);
    first.say({ type: 'read', seq: 7, createdAt: '', upToSeq: 1, role: 'agent' });
    first.drop(1006);
    expect([link.isReady(), link.send({ type: 'ping' })]).toEqual([false, false]);
    environment.pass(600);
    const second = await ready(2);
    expect(second.sent).toEqual([{ type: 'resume', afterSeq: 7 }]);
    expect(states).toEqual(['connecting', 'online', 'lost', 'connecting', 'online']);
  });

  test('that has gone quiet is asked whether it is there, and taken up anew where nobody answers', async () => {
    const { environment, ready, socket } = arrange();
    const first = await ready(1);
    environment.pass(30_000);
    expect(first.sent.at(-1)).toEqual({ type: 'ping' });
    first.say({ type: 'pong' });
    environment.pass(20_000);
    expect(first.readyState).toBe(1);
    environment.pass(20_000);
    expect(first.readyState).toBe(3);
    environment.pass(1_000);
    await socket(2);
  });

  test('is looked at as soon as somebody looks at the page, and begins at once when the network is back', async () => {
    const { environment, ready, happen, socket } = arrange();
    const first = await ready(1);
    happen('shown');
    expect(first.sent.at(-1)).toEqual({ type: 'ping' });
    environment.pass(3_500);
    const second = await socket(2);
    happen('offline');
    expect(second.readyState).toBe(3);
    happen('online');
    await socket(3);
  });

  test('with a token that is not taken asks for another one, once', async () => {
    const { environment, asked, ends, socket } = arrange();
    (await socket(1)).drop(4401);
    environment.pass(1);
    (await socket(2)).drop(4401);
    expect(asked).toEqual([false, true]);
    expect(ends).toEqual(['gone']);
  });

  test('that is refused for its origin is not tried again, and that of too many later than others', async () => {
    const refused = arrange();
    (await refused.socket(1)).drop(4403);
    refused.environment.pass(100_000);
    expect([refused.sockets.length, refused.ends]).toEqual([1, ['refused']]);

    const crowded = arrange();
    (await crowded.socket(1)).drop(4429);
    crowded.environment.pass(3_500);
    expect(crowded.asked).toHaveLength(1);
    crowded.environment.pass(1_000);
    await crowded.socket(2);
  });

  test('comes back within a second where the server says that it restarts', async () => {
    const { environment, ready, socket } = arrange();
    const first = await ready(1);
    first.say({ type: 'status', status: 'reconnect' });
    first.drop(1006);
    environment.pass(1_000);
    await socket(2);
  });

  test('that never opens is given up after a while and tried again', async () => {
    const { environment, socket } = arrange();
    const first = await socket(1);
    environment.pass(16_000);
    expect(first.readyState).toBe(3);
    await socket(2);
  });

  test('says that a command was dealt with when the answer to the ping behind it comes, and not before', async () => {
    const { link, ready } = arrange();
    const first = await ready(1);
    const done: string[] = [];
    link.sendSurely({ type: 'end_session' }, () => done.push('end'));
    link.sendSurely({ type: 'reject_field', fieldName: 'age' }, () => done.push('field'));
    first.say({ type: 'pong' });
    expect(done).toEqual(['end']);
    first.say({ type: 'pong' });
    expect(done).toEqual(['end', 'field']);
    expect(first.sent.map(({ type }) => type)).toEqual(['resume', 'end_session', 'ping', 'reject_field', 'ping']);
  });

  test('nobody listens to what an earlier one still says', async () => {
    const { environment, seqs, ready } = arrange();
    const first = await ready(1);
    first.drop(1006);
    environment.pass(600);
    await ready(2);
    first.say({ type: 'read', seq: 5, createdAt: '', upToSeq: 1, role: 'agent' });
    expect(seqs).toEqual([]);
  });
});
