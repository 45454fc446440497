import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '#app/build-app.ts';
import { readConfig } from '#app/config.ts';
import { systemClock } from '#platform/clock.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { databaseUrl } from '../database.global-setup.ts';
import { useTestDatabase } from '../test-database.ts';

const MAIN = resolve(import.meta.dirname, '../../src/app/main.ts');
const ABOUT_SURROUNDINGS = 78;

/** Starts the server with just these variables and waits until it has given up. */
async function start(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [MAIN], {
    // What was compiled once need not be compiled for each start.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'foyer-compiled-for-tests'), LOG_LEVEL: 'silent', FOYER_DEMO: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  onTestFinished(() => void child.kill('SIGKILL'));
  const [code] = await once(child, 'close');
  return { code, said };
}

function useDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'foyer-refused-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const STACK = /\n\s+at /;

describe('a start that cannot succeed ends with code 78 and a sentence for whoever started it', () => {
  test('wrong variables: all of them at once, by name, without their values', async () => {
    const { code, said } = await start({
      PORT: '80a',
      DATABASE_URL: 'mysql://root:hunter2@db/foyer',
      FOYER_ADMIN_EMAIL: 'ada@example.org',
      FOYER_MASTER_KEY: 'hunter2',
      FOYER_DATA_DR: '/hunter2',
      LOG_LEVEL: 'loud',
    });
    expect(code).toBe(ABOUT_SURROUNDINGS);
    for (const name of ['PORT', 'DATABASE_URL', 'FOYER_ADMIN_PASSWORD', 'FOYER_MASTER_KEY', 'FOYER_DATA_DR', 'LOG_LEVEL']) {
      expect(said).toContain(name);
    }
    expect(said).not.toMatch(/hunter2/);
    expect(said).not.toMatch(STACK);
  });

  test('a port that another program uses', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { connectionString } = await useTestDatabase();
    const { code, said } = await start({ DATABASE_URL: connectionString, FOYER_DATA_DIR: useDirectory(), PORT: String(port) });
    expect(said).toContain(`Cannot listen on 127.0.0.1, port ${port}: another program uses it (set PORT to another).`);
    expect({ code, stack: STACK.test(said) ? said : '' }).toEqual({ code: ABOUT_SURROUNDINGS, stack: '' });
  });

  test('a data directory that cannot be made', async () => {
    const file = join(useDirectory(), 'file');
    writeFileSync(file, '');
    const { connectionString } = await useTestDatabase();
    const { code, said } = await start({ DATABASE_URL: connectionString, FOYER_DATA_DIR: join(file, 'data'), PORT: '0' });
    expect(said).toMatch(/cannot be used: .*file\/data.* Set FOYER_DATA_DIR/);
    expect({ code, stack: STACK.test(said) ? said : '' }).toEqual({ code: ABOUT_SURROUNDINGS, stack: '' });
  });

  test('a database that refuses us', async () => {
    const { connectionString } = await useTestDatabase();
    const DATABASE_URL = databaseUrl(connectionString, 'no_such_database');
    const { code, said } = await start({ DATABASE_URL, FOYER_DATA_DIR: useDirectory(), PORT: '0' });
    expect(said).toMatch(/refuses the connection: database "no_such_database" does not exist/);
    expect(said).not.toContain('only-for-tests');
    expect({ code, stack: STACK.test(said) ? said : '' }).toEqual({ code: ABOUT_SURROUNDINGS, stack: '' });
  });
});

test('a database that does not come up is given up after thirty seconds, and nothing is left open', async () => {
  let elapsedMs = 0;
  const clock = {
    ...systemClock,
    monotonicMs: () => elapsedMs,
    sleep: async (ms: number) => {
      elapsedMs += ms;
    },
  };
  const config = readConfig({ DATABASE_URL: 'postgresql://foyer:hunter2@127.0.0.1:1/foyer', FOYER_DATA_DIR: useDirectory(), PORT: '0' });
  const error = await buildApp(config, { clock, logger: silentLogger }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', detail: expect.stringContaining('did not answer within 30 seconds') });
  expect(String(error)).not.toContain('hunter2');
  expect(elapsedMs).toBe(30_000);
});
