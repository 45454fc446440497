import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { systemClock } from '#platform/clock.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EventDraft } from '#platform/db/unit-of-work.ts';
import { unavailable } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { FileStorage } from '#platform/storage/file-storage.ts';
import { openLocalStorage } from '#platform/storage/local-storage.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { VirusScanner } from '#platform/virus-scan/virus-scanner.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { claimFiles } from './files.repository.ts';
import { createFiles } from './files.service.ts';
import { sweepFiles } from './sweep-files.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());

const HOUR_MS = 3_600_000;

async function arrange({
  scanner,
  wrap = (storage) => storage,
}: {
  scanner?: VirusScanner;
  wrap?: (storage: FileStorage) => FileStorage;
} = {}) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'foyer-files-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true }));
  const storage = wrap(await openLocalStorage({ dataDirectory, clock: systemClock }));
  const told: EventDraft[] = [];
  const unitOfWork = database.unitOfWork({
    recordEvents: async (_db, _scope, drafts) => void told.push(...drafts),
  });
  const scope = grantTenantScope(newId(), { kind: 'system' });
  const owner = { kind: 'session' as const, id: newId(), conversationId: newId() };
  const files = createFiles({ unitOfWork, storage, scanner, logger: silentLogger, maximumBytes: 1_000 });
  const clock = createFakeClock(new Date());
  const sweep = sweepFiles({ unitOfWork, storage, clock });
  return {
    files,
    scope,
    clock,
    told,
    upload: (content: string, guard = async () => {}) =>
      files.upload(scope, owner, { name: 'note.txt', content: Readable.from([Buffer.from(content)]) }, guard),
    use: (fileId: string, ownerId = owner.id, conversationId = owner.conversationId) =>
      unitOfWork.write(scope, (tx) => claimFiles(tx, { fileIds: [fileId], ownerId, conversationId, messageId: newId() })),
    fill: (count: number) =>
      database.asSuperuser(
        `insert into files (id, tenant_id, owner_kind, owner_id, state, name, content_type, size_bytes)
         select gen_random_uuid(), $1, 'session', $2, 'ready', 'x', 'text/plain', 1 from generate_series(1, $3)`,
        [scope.tenantId, owner.id, count],
      ),
    sweep: () =>
      sweep.run(
        {},
        { scope: undefined, jobId: '1', attempt: 1, maxAttempts: 1, signal: new AbortController().signal, logger: silentLogger },
      ),
    stored: async () => {
      const entries = await readdir(join(dataDirectory, 'files'), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).length;
    },
    rows: async () =>
      (await database.asSuperuser<{ state: string }>('select state from files where tenant_id = $1', [scope.tenantId])).map(
        ({ state }) => state,
      ),
  };
}

const saying = (finding?: string): VirusScanner => ({
  scan: async (content) => {
    const read = await text(content);
    if (finding === undefined) return { isClean: true };
    return read.includes('bad') ? { isClean: false, finding } : { isClean: true };
  },
  describe: () => 'a scanner',
});

