import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Logger } from '#platform/telemetry/logger.ts';
import { createWorkshop, hasSystemBinaries, query, SYSTEM_BINARIES } from './embedded-postgres.testing.ts';

const workshop = createWorkshop();
afterEach(() => workshop.cleanUp());

describe('a database of our own', () => {
  test('is made on the first start and keeps its rows over a stop and a lost password file', async () => {
    const directory = workshop.directory();
    const first = await workshop.start(directory);
    await query(first.connection, 'create table greetings as select 42 as answer');
    expect(statSync(join(directory, 'postgres/password')).mode & 0o777).toBe(0o600);
    await first.stop();
    expect(first.status).toBe('stopped');

    const second = await workshop.start(directory);
    expect(second.connection).toEqual(first.connection);
    expect(await query(second.connection, 'select answer from greetings')).toEqual([[42]]);
    await second.stop();

    rmSync(join(directory, 'postgres/password'));
    const third = await workshop.start(directory);
    expect(third.connection.password).not.toBe(first.connection.password);
    expect(await query(third.connection, 'select answer from greetings')).toEqual([[42]]);
  });

  test('takes nobody without the password, listens on no network, and compares texts by code point', async () => {
    const { connection } = await workshop.start(workshop.directory());

    await expect(query({ ...connection, password: 'guess' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const settings = `select current_setting('listen_addresses'), current_setting('server_encoding'), current_setting('data_checksums'), 'B' < 'a', upper('é')`;
    expect(await query(connection, settings)).toEqual([['', 'UTF8', 'on', true, 'É']]);
  });

  test.each([
    ['spaces, quotes and commas', `the "front", d'esk`],
    ['a path too long for a socket', join(...Array.from({ length: 8 }, () => 'a-rather-long-name'))],
  ])('lives in a folder with %s', async (_name, path) => {
    const server = await workshop.start(join(workshop.directory(), path));

    expect(await query(server.connection, 'select 1')).toEqual([[1]]);
    await server.stop();
    expect(existsSync(join(server.connection.host, '.s.PGSQL.5432'))).toBe(false);
  });

  test('a second start on the same data is refused, and possible after the first has stopped', async () => {
    const directory = workshop.directory();
    const first = await workshop.start(directory);

    const refusal = { code: 'DATA_DIRECTORY_IN_USE', detail: expect.stringContaining(`process ${process.pid}`) };
    await expect(workshop.start(directory)).rejects.toMatchObject(refusal);
    await first.stop();
    await expect(workshop.start(directory)).resolves.toBeDefined();
  });

  test('what an interrupted first start left is cleared away', async () => {
    const directory = workshop.directory();
    mkdirSync(join(directory, 'postgres/cluster-unfinished-1/base'), { recursive: true });

    await workshop.start(directory);
    expect(readdirSync(join(directory, 'postgres')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('people’s data in a failing statement reaches no log', async () => {
    const lines: string[] = [];
    const write = (message: string, fields?: Record<string, unknown>) => void lines.push(message + JSON.stringify(fields));
    const logger: Logger = { debug: write, info: write, warn: write, error: write, child: () => logger };
    const { connection } = await workshop.start(workshop.directory(), { logger });

    await expect(query(connection, `select 'my chest hurts'::int`)).rejects.toThrow('my chest hurts');
    await query(connection, 'select pg_reload_conf()');
    await vi.waitFor(() => expect(lines.join('\n')).toContain('SIGHUP'));
    expect(lines.join('\n')).not.toContain('chest');
  });
});

describe('what goes wrong at the start is said', () => {
  test('a setting that PostgreSQL refuses', async () => {
    const start = workshop.start(workshop.directory(), { settings: { shared_buffers: 'a lot' } });
    await expect(start).rejects.toMatchObject({ code: 'DATABASE_NOT_STARTED', detail: expect.stringContaining('shared_buffers') });
  });

  test('programs that are not there', async () => {
    const start = workshop.start(workshop.directory(), { binaries: '/nowhere/bin' });
    await expect(start).rejects.toMatchObject({ code: 'EMBEDDED_DATABASE_DOES_NOT_RUN', detail: expect.stringContaining('/nowhere/bin') });
  });

  test('a path that is a file', async () => {
    const file = join(workshop.directory(), 'data');
    writeFileSync(file, '');
    await expect(workshop.start(file)).rejects.toMatchObject({ code: 'DATA_DIRECTORY_UNUSABLE', detail: expect.stringContaining(file) });
  });

  test('a path that PostgreSQL has no room for', async () => {
    const path = join(workshop.directory(), ...Array.from({ length: 5 }, () => 'x'.repeat(200)));
    await expect(workshop.start(path)).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_UNUSABLE',
      detail: expect.stringContaining('too long'),
    });
  });
});

describe.skipIf(!hasSystemBinaries)('PostgreSQL 15 of the system', () => {
  test('runs by the same code, and data of another major version is refused with both numbers', async () => {
    const directory = workshop.directory();
    const server = await workshop.start(directory, { binaries: SYSTEM_BINARIES });
    expect(server.version).toMatch(/^15\./);
    expect(await query(server.connection, `select upper('é'), 'B' < 'a'`)).toEqual([['É', true]]);
    await server.stop();

    const refusal = { code: 'DATABASE_VERSION_MISMATCH', detail: expect.stringMatching(/PostgreSQL 15.*PostgreSQL 18/) };
    await expect(workshop.start(directory)).rejects.toMatchObject(refusal);
  });

  test('what initdb complains about is in the error, and nothing half-made stays', async () => {
    const programs = workshop.directory();
    for (const name of ['initdb', 'postgres']) cpSync(join(SYSTEM_BINARIES, name), join(programs, 'bin', name));
    for (const folder of [programs, join(programs, 'bin')]) chmodSync(folder, 0o755);
    const directory = workshop.directory();

    const start = workshop.start(directory, { binaries: join(programs, 'bin') });
    await expect(start).rejects.toMatchObject({ code: 'DATABASE_NOT_CREATED', detail: expect.stringContaining('initdb') });
    expect(readdirSync(join(directory, 'postgres'))).toEqual(['password']);
  });
});
