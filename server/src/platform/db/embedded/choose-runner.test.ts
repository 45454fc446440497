import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { binDirectoryOf, copyBinaries, findPackagedBinaries } from './binaries.ts';
import { chooseRunner } from './choose-runner.ts';
import { prepareCluster } from './cluster.ts';
import { databaseUserCandidates } from './database-user.ts';
import { createWorkshop, isRoot, query } from './embedded-postgres.testing.ts';
import { mendOwnership } from './ownership.ts';
import { runProgram } from './run-program.ts';

const workshop = createWorkshop();
afterEach(() => workshop.cleanUp());

describe('whom PostgreSQL runs as', () => {
  test('an ordinary user runs it as itself, or inside a namespace when it has no name', () => {
    expect(databaseUserCandidates(1000, 1000, true).map(({ mechanism }) => mechanism)).toEqual(['self']);
    expect(databaseUserCandidates(1000, 1000, false).map(({ mechanism }) => mechanism)).toEqual(['user-namespace', 'self']);
  });

  // A temporary directory is closed to others, as /root is.
  test.runIf(isRoot).for(['user-namespace', 'capability'])(
    'root makes the data by %s in a directory that is closed to others',
    async (mechanism, { skip }) => {
      const dataDirectory = workshop.directory();
      const folder = join(dataDirectory, 'postgres');
      mkdirSync(folder, { mode: 0o700 });
      const candidates = databaseUserCandidates().filter((user) => user.mechanism === mechanism);
      // Containers may forbid the one or the other.
      const [first] = candidates;
      if (!first || !(await runProgram(first.command('/bin/true', []))).succeeded) return skip();

      const runner = await chooseRunner({ dataDirectory, folder, candidates });
      await mendOwnership(folder, runner.user);
      await prepareCluster(folder, runner);
      expect(statSync(join(folder, 'cluster/PG_VERSION')).uid).toBe(runner.user.ownerUid);
    },
  );

  test.runIf(isRoot)('where nobody can reach the data, the error names the directory and what helps', async () => {
    const dataDirectory = workshop.directory();
    const candidates = databaseUserCandidates().filter(({ mechanism }) => mechanism === 'switched-user');

    const choice = chooseRunner({ dataDirectory, folder: dataDirectory, candidates });
    await expect(choice).rejects.toMatchObject({ code: 'EMBEDDED_DATABASE_NEEDS_A_USER', detail: expect.stringContaining(dataDirectory) });
    await expect(choice).rejects.toThrow('FOYER_DATA_DIR');
  });

  test.runIf(isRoot)('data that belonged to another user changes hands', async () => {
    const directory = workshop.directory();
    chmodSync(directory, 0o711);
    const first = await workshop.start(directory);
    await query(first.connection, 'create table kept as select 7 as seven');
    await first.stop();
    await runProgram({ file: 'chown', args: ['-R', '1:1', join(directory, 'postgres')] });

    const second = await workshop.start(directory);
    expect(await query(second.connection, 'select seven from kept')).toEqual([[7]]);
    await second.stop();
    // Closed to others from now on, so that another mechanism is needed.
    chmodSync(directory, 0o700);
    const third = await workshop.start(directory);
    expect(await query(third.connection, 'select seven from kept')).toEqual([[7]]);
  });

  test('binaries that cannot be reached are copied, with the links that npm does not keep', async () => {
    const folder = workshop.directory();
    const copy = await copyBinaries(findPackagedBinaries(), folder);

    const { succeeded, output } = await runProgram({ file: join(binDirectoryOf(copy), 'postgres'), args: ['--version'] });
    expect({ succeeded, output }).toEqual({ succeeded: true, output: expect.stringContaining('PostgreSQL') });
    expect(existsSync(join(copy, 'native/lib/libpq.a'))).toBe(false);
  });

  test('a platform without binaries is named, with the way out', () => {
    expect(() => findPackagedBinaries('sunos-sparc')).toThrow(/sunos-sparc.*DATABASE_URL/);
  });
});
