import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readProcess } from '#test/processes/process-tree.ts';
import { createWorkshop, query } from './embedded-postgres.testing.ts';

const workshop = createWorkshop();
afterEach(() => workshop.cleanUp());

const patiently = { timeout: 25_000, interval: 20 };

describe('a database that dies under us', () => {
  test('is reported, restarted, and has every committed row', async () => {
    const server = await workshop.start(workshop.directory(), { settings: { fsync: 'on' } });
    await query(server.connection, 'create table messages as select 1 as id');
    const exits: unknown[] = [];
    server.onExit((exit) => exits.push(exit, server.status));

    process.kill(server.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(exits).toEqual([{ code: null, signal: 'SIGKILL', watchdogLost: false }, 'restarting']), patiently);
    await vi.waitFor(() => expect(server.status).toBe('ready'), patiently);
    expect(await query(server.connection, 'select id from messages')).toEqual([[1]]);
  });

  test.runIf(process.platform === 'linux')('comes back although one of its processes hangs and holds on to its memory', async () => {
    const server = await workshop.start(workshop.directory());
    const main = server.pid ?? 0;
    const [[child] = []] = await query(server.connection, `select pid from pg_stat_activity where backend_type = 'checkpointer'`);

    process.kill(Number(child), 'SIGSTOP');
    process.kill(main, 'SIGKILL');
    await vi.waitFor(() => expect(server.status).toBe('restarting'), patiently);
    await vi.waitFor(() => expect(server.status).toBe('ready'), patiently);
    expect(readProcess(Number(child))).toBeUndefined();
  });

  test('without its watchdog, it is stopped and started under a new one', async () => {
    const server = await workshop.start(workshop.directory());
    const before = { pid: server.pid, watchdogPid: server.watchdogPid };

    process.kill(before.watchdogPid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(server.status).toBe('restarting'), patiently);
    await vi.waitFor(() => expect(server.status).toBe('ready'), patiently);
    expect(server.watchdogPid).not.toBe(before.watchdogPid);
    expect(server.pid).not.toBe(before.pid);
    expect(await query(server.connection, 'select 1')).toEqual([[1]]);
  });

  test('can be stopped while it is being restarted', async () => {
    const server = await workshop.start(workshop.directory());
    const gone = new Promise((resolve) => server.onExit(resolve));

    process.kill(server.pid ?? 0, 'SIGKILL');
    await gone;
    await server.stop();
    expect(server.status).toBe('stopped');
    expect(server.pid).toBeUndefined();
  });
});

describe('a start after a bad end', () => {
  test('is not misled by a record whose process number now belongs to another program', async () => {
    const directory = workshop.directory();
    const first = await workshop.start(directory);
    const record = join(directory, 'postgres/cluster/postmaster.pid');
    const lines = readFileSync(record, 'utf8').split('\n');
    await first.stop();

    writeFileSync(record, [String(process.pid), ...lines.slice(1)].join('\n'));
    await expect(workshop.start(directory)).resolves.toMatchObject({ status: 'ready' });
  });

  test('recovers from kill -9 in the middle of making the data', async () => {
    const directory = workshop.directory();
    const main = join(import.meta.dirname, '../../../../test/processes/database-only-main.ts');
    const server = spawn(process.execPath, [main], { env: { PORT: '0', FOYER_DATA_DIR: directory }, stdio: 'ignore' });
    const folder = join(directory, 'postgres');
    await vi.waitFor(() => expect(readdirSync(folder).some((name) => name.startsWith('cluster-unfinished'))).toBe(true), patiently);
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(existsSync(join(folder, 'cluster'))).toBe(false);

    const next = await workshop.start(directory);
    expect(await query(next.connection, 'select 1')).toEqual([[1]]);
  });

  test.runIf(process.platform === 'linux')('stops a database whose server and watchdog were both killed', async () => {
    const directory = workshop.directory();
    const main = join(import.meta.dirname, '../../../../test/processes/database-only-main.ts');
    const server = spawn(process.execPath, [main], { env: { PORT: '0', FOYER_DATA_DIR: directory }, stdio: 'ignore' });
    const record = join(directory, 'postgres/cluster/postmaster.pid');
    await vi.waitFor(() => expect(readFileSync(record, 'utf8')).toContain('ready'), patiently);
    const orphan = Number(readFileSync(record, 'utf8').split('\n')[0]);
    const watchdog = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${orphan}/status`, 'utf8'))?.[1]);
    process.kill(watchdog, 'SIGSTOP');
    server.kill('SIGKILL');
    process.kill(watchdog, 'SIGKILL');
    await once(server, 'exit');
    expect(readProcess(orphan)).toBeDefined();

    const next = await workshop.start(directory);
    expect(readProcess(orphan)).toBeUndefined();
    expect(next.status).toBe('ready');
  });
});
