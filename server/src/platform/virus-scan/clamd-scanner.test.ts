import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { systemClock } from '../clock.ts';
import { EICAR, EICAR_NAME, hasClamd, STREAM_LIMIT_BYTES, startTestClamd, type TestClamd } from './clamd.testing.ts';
import { parseClamdAddress } from './clamd-address.ts';
import { createClamdScanner } from './clamd-scanner.ts';

const AWAY = { code: 'VIRUS_SCAN_UNAVAILABLE', status: 503 };
const content = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)));

describe('the address of a clamd', () => {
  test.each([
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['[::1]:3310', { host: '::1', port: 3310 }],
    ['clamd.internal:3310', { host: 'clamd.internal', port: 3310 }],
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['clamd', undefined],
    ['clamd:', undefined],
    ['clamd:0', undefined],
    ['clamd:99999', undefined],
    ['tcp://clamd:3310', undefined],
    ['', undefined],
  ])('%j', (text, address) => {
    expect(parseClamdAddress(text)).toEqual(address);
  });
});

describe.skipIf(!hasClamd)(`a real clamd${hasClamd ? '' : ' (skipped: no clamd)'}`, () => {
  let clamd: TestClamd;
  beforeAll(async () => {
    clamd = await startTestClamd();
  });
  afterAll(() => clamd?.stop());

  const scanners = () => [
    createClamdScanner({ address: { host: '127.0.0.1', port: clamd.port }, clock: systemClock }),
    createClamdScanner({ address: { path: clamd.socketPath }, clock: systemClock }),
  ];

  test('tells clean from infected, over TCP and over a Unix socket', async () => {
    for (const scanner of scanners()) {
      expect(await scanner.scan(content('Guten ', '', 'Tag'))).toEqual({ isClean: true });
      expect(await scanner.scan(content())).toEqual({ isClean: true });
      expect(await scanner.scan(content(EICAR.slice(0, 20), EICAR.slice(20)))).toEqual({
        isClean: false,
        finding: `${EICAR_NAME}.UNOFFICIAL`,
      });
    }
  });

  test('takes a file up to its own limit, and nothing above it passes as clean', async () => {
    for (const scanner of scanners()) {
      const chunk = 'x'.repeat(STREAM_LIMIT_BYTES / 8);
      expect(await scanner.scan(content(...Array.from({ length: 8 }, () => chunk)))).toEqual({ isClean: true });
      await expect(scanner.scan(content(...Array.from({ length: 64 }, () => chunk)))).rejects.toMatchObject(AWAY);
    }
  });

  test('is left alone when the content breaks off', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('the disk is gone');
    }
    for (const scanner of scanners()) await expect(scanner.scan(broken())).rejects.toThrow('the disk is gone');
  });
});

describe('what is no answer of clamd lets nothing through', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const scannerOf = async (answer: (socket: Socket) => void, clock = systemClock) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      answer(socket);
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return createClamdScanner({ address: { host: '127.0.0.1', port: (server.address() as { port: number }).port }, clock });
  };

  test.each<[string, (socket: Socket) => void]>([
    ['an error', (socket) => socket.end('stream: Can’t allocate memory ERROR\0')],
    ['an answer that says OK of something else', (socket) => socket.end('INSTREAM: OK\0')],
    ['an answer that is cut off', (socket) => socket.end('stream: OK')],
    ['no answer', (socket) => socket.end()],
    ['a reset', (socket) => socket.resetAndDestroy()],
    ['an endless answer', (socket) => socket.write('x'.repeat(100_000))],
  ])('%s', async (_what, answer) => {
    await expect((await scannerOf(answer)).scan(content('hello'))).rejects.toMatchObject(AWAY);
  });

  test('nobody at that address', async () => {
    const scanner = await scannerOf(() => undefined);
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    await expect(scanner.scan(content('hello'))).rejects.toMatchObject(AWAY);
    const nowhere = createClamdScanner({ address: { path: '/nonexistent/clamd.sock' }, clock: systemClock });
    await expect(nowhere.scan(content('hello'))).rejects.toMatchObject(AWAY);
  });

  test('silence', async () => {
    const clock = createFakeClock();
    const asked = new Promise<void>((resolve) => {
      void scannerOf((socket) => void socket.once('data', () => resolve()), clock).then((scanner) => {
        silent = scanner.scan(content('hello'));
        silent.catch(() => undefined);
      });
    });
    let silent: Promise<unknown> | undefined;
    await asked;
    await clock.advance(150_000);
    await expect(silent).rejects.toMatchObject(AWAY);
    expect(clock.pendingTimers()).toBe(0);
  });
});
