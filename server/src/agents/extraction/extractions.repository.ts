import { and, asc, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { Judgement } from './calibration.ts';
import { extractionFieldHistory, extractionFields, extractions } from './extractions.tables.ts';
import type { StoredField } from './merge-fields.ts';

export type ExtractionRow = typeof extractions.$inferSelect;
export type ExtractionFieldRow = typeof extractionFields.$inferSelect;
export type HistoryRow = typeof extractionFieldHistory.$inferSelect;

/** The form of this type in a conversation, made when it is not there. The caller holds the conversation's lock. */
export async function findOrInsertExtraction(
  tx: TenantTransaction,
  draft: Pick<ExtractionRow, 'conversationId' | 'formType' | 'formSchema'>,
): Promise<{ extraction: ExtractionRow; isNew: boolean }> {
  const [known] = await tx
    .select()
    .from(extractions)
    .where(and(eq(extractions.conversationId, draft.conversationId), eq(extractions.formType, draft.formType)));
  if (known) return { extraction: known, isNew: false };
  const [made] = await tx
    .insert(extractions)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!made) throw new Error('Inserting an extraction returned no row.');
  return { extraction: made, isNew: true };
}

export async function findExtraction(tx: TenantTransaction, extractionId: string): Promise<ExtractionRow | undefined> {
  const [row] = await tx.select().from(extractions).where(eq(extractions.id, extractionId));
  return row;
}

/** Holds it until the transaction ends. Whoever also touches its conversation locks that first. */
export async function lockExtraction(tx: TenantTransaction, extractionId: string): Promise<ExtractionRow | undefined> {
  const [row] = await tx.select().from(extractions).where(eq(extractions.id, extractionId)).for('update');
  return row;
}

type Changes = Partial<Omit<ExtractionRow, 'id' | 'tenantId' | 'conversationId' | 'formType' | 'createdAt'>>;

export async function updateExtraction(tx: TenantTransaction, extractionId: string, changes: Changes): Promise<ExtractionRow> {
  const [row] = await tx.update(extractions).set(changes).where(eq(extractions.id, extractionId)).returning();
  if (!row) throw new Error('An extraction that is held is gone.');
  return row;
}

/** That somebody reads is no change that anybody can see. */
const UNCHANGED = { updatedAt: sql`${extractions.updatedAt}` };

/**
 * Begins to read or goes on, unless somebody else does. The moment is the database's: workers on other machines have clocks of their own.
 * @returns false when others leave it to somebody else
 */
export async function takeReading(
  tx: TenantTransaction,
  extractionId: string,
  { readerId, forMs }: { readerId: string; forMs: number },
): Promise<boolean> {
  const rows = await tx
    .update(extractions)
    .set({ ...UNCHANGED, readingBy: readerId, readingUntil: sql`clock_timestamp() + make_interval(secs => ${forMs / 1000})` })
    .where(
      and(
        eq(extractions.id, extractionId),
        sql`(${extractions.readingUntil} is null or ${extractions.readingUntil} < clock_timestamp() or ${extractions.readingBy} = ${readerId}::uuid)`,
      ),
    )
    .returning({ id: extractions.id });
  return rows.length === 1;
}

/** Whoever has been taken for dead meanwhile ends nothing. */
export async function endReading(tx: TenantTransaction, extractionId: string, readerId: string): Promise<void> {
  await tx
    .update(extractions)
    .set({ ...UNCHANGED, readingBy: null, readingUntil: null })
    .where(and(eq(extractions.id, extractionId), eq(extractions.readingBy, readerId)));
}

export function listFields(tx: TenantTransaction, extractionId: string): Promise<ExtractionFieldRow[]> {
  return tx.select().from(extractionFields).where(eq(extractionFields.extractionId, extractionId)).orderBy(asc(extractionFields.name));
}

