import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { databaseUrl } from '#test/database.global-setup.ts';
import { type Clock, systemClock } from '../clock.ts';
import { SetupError } from '../errors.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { createDatabase, type Database, waitForDatabase } from './database.ts';

/** Time passes only by waiting, and each wait is told to `onSleep`. */
function waitingClock(onSleep: (elapsedMs: number) => void | Promise<void> = () => {}): Clock {
  let elapsedMs = 0;
  return {
    ...systemClock,
    monotonicMs: () => elapsedMs,
    sleep: async (ms) => {
      elapsedMs += ms;
      await onSleep(elapsedMs);
    },
  };
}

function open(connectionString: string): Database {
  const database = createDatabase({ connection: connectionString, poolSize: 2, logger: silentLogger });
  onTestFinished(() => database.close());
  return database;
}

/** A way to the tests' own PostgreSQL that can be opened and shut. */
async function useGate() {
  const { superuserUrl } = inject('cluster');
  const { hostname, port: tcpPort, searchParams } = new URL(superuserUrl.replace('@/', '@localhost/'));
  const [host, port] = [searchParams.get('host') ?? hostname, searchParams.get('port') ?? (tcpPort || '5432')];
  const sockets = new Set<Socket>();
  let server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gatePort = (server.address() as AddressInfo).port;
  const shut = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  const reopen = async () => {
    server = createServer((inner) => {
      const outer = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(Number(port), host);
      for (const socket of [inner, outer]) {
        sockets.add(socket);
        socket.on('error', () => {}).on('close', () => sockets.delete(socket));
      }
      inner.pipe(outer).pipe(inner);
    });
    server.listen(gatePort, '127.0.0.1');
    await once(server, 'listening');
  };
  await shut();
  onTestFinished(async () => {
    if (server.listening) await shut();
  });
  const credentials = /^postgres(?:ql)?:\/\/([^@/]*)@/.exec(superuserUrl)?.[1] ?? 'postgres';
  return { url: `postgresql://${credentials}@127.0.0.1:${gatePort}/postgres`, reopen, shut };
}

describe('waiting for a database that is started at the same moment', () => {
  test('ends as soon as it answers', async () => {
    const gate = await useGate();
    const waits: number[] = [];
    const clock = waitingClock(async (elapsedMs) => {
      waits.push(elapsedMs);
      if (elapsedMs === 1_500) await gate.reopen();
    });
    await waitForDatabase(open(gate.url), clock);
    expect(waits).toEqual([500, 1_000, 1_500]);
  });

  test('ends after thirty seconds with a sentence, which does not repeat the address', async () => {
    const gate = await useGate();
    const error = await waitForDatabase(open(gate.url), waitingClock()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
      detail: expect.stringMatching(/^The database did not answer within 30 seconds/),
    });
    expect(String(error)).not.toContain('postgres@');
  });

  test('is not done for what waiting cannot mend', async () => {
    const waits: number[] = [];
    const clock = waitingClock((elapsedMs) => void waits.push(elapsedMs));
    const database = open(databaseUrl(inject('cluster').superuserUrl, 'no_such_database'));
    const refused = await waitForDatabase(database, clock).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SetupError);
    expect(String(refused)).toMatch(/refuses the connection: database "no_such_database" does not exist\. Check DATABASE_URL/);
    expect(waits).toEqual([]);
  });
});

describe('a database that goes away and comes back', () => {
  test('is said to be away, and is used again without a restart', async () => {
    const gate = await useGate();
    await gate.reopen();
    const database = open(gate.url);
    expect(await database.isConnected()).toBe(true);

    await gate.shut();
    expect(await database.isConnected()).toBe(false);
    await expect(database.connect()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503, retryAfterSeconds: 2 });

    await gate.reopen();
    expect(await database.isConnected()).toBe(true);
    const client = await database.connect();
    client.release();
  });
});

describe('a database that accepts and hangs up in the same breath, as one that is being stopped does', () => {
  test('fails what is asked of it, and the process lives on', async () => {
    const message = (type: string, body: Buffer) =>
      Buffer.concat([Buffer.from(type), Buffer.from(Uint32Array.of(body.length + 4).buffer).swap32(), body]);
    const accepted = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
    const stopped = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(Buffer.concat([...accepted, stopped])));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const database = open(`postgresql://u:p@127.0.0.1:${(server.address() as AddressInfo).port}/d`);

    const client = await database.connect();
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
  });
});
