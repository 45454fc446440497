import type { Clock } from '#platform/clock.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { AuditEntryRow } from './audit.repository.ts';
import { type ChainKeys, GENESIS, isSameHash } from './audit-chain.ts';
import * as repository from './chain.repository.ts';
import { INSTALLATION_LOG } from './installation-log.ts';

/** What was found out about one log. */
export interface VerifiedChain {
  /** The tenant, or `INSTALLATION_LOG`. */
  chainId: string;
  /** Entries whose seal is right. */
  intact: number;
  /** Written, and not yet sealed. */
  waiting: number;
  /** The place of the newest entry and its hash: who keeps them elsewhere notices when a whole database is put back. */
  lastSeq: number;
  lastHash: string;
  /** The first thing that is wrong, as a sentence; undefined when all is well. */
  fault: string | undefined;
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  keys: ChainKeys;
  clock: Clock;
}

const PAGE_SIZE = 1_000;
/** Sealing comes every few seconds; what waits longer than this was kept from it. */
const SEALED_WITHIN_MS = 60_000;

/** Looks through every log, or the one of a tenant, for entries that were changed, removed, moved or kept from being sealed. */
export async function verifyChains(dependencies: Dependencies, only?: string): Promise<VerifiedChain[]> {
  const { unitOfWork } = dependencies;
  const begun = await unitOfWork.system((tx) => repository.listBegunChains(tx, INSTALLATION_LOG));
  const known = new Set([...(await unitOfWork.system((tx) => repository.listChains(tx))), ...begun]);
  if (known.size > 0) known.add(INSTALLATION_LOG);
  const installationHead = await unitOfWork.system((tx) => repository.findChainHead(tx, INSTALLATION_LOG));
  const isComplete = installationHead === undefined || installationHead.firstSeq === 1;
  const verified: VerifiedChain[] = [];
  for (const chainId of known) {
    if (only !== undefined && chainId !== only) continue;
    const chain = await verifyChain(chainId, dependencies);
    const begunOften = begun.filter((other) => other === chainId).length;
    verified.push({ ...chain, fault: chain.fault ?? faultOfBeginning(chain, begunOften, isComplete) });
  }
  return verified;
}

/** The log of the installation has each chain of a tenant once, as long as its own beginning is kept. */
function faultOfBeginning({ chainId, lastSeq }: VerifiedChain, begunOften: number, isComplete: boolean): string | undefined {
  if (chainId === INSTALLATION_LOG) return undefined;
  if (begunOften > 1) return 'the chain was begun a second time: the whole first one is missing';
  if (begunOften === 0 && lastSeq > 0 && isComplete) return 'the log of the installation does not know that the chain was begun';
  if (begunOften === 1 && lastSeq === 0) return 'the whole chain is missing, with its head';
  return undefined;
}

async function verifyChain(chainId: string, { unitOfWork, keys, clock }: Dependencies): Promise<VerifiedChain> {
  const head = await unitOfWork.system((tx) => repository.findChainHead(tx, chainId));
  const found: VerifiedChain = {
    chainId,
    intact: 0,
    waiting: 0,
    lastSeq: head?.lastSeq ?? 0,
    lastHash: head?.lastHash ?? GENESIS,
    fault: undefined,
  };
  found.fault = head === undefined ? await faultWithoutHead() : (faultOfHead(head, keys) ?? (await faultInEntries(head)));
  const before = new Date(clock.now().getTime() - SEALED_WITHIN_MS);
  const { all, old } = await unitOfWork.system((tx) => repository.countUnsealed(tx, chainId, before));
  found.waiting = all;
  if (old > 0) found.fault ??= `${old} of the entries after entry ${found.lastSeq} have waited to be sealed for more than a minute`;
  return found;

  async function faultWithoutHead(): Promise<string | undefined> {
    const [sealed] = await unitOfWork.system((tx) => repository.listSealedEntries(tx, chainId, 0, 1));
    return sealed && 'the head of the chain is missing';
  }

  async function faultInEntries(ends: repository.ChainHead): Promise<string | undefined> {
    let [seq, hash] = [ends.firstSeq - 1, ends.startHash];
    // Also what stands before the beginning.
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const page = await unitOfWork.system((tx) => repository.listSealedEntries(tx, chainId, after, PAGE_SIZE));
      for (const entry of page) {
        // Sealed since we looked at the head.
        if (seq === ends.lastSeq && (entry.chainSeq ?? 0) > ends.lastSeq) return faultBehind(ends);
        const fault = faultOfEntry(entry, seq + 1, hash, keys);
        if (fault !== undefined) return (await wasShortened(ends)) ? 'the beginning of the chain expired meanwhile: verify again' : fault;
        [seq, hash] = [seq + 1, entry.hash ?? ''];
        found.intact += 1;
      }
      if (page.length < PAGE_SIZE) break;
      after = seq;
    }
    if (seq < ends.lastSeq) return `entry ${seq + 1} is missing, and all after it up to entry ${ends.lastSeq}`;
    return isSameHash(hash, ends.lastHash) ? undefined : `entry ${seq} is not the one that the head of the chain names`;
  }

  /** Entries behind the newest that the head names are right only if the head has moved on as well. */
  async function faultBehind(ends: repository.ChainHead): Promise<string | undefined> {
    const now = await unitOfWork.system((tx) => repository.findChainHead(tx, chainId));
    if (now !== undefined && now.lastSeq > ends.lastSeq) return undefined;
    return `entry ${ends.lastSeq + 1} stands behind the end of the chain`;
  }

  async function wasShortened(ends: repository.ChainHead): Promise<boolean> {
    const now = await unitOfWork.system((tx) => repository.findChainHead(tx, chainId));
    return now !== undefined && now.firstSeq > ends.firstSeq && faultOfHead(now, keys) === undefined;
  }
}

function faultOfHead(head: repository.ChainHead, keys: ChainKeys): string | undefined {
  const mac = keys.sealEnds(head.keyId, head);
  if (mac === undefined)
    return `the head of the chain is sealed under key ${head.keyId.slice(0, 20)}, which FOYER_MASTER_KEY does not hold`;
  return isSameHash(mac, head.mac) ? undefined : 'the head of the chain was changed';
}

function faultOfEntry(entry: AuditEntryRow, expectedSeq: number, previousHash: string, keys: ChainKeys): string | undefined {
  const { chainSeq, keyId, hash } = entry;
  if (chainSeq === null || chainSeq > expectedSeq) return `entry ${expectedSeq} is missing`;
  if (chainSeq < expectedSeq) return `entry ${chainSeq} stands before the beginning of the chain`;
  if (keyId === null || hash === null) return `entry ${chainSeq} has a place in the chain and no seal`;
  const right = keys.sealEntry(keyId, previousHash, chainSeq, entry);
  if (right === undefined) return `entry ${chainSeq} is sealed under key ${keyId.slice(0, 20)}, which FOYER_MASTER_KEY does not hold`;
  return isSameHash(right, hash) ? undefined : `entry ${chainSeq} was changed, or is not in its place`;
}
