import type { Clock } from '#platform/clock.ts';
import type { SystemTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { AuditEntryRow } from './audit.repository.ts';
import { type ChainEnds, type ChainKeys, GENESIS } from './audit-chain.ts';
import * as repository from './chain.repository.ts';
import { INSTALLATION_LOG } from './installation-log.ts';

export interface SealingDependencies {
  unitOfWork: UnitOfWork;
  keys: ChainKeys;
  clock: Clock;
}

/** Held in memory and written in one statement. */
const BATCH_SIZE = 500;

/** Gives the entries that wait their places in the chains of their logs. @returns how many */
export async function sealWaitingEntries(dependencies: SealingDependencies): Promise<number> {
  let sealed = 0;
  const waiting = await dependencies.unitOfWork.system((tx) => repository.listUnsealedChains(tx));
  // The log of the installation last: it says which chains were begun just now.
  const chains = waiting.length === 0 ? [] : [...waiting.filter((chainId) => chainId !== INSTALLATION_LOG), INSTALLATION_LOG];
  for (const chainId of chains) {
    for (let batch = BATCH_SIZE; batch === BATCH_SIZE; sealed += batch) {
      batch = await dependencies.unitOfWork.system((tx) => sealBatch(tx, chainId, dependencies));
    }
  }
  return sealed;
}

/** One node at a time works on a chain; who finds another at it leaves it to that one. */
async function sealBatch(tx: SystemTransaction, chainId: string, { keys, clock }: SealingDependencies): Promise<number> {
  await beginChain(tx, chainId, { keys, clock });
  const head = await repository.lockChainHead(tx, chainId);
  if (head === 'busy') return 0;
  const entries = await repository.listUnsealedEntries(tx, chainId, BATCH_SIZE);
  if (entries.length === 0) return 0;
  const seals = sealsAfter(head, entries, keys);
  const sealed = await repository.sealEntries(tx, keys.currentId, seals);
  if (sealed !== seals.length) throw new Error('Audit entries were sealed by somebody who does not hold the lock of their chain.');
  const last = seals.at(-1);
  const ends = { ...head, lastSeq: last?.chainSeq ?? head.lastSeq, lastHash: last?.hash ?? head.lastHash };
  await repository.saveChainHead(tx, headOf(ends, keys, clock));
  return sealed;
}

function sealsAfter(head: ChainEnds, entries: readonly AuditEntryRow[], keys: ChainKeys): repository.Seal[] {
  let { lastSeq: chainSeq, lastHash: hash } = head;
  return entries.map((entry) => {
    chainSeq += 1;
    hash = must(keys.sealEntry(keys.currentId, hash, chainSeq, entry));
    return { id: entry.id, chainSeq, hash };
  });
}

/** That a tenant's chain was begun stands in the chain of the installation, so that no chain can be missing as a whole. */
async function beginChain(
  tx: SystemTransaction,
  chainId: string,
  { keys, clock }: Pick<SealingDependencies, 'keys' | 'clock'>,
): Promise<void> {
  if (await repository.findChainHead(tx, chainId)) return;
  const ends = { chainId, firstSeq: 1, startHash: GENESIS, lastSeq: 0, lastHash: GENESIS };
  const isNew = await repository.insertChainHead(tx, headOf(ends, keys, clock));
  if (isNew && chainId !== INSTALLATION_LOG) tx.audit({ action: 'audit.chain-begun', subject: { kind: 'tenant', id: chainId } });
}

export function headOf(ends: ChainEnds, keys: ChainKeys, clock: Clock): repository.ChainHeadValues {
  const { chainId, firstSeq, startHash, lastSeq, lastHash } = ends;
  const values = { chainId, firstSeq, startHash, lastSeq, lastHash };
  return { ...values, keyId: keys.currentId, mac: must(keys.sealEnds(keys.currentId, values)), sealedAt: clock.now() };
}

/** The current key is always there. */
function must(hash: string | undefined): string {
  if (hash === undefined) throw new Error('The key of the audit log is missing.');
  return hash;
}