export const toStoredField = ({
  name,
  value,
  confidence,
  rawConfidence,
  isCalibrated,
  status,
  evidence,
}: ExtractionFieldRow): StoredField => ({
  fieldName: name,
  value,
  confidence,
  rawConfidence,
  isCalibrated,
  status,
  evidence,
});

/** Who changes a field, and when. */
export type Author = Pick<ExtractionFieldRow, 'changedBy' | 'changedByPersonId' | 'changedAt'>;

export async function saveField(
  tx: TenantTransaction,
  extractionId: string,
  { fieldName, ...field }: StoredField,
  author: Author,
): Promise<void> {
  const { tenantId } = tx.scope;
  const values = { ...field, evidence: [...field.evidence], ...author };
  await tx
    .insert(extractionFields)
    .values({ ...values, tenantId, extractionId, name: fieldName })
    .onConflictDoUpdate({
      target: [extractionFields.extractionId, extractionFields.name],
      set: { ...values, updatedAt: author.changedAt },
    });
}

export async function deleteFields(tx: TenantTransaction, extractionId: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await tx.delete(extractionFields).where(and(eq(extractionFields.extractionId, extractionId), inArray(extractionFields.name, [...names])));
}

export async function insertHistory(
  tx: TenantTransaction,
  rows: readonly Omit<typeof extractionFieldHistory.$inferInsert, 'id' | 'tenantId'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(extractionFieldHistory).values(rows.map((row) => ({ ...row, tenantId: tx.scope.tenantId })));
}

/** From the first change to the last. */
export function listHistory(tx: TenantTransaction, extractionId: string): Promise<HistoryRow[]> {
  return tx
    .select()
    .from(extractionFieldHistory)
    .where(eq(extractionFieldHistory.extractionId, extractionId))
    .orderBy(asc(extractionFieldHistory.id));
}

/** More than these say nothing new, and people's habits change. */
const MAX_JUDGEMENTS = 1_000;

/** What people have said about suggestions for these fields, in all conversations of the tenant; the latest of each. */
export async function listJudgements(tx: TenantTransaction, names: readonly string[]): Promise<Map<string, Judgement[]>> {
  const judged = new Map<string, Judgement[]>();
  if (names.length === 0) return judged;
  const ranked = tx
    .select({
      name: extractionFieldHistory.name,
      judgement: extractionFieldHistory.judgement,
      confidence: extractionFieldHistory.judgedConfidence,
      place: sql<number>`row_number() over (partition by ${extractionFieldHistory.name} order by ${extractionFieldHistory.id} desc)`.as(
        'place',
      ),
    })
    .from(extractionFieldHistory)
    .where(
      and(
        inArray(extractionFieldHistory.name, [...names]),
        isNotNull(extractionFieldHistory.judgement),
        isNotNull(extractionFieldHistory.judgedConfidence),
      ),
    )
    .as('ranked');
  const rows = await tx
    .select({ name: ranked.name, judgement: ranked.judgement, confidence: ranked.confidence })
    .from(ranked)
    .where(sql`${ranked.place} <= ${MAX_JUDGEMENTS}`);
  for (const { name, judgement, confidence } of rows) {
    judged.set(name, [...(judged.get(name) ?? []), { confidence: confidence ?? 0, isRight: judgement === 'right' }]);
  }
  return judged;
}

/** The latest first. */
export function listExtractions(
  tx: TenantTransaction,
  {
    conversationId,
    status,
    after,
    limit,
  }: { conversationId?: string | undefined; status?: ExtractionRow['status'] | undefined; after: string | undefined; limit: number },
): Promise<ExtractionRow[]> {
  return tx
    .select()
    .from(extractions)
    .where(
      and(
        eq(extractions.tenantId, tx.scope.tenantId),
        conversationId === undefined ? undefined : eq(extractions.conversationId, conversationId),
        status === undefined ? undefined : eq(extractions.status, status),
        after === undefined ? undefined : lt(extractions.id, after),
      ),
    )
    .orderBy(desc(extractions.id))
    .limit(limit);
}
