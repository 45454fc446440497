import type { DataSubject, PersonalDataStore } from '#messaging/personal-data.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { isOnHold } from './privacy-requests.repository.ts';
import { lockContactForErasure } from './retention.repository.ts';

/**
 * Removes a subject from every store, in their order; with `conversations`, only what belongs to those.
 * @returns how much went, by the name of the store; undefined where a legal hold forbids it
 */
export async function eraseSubject(
  tx: TenantTransaction,
  stores: readonly PersonalDataStore[],
  subject: DataSubject,
  extent: 'everything' | 'conversations',
): Promise<Record<string, number> | undefined> {
  await lockContactForErasure(tx, subject.contactId);
  if (await isOnHold(tx, subject.contactId)) return undefined;
  const counts: Record<string, number> = {};
  for (const store of stores) {
    if (extent === 'conversations' && store.belongsTo === 'contact') continue;
    counts[store.name] = await store.erase(tx, subject);
  }
  return counts;
}