describe('a file that is taken in', () => {
  test('is recorded with its size and hash, and told of without its content', async () => {
    const { upload, rows, stored, scope, files, told } = await arrange({ scanner: saying() });
    const file = await upload('hello');
    expect(file).toMatchObject({
      state: 'ready',
      name: 'note.txt',
      contentType: 'text/plain',
      sizeBytes: 5,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    });
    expect([await rows(), await stored()]).toEqual([['ready'], 1]);
    expect(Buffer.from(await files.read(scope.tenantId, file.id)).toString()).toBe('hello');
    expect(told).toEqual([
      {
        type: 'file.uploaded',
        subject: { fileId: file.id, conversationId: file.conversationId },
        data: { contentType: 'text/plain', sizeBytes: 5 },
      },
    ]);
  });

  test('leaves nothing when the scanner finds something, or cannot be asked', async () => {
    const { upload, rows, stored } = await arrange({ scanner: saying('Bad-File') });
    await expect(upload('this is bad')).rejects.toMatchObject({ code: 'FILE_INFECTED', status: 422 });
    await expect(upload('this is good')).resolves.toMatchObject({ state: 'ready' });
    expect([await rows(), await stored()]).toEqual([['ready'], 1]);

    const away: VirusScanner = {
      scan: () => Promise.reject(unavailable('VIRUS_SCAN_UNAVAILABLE', 'Away.')),
      describe: () => 'away',
    };
    const closed = await arrange({ scanner: away });
    await expect(closed.upload('hello')).rejects.toMatchObject({ code: 'VIRUS_SCAN_UNAVAILABLE', status: 503 });
    expect([await closed.rows(), await closed.stored()]).toEqual([[], 0]);
  });

  test('takes the last place of its sender alone, however many come at the same moment', async () => {
    const { upload, fill, rows } = await arrange();
    await fill(49);
    let entered = 0;
    const all = Promise.withResolvers<void>();
    const together = async () => {
      entered += 1;
      if (entered === 5) all.resolve();
      await all.promise;
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => upload('hello', together)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rows()).toHaveLength(50);
  });

  test('goes with a message of its own sender in its own conversation, and with no other', async () => {
    const { upload, use } = await arrange();
    const { id } = await upload('hello');
    expect(await use(id, newId())).toEqual([]);
    expect(await use(id, undefined, newId())).toEqual([]);
    expect(await use(id)).toMatchObject([{ id }]);
    expect(await use(id)).toEqual([]);
  });

  test('leaves nothing when the storage is full', async () => {
    const full = { ...unavailable('STORAGE_FULL', 'Full.') };
    const { upload, rows, stored } = await arrange({
      wrap: (storage) => ({ ...storage, put: () => Promise.reject(Object.assign(new Error(), full)) }),
    });
    await expect(upload('hello')).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect([await rows(), await stored()]).toEqual([[], 0]);
  });
});

describe('what nobody needs any more', () => {
  test('is removed after a day, unless a message has used it', async () => {
    const { upload, use, sweep, clock, rows, stored } = await arrange();
    await upload('never sent');
    const used = await upload('sent');
    await use(used.id);
    await clock.advance(23 * HOUR_MS);
    await sweep();
    expect([(await rows()).length, await stored()]).toEqual([2, 2]);
    await clock.advance(2 * HOUR_MS);
    await sweep();
    expect([await rows(), await stored()]).toEqual([['ready'], 1]);
    await clock.advance(1_000 * HOUR_MS);
    await sweep();
    expect([await rows(), await stored()]).toEqual([['ready'], 1]);
  });

  test('of an upload that its process did not survive goes after an hour', async () => {
    const { upload, sweep, clock, rows, stored, scope } = await arrange();
    await upload('half');
    await database.asSuperuser(`update files set state = 'receiving' where tenant_id = $1`, [scope.tenantId]);
    await clock.advance(0.9 * HOUR_MS);
    await sweep();
    expect(await rows()).toEqual(['receiving']);
    await clock.advance(0.2 * HOUR_MS);
    await sweep();
    expect([await rows(), await stored()]).toEqual([[], 0]);
  });

  test('and could not be deleted is deleted later, and cannot be used in between', async () => {
    let isAway = true;
    const { upload, use, sweep, clock, rows, stored } = await arrange({
      wrap: (storage) => ({
        ...storage,
        delete: (key) => (isAway ? Promise.reject(unavailable('STORAGE_UNAVAILABLE', 'Away.')) : storage.delete(key)),
      }),
    });
    const file = await upload('never sent');
    await clock.advance(25 * HOUR_MS);
    await expect(sweep()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
    expect([await rows(), await stored()]).toEqual([['removing'], 1]);
    expect(await use(file.id)).toEqual([]);
    isAway = false;
    await sweep();
    expect([await rows(), await stored()]).toEqual([[], 0]);
  });
});
