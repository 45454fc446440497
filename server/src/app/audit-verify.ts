import { createChainKeys } from '#identity/audit/audit-chain.ts';
import { INSTALLATION_LOG } from '#identity/audit/installation-log.ts';
import { type VerifiedChain, verifyChains } from '#identity/audit/verify-chain.ts';
import { systemClock } from '#platform/clock.ts';
import { readMasterKeys } from '#platform/crypto/installation-secrets.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { createUnitOfWork } from '#platform/db/unit-of-work.ts';
import { AppError, SetupError } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Config } from './config.ts';
import { openForReading } from './open-for-reading.ts';
import { readEnvironment } from './read-environment.ts';

const USAGE = 'Usage: npm run audit:verify [-- --tenant=<id of a tenant>]';

/** @returns 0 when every log is as it was written, 1 when one is not, 78 when that could not be found out */
async function main(args: readonly string[]): Promise<number> {
  try {
    const chains = await verify(readEnvironment(), tenantOf(args));
    for (const chain of chains) say(lineOf(chain));
    const broken = chains.filter(({ fault }) => fault !== undefined).length;
    const entries = chains.reduce((sum, { intact }) => sum + intact, 0);
    say(`${chains.length} ${chains.length === 1 ? 'log' : 'logs'}, ${entries} entries intact, ${broken} broken`);
    return broken === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof AppError) process.stderr.write(`${error.detail}\n`);
    else if (error instanceof SetupError) process.stderr.write(`${error.message}\n`);
    else throw error;
    return 78;
  }
}

function tenantOf(args: readonly string[]): string | undefined {
  const [argument, ...more] = args;
  if (argument === undefined) return undefined;
  const [, id = ''] = /^--tenant=(.+)$/.exec(argument) ?? [];
  if (more.length > 0 || !isId(id)) throw new SetupError(USAGE);
  return id.toLowerCase();
}

async function verify(config: Config, tenantId: string | undefined): Promise<VerifiedChain[]> {
  const keys = createChainKeys(parseMasterKeys(await readMasterKeys(config.secrets.masterKeys, config.storage.dataDirectory)));
  const opened = await openForReading(config, systemClock);
  try {
    const unitOfWork = createUnitOfWork(opened.database, NO_WRITING);
    const chains = await verifyChains({ unitOfWork, keys, clock: systemClock }, tenantId);
    if (tenantId !== undefined && chains.length === 0) throw new SetupError(`There is no log of a tenant with the id ${tenantId}.`);
    return chains;
  } finally {
    await opened.close();
  }
}

const refuse = async (): Promise<never> => {
  throw new Error('Verification changes nothing.');
};
const NO_WRITING = {
  recordEvents: refuse,
  enqueue: refuse,
  eventsCommitted: () => {},
  audit: { isAwaited: () => false, record: refuse },
};

function lineOf({ chainId, intact, waiting, lastSeq, lastHash, fault }: VerifiedChain): string {
  const whose = chainId === INSTALLATION_LOG ? 'installation' : `tenant ${chainId}`;
  const counts = `${intact} entries intact, ${waiting} not sealed yet`;
  return fault === undefined ? `ok      ${whose}: ${counts}, up to ${lastSeq} ${lastHash}` : `BROKEN  ${whose}: ${fault} (${counts})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
