import { systemClock } from '#platform/clock.ts';
import { readMasterKeys } from '#platform/crypto/installation-secrets.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { createSecretBox } from '#platform/crypto/secret-box.ts';
import { createUnitOfWork } from '#platform/db/unit-of-work.ts';
import { AppError, SetupError } from '#platform/errors.ts';
import type { Config } from './config.ts';
import { openForReading } from './open-for-reading.ts';
import { readEnvironment } from './read-environment.ts';
import { type Rotated, rotateSecrets } from './secrets/rotate-secrets.ts';
import { listSealedJobs } from './secrets/sealed-values.repository.ts';

/** @returns 0 when every value is under the newest key, 1 when some cannot be read, 78 when nothing could be done */
async function main(args: readonly string[]): Promise<number> {
  try {
    if (args.length > 0) throw new SetupError('Usage: npm run secrets:rotate');
    return await rotate(readEnvironment());
  } catch (error) {
    if (error instanceof AppError) process.stderr.write(`${error.detail}\n`);
    else if (error instanceof SetupError) process.stderr.write(`${error.message}\n`);
    else throw error;
    return 78;
  }
}

async function rotate(config: Config): Promise<number> {
  const keys = parseMasterKeys(await readMasterKeys(config.secrets.masterKeys, config.storage.dataDirectory));
  const secretBox = createSecretBox(keys);
  const opened = await openForReading(config, systemClock);
  try {
    const results = await rotateSecrets({ unitOfWork: createUnitOfWork(opened.database, SILENT), secretBox });
    const client = await opened.database.connect();
    const waiting = (await listSealedJobs(client)).filter((sealed) => secretBox.isUnderOlderKey(sealed)).length;
    client.release();
    for (const result of results) say(lineOf(result));
    for (const line of conclusion(results, waiting, keys)) say(line);
    return results.some(({ unreadable }) => unreadable.length > 0) ? 1 : 0;
  } finally {
    await opened.close();
  }
}

/** Nothing happens that anybody has to be told of: what is sealed stays the same, only how. */
const SILENT = {
  recordEvents: async () => {},
  enqueue: async () => {
    throw new Error('Rotation adds no jobs.');
  },
  eventsCommitted: () => {},
  audit: { isAwaited: () => false, record: async () => () => {} },
};

const lineOf = ({ what, sealedAnew, alreadyNew, unreadable }: Rotated): string =>
  `${what}: ${sealedAnew} sealed anew, ${alreadyNew} under the newest key before` +
  (unreadable.length === 0 ? '' : `, ${unreadable.length} that no key opens (${unreadable.slice(0, 10).join(', ')})`);

function conclusion(results: readonly Rotated[], waiting: number, [newest, ...older]: ReturnType<typeof parseMasterKeys>): string[] {
  const unreadable = results.reduce((sum, result) => sum + result.unreadable.length, 0);
  const anew = results.reduce((sum, result) => sum + result.sealedAnew, 0);
  const total = `${anew} values sealed anew under key ${newest.id}, ${unreadable} unreadable`;
  if (unreadable > 0)
    return [total, 'Some values are under a key that FOYER_MASTER_KEY does not hold: add it at the end, and run this again.'];
  if (older.length === 0) return [total, 'FOYER_MASTER_KEY holds one key. To change it, put the new one in front of it, with a comma.'];
  const names = older.map(({ id }) => id).join(', ');
  if (waiting > 0) return [total, `${waiting} mails in the queue still need an older key (${names}). Run this again once they were sent.`];
  return [
    total,
    `No stored secret needs the older keys (${names}) any more. They may be taken out of FOYER_MASTER_KEY once every process runs with the newest.`,
    'Keep them in a safe place all the same: the audit log of their time is verified with them.',
  ];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
