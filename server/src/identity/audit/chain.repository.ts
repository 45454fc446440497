import { and, asc, count, eq, gt, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import type { AuditEntryRow } from './audit.repository.ts';
import { auditChainHeads, auditEntries } from './audit.tables.ts';

export type ChainHead = typeof auditChainHeads.$inferSelect;
export type ChainHeadValues = Omit<typeof auditChainHeads.$inferInsert, 'id' | 'createdAt' | 'updatedAt'>;

/** The logs that have entries which are not sealed yet. */
export async function listUnsealedChains(tx: SystemTransaction): Promise<string[]> {
  const rows = await tx.selectDistinct({ chainId: auditEntries.tenantId }).from(auditEntries).where(isNull(auditEntries.chainSeq));
  return rows.map(({ chainId }) => chainId);
}

/** Every log that there is a trace of. */
export async function listChains(tx: SystemTransaction): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select chain_id as id from audit_chain_heads union select distinct tenant_id from audit_entries order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** Adds the head of a chain that has none. @returns whether it was added */
export async function insertChainHead(tx: SystemTransaction, values: ChainHeadValues): Promise<boolean> {
  const { rowCount } = await tx.insert(auditChainHeads).values(values).onConflictDoNothing();
  return rowCount === 1;
}

/** `busy`: another node is sealing this chain. */
export async function lockChainHead(tx: SystemTransaction, chainId: string): Promise<ChainHead | 'busy'> {
  const [row] = await tx.select().from(auditChainHeads).where(eq(auditChainHeads.chainId, chainId)).for('update', { skipLocked: true });
  return row ?? 'busy';
}

export async function findChainHead(tx: SystemTransaction, chainId: string): Promise<ChainHead | undefined> {
  const [row] = await tx.select().from(auditChainHeads).where(eq(auditChainHeads.chainId, chainId));
  return row;
}

export async function saveChainHead(tx: SystemTransaction, { chainId, ...values }: ChainHeadValues): Promise<void> {
  await tx.update(auditChainHeads).set(values).where(eq(auditChainHeads.chainId, chainId));
}

export function listUnsealedEntries(tx: SystemTransaction, chainId: string, limit: number): Promise<AuditEntryRow[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, chainId), isNull(auditEntries.chainSeq)))
    .orderBy(asc(auditEntries.id))
    .limit(limit);
}

export interface Seal {
  id: string;
  chainSeq: number;
  hash: string;
}

/** @returns how many entries it sealed */
export async function sealEntries(tx: SystemTransaction, keyId: string, seals: readonly Seal[]): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update audit_entries set chain_seq = seals.chain_seq, hash = seals.hash, key_id = ${keyId}
      from unnest(${sql.param(seals.map(({ id }) => id))}::uuid[], ${sql.param(seals.map(({ chainSeq }) => chainSeq))}::bigint[],
                  ${sql.param(seals.map(({ hash }) => hash))}::text[]) as seals (id, chain_seq, hash)
     where audit_entries.id = seals.id and audit_entries.chain_seq is null`);
  return rowCount ?? 0;
}

/** In the order of the chain. */
export function listSealedEntries(tx: SystemTransaction, chainId: string, afterSeq: number, limit: number): Promise<AuditEntryRow[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, chainId), gt(auditEntries.chainSeq, afterSeq)))
    .orderBy(asc(auditEntries.chainSeq))
    .limit(limit);
}

export async function countUnsealed(tx: SystemTransaction, chainId: string, before: Date): Promise<{ all: number; old: number }> {
  const [row] = await tx
    .select({
      all: count(),
      old: sql<number>`count(*) filter (where ${auditEntries.createdAt} < ${before.toISOString()}::timestamptz)::int`,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, chainId), isNull(auditEntries.chainSeq)));
  return row ?? { all: 0, old: 0 };
}

/** The tenants whose chains were begun, as the log of the installation has it. */
export async function listBegunChains(tx: SystemTransaction, installationLog: string): Promise<string[]> {
  const rows = await tx
    .select({ chainId: auditEntries.subjectId })
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, installationLog), eq(auditEntries.action, 'audit.chain-begun')));
  return rows.flatMap(({ chainId }) => chainId ?? []);
}

/** The place of the first entry of a chain that is not from before this moment; undefined when all of them are. */
export async function findFirstSeqSince(tx: SystemTransaction, chainId: string, moment: Date): Promise<number | undefined> {
  const [row] = await tx
    .select({ seq: auditEntries.chainSeq })
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, chainId), isNotNull(auditEntries.chainSeq), gte(auditEntries.createdAt, moment)))
    .orderBy(asc(auditEntries.chainSeq))
    .limit(1);
  return row?.seq ?? undefined;
}

/** The chains whose oldest entry is from before this moment. */
export async function listChainsBefore(tx: SystemTransaction, moment: Date): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select h.chain_id as id from audit_chain_heads h
         join audit_entries e on e.tenant_id = h.chain_id and e.chain_seq = h.first_seq
        where e.created_at < ${moment.toISOString()}::timestamptz`,
  );
  return rows.map(({ id }) => id);
}

/** The hash of the entry at this place. */
export async function findHash(tx: SystemTransaction, chainId: string, seq: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, chainId), eq(auditEntries.chainSeq, seq)));
  return row?.hash ?? undefined;
}

export async function deleteEntriesUpTo(tx: SystemTransaction, chainId: string, seq: number): Promise<number> {
  const { rowCount } = await tx.delete(auditEntries).where(and(eq(auditEntries.tenantId, chainId), lte(auditEntries.chainSeq, seq)));
  return rowCount ?? 0;
}
