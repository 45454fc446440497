import type { KnowledgeDocumentListQuery } from '@foyer/contracts/knowledge.ts';
import { and, asc, desc, eq, getTableColumns, gt, lt, or, sql } from 'drizzle-orm';
import { contains, createdBetween } from '#platform/db/filters.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { knowledgeDocuments } from './knowledge.tables.ts';

export type DocumentRow = Omit<typeof knowledgeDocuments.$inferSelect, 'words'>;
/** Without its content, which may be long. */
export type DocumentSummaryRow = Omit<DocumentRow, 'content'>;
export type DocumentText = Pick<DocumentRow, 'title' | 'content' | 'contentType' | 'language' | 'contentHash'>;

const { words: _, ...columns } = getTableColumns(knowledgeDocuments);
const { content: __, ...summaryColumns } = columns;

const own = (tx: TenantTransaction) => eq(knowledgeDocuments.tenantId, tx.scope.tenantId);
const one = (tx: TenantTransaction, documentId: string) => and(own(tx), eq(knowledgeDocuments.id, documentId));

/**
 * Lets no two transactions of a tenant change its knowledge at once: the words of all its documents are counted together. The lock ends
 * with the transaction.
 */
export async function holdKnowledge(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`knowledge/${tx.scope.tenantId}`}, 0))`);
}

export async function insertDocument(
  tx: TenantTransaction,
  draft: DocumentText & Pick<DocumentRow, 'appId' | 'agentId' | 'status'>,
): Promise<DocumentRow> {
  const [row] = await tx
    .insert(knowledgeDocuments)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning(columns);
  if (!row) throw new Error('Inserting a document returned no row.');
  return row;
}

export async function findDocument(tx: TenantTransaction, documentId: string): Promise<DocumentRow | undefined> {
  const [row] = await tx.select(columns).from(knowledgeDocuments).where(one(tx, documentId));
  return row;
}

/** The document, held until the transaction ends. */
export async function lockDocument(tx: TenantTransaction, documentId: string): Promise<DocumentRow | undefined> {
  const [row] = await tx.select(columns).from(knowledgeDocuments).where(one(tx, documentId)).for('update');
  return row;
}

export async function updateDocument(
  tx: TenantTransaction,
  documentId: string,
  values: Partial<DocumentText & Pick<DocumentRow, 'status' | 'chunkCount'>>,
): Promise<DocumentRow | undefined> {
  const [row] = await tx.update(knowledgeDocuments).set(values).where(one(tx, documentId)).returning(columns);
  return row;
}

/** @returns whether it was there */
export async function deleteDocument(tx: TenantTransaction, documentId: string): Promise<boolean> {
  return (await tx.delete(knowledgeDocuments).where(one(tx, documentId)).returning({ id: knowledgeDocuments.id })).length > 0;
}

export const titlesOf = (tx: TenantTransaction): Promise<Pick<DocumentRow, 'title' | 'language'>[]> =>
  tx.select({ title: knowledgeDocuments.title, language: knowledgeDocuments.language }).from(knowledgeDocuments).where(own(tx));

export const countDocuments = (tx: TenantTransaction): Promise<number> => tx.$count(knowledgeDocuments, own(tx));

/** Whose conversations ask: their app's and their agent's documents come to those of the whole tenant. */
export interface KnowledgeReader {
  appId?: string | undefined;
  agentId?: string | undefined;
}

export const isReadBy = ({ appId, agentId }: KnowledgeReader) =>
  or(
    sql`${knowledgeDocuments.appId} is null and ${knowledgeDocuments.agentId} is null`,
    appId === undefined ? undefined : eq(knowledgeDocuments.appId, appId),
    agentId === undefined ? undefined : eq(knowledgeDocuments.agentId, agentId),
  );

/** Whether anything can be found at all. */
export async function hasKnowledge(tx: TenantTransaction, reader: KnowledgeReader): Promise<boolean> {
  const found = await tx
    .select({ id: knowledgeDocuments.id })
    .from(knowledgeDocuments)
    .where(and(own(tx), isReadBy(reader), gt(knowledgeDocuments.chunkCount, 0)))
    .limit(1);
  return found.length > 0;
}

type Wanted = Omit<KnowledgeDocumentListQuery, 'cursor'> & { after: { createdAt: Date; id: string } | undefined };

/** The latest first; those of one moment by id. */
export function listDocuments(tx: TenantTransaction, { after, limit, ...wanted }: Wanted): Promise<DocumentSummaryRow[]> {
  const { appId, agentId, language, status, createdAt, id, title } = knowledgeDocuments;
  return tx
    .select(summaryColumns)
    .from(knowledgeDocuments)
    .where(
      and(
        own(tx),
        wanted.appId === undefined ? undefined : eq(appId, wanted.appId),
        wanted.agentId === undefined ? undefined : eq(agentId, wanted.agentId),
        wanted.language === undefined ? undefined : eq(language, wanted.language),
        wanted.status === undefined ? undefined : eq(status, wanted.status),
        contains(wanted.q, title),
        createdBetween(createdAt, wanted),
        after === undefined ? undefined : or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), gt(id, after.id))),
      ),
    )
    .orderBy(desc(createdAt), asc(id))
    .limit(limit);
}
