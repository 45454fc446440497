import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from '#platform/crypto/master-keys.ts';
import type { AuditEntryRow } from './audit.repository.ts';

/** What is before the first entry of every chain. */
export const GENESIS = '0'.repeat(64);

/** Where a chain begins and ends. */
export interface ChainEnds {
  chainId: string;
  firstSeq: number;
  startHash: string;
  lastSeq: number;
  lastHash: string;
}

export interface ChainKeys {
  /** Under which new entries are sealed. */
  readonly currentId: string;
  /** @returns undefined for a key that the installation no longer has */
  sealEntry(keyId: string, previousHash: string, chainSeq: number, entry: AuditEntryRow): string | undefined;
  sealEnds(keyId: string, ends: ChainEnds): string | undefined;
}

/**
 * Hashes that only the installation can make: the keys follow from its master keys, which the database does not hold, so whoever
 * administers the database can compute no chain anew.
 */
export function createChainKeys(masterKeys: MasterKeys): ChainKeys {
  const keyById = new Map(masterKeys.map(({ id, key }) => [id, Buffer.from(hkdfSync('sha256', key, '', 'foyer audit chain', 32))]));
  const seal = (keyId: string, parts: unknown): string | undefined => {
    const key = keyById.get(keyId);
    return key && createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
  };
  return {
    currentId: masterKeys[0].id,
    sealEntry: (keyId, previousHash, chainSeq, entry) => seal(keyId, ['entry 1', previousHash, chainSeq, keyId, ...valuesOf(entry)]),
    sealEnds: (keyId, { chainId, firstSeq, startHash, lastSeq, lastHash }) =>
      seal(keyId, ['ends 1', keyId, chainId, firstSeq, startHash, lastSeq, lastHash]),
  };
}

/** Compared without telling how far they agree. */
export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Every column of an entry but those of its seal, in one order. */
const valuesOf = (entry: AuditEntryRow): unknown[] => [
  entry.tenantId,
  entry.id,
  entry.createdAt.toISOString(),
  entry.updatedAt.toISOString(),
  entry.actorKind,
  entry.actorId,
  entry.action,
  entry.subjectKind,
  entry.subjectId,
  entry.subjectIds,
  entry.outcome,
  entry.channel,
  entry.ip,
  entry.userAgent,
  entry.requestId,
  inOrder(entry.facts),
];

/** The database keeps the properties of an object in an order of its own. */
const inOrder = (facts: object): unknown[] => Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1));
