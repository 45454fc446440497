import { sql } from 'drizzle-orm';
import { systemClock } from '#platform/clock.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EventDraft, TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { createEventRecorder } from '#platform/events/record-events.ts';
import { newId } from '#platform/ids.ts';
import type { Random } from '#test/chaos/random.ts';
import { CONVERSATIONS_PER_TENANT, type EventProcessMessage, RARE, SAID } from './event-world.ts';

class ChangedMyMind extends Error {}

const recordNow = createEventRecorder(systemClock);

/** One random transaction: some conversations, some events each; quick, slow or open for seconds; sometimes rolled back. */
export async function writeOnce(
  unitOfWork: UnitOfWork,
  tenantIds: string[],
  random: Random,
  tell: (message: EventProcessMessage) => void,
): Promise<void> {
  const scope = grantTenantScope(someTenant(tenantIds, random), { kind: 'system' });
  const transaction = newId();
  const pace = random.next();
  const openMs = pace < 0.004 ? random.between(1_000, 6_000) : pace < 0.1 ? random.between(2, 60) : 0;
  // Long ones keep one conversation waiting and no more.
  const conversations = openMs > 1_000 ? [anyConversation(random)] : someConversations(random);
  const changesMind = random.chance(0.12);
  let count = 0;
  try {
    await unitOfWork.write(scope, async (tx) => {
      count = 0;
      for (const conversation of conversations) {
        const drafts = await extend(tx, conversation, random.whole(1, 5), transaction, random);
        count += drafts.length;
        // Most rows are written at the end, as always; those written now have their ordinal long before their commit.
        if (random.chance(0.3)) await recordNow(tx, scope, drafts);
        else for (const draft of drafts) tx.emit(draft);
      }
      if (openMs > 0) await systemClock.sleep(openMs);
      if (changesMind) throw new ChangedMyMind();
    });
    tell({ kind: 'committed', transaction, events: count });
  } catch (error) {
    if (error instanceof ChangedMyMind) tell({ kind: 'rolled-back', transaction });
    else throw error;
  }
}

/** Takes the conversation's row lock until the commit, so that commits of one conversation have an order that its events tell. */
async function extend(
  tx: TenantTransaction,
  conversation: number,
  count: number,
  transaction: string,
  random: Random,
): Promise<EventDraft[]> {
  const { rows } = await tx.execute<{ length: number }>(
    sql`update proof_conversations set length = length + ${count} where tenant_id = ${tx.scope.tenantId} and number = ${conversation} returning length`,
  );
  const before = (rows[0]?.length ?? 0) - count;
  return Array.from({ length: count }, (_, index) => {
    const rare = random.chance(0.02);
    return {
      type: rare ? RARE : SAID,
      subject: { conversation: `${conversation}` },
      data: { step: before + index + 1, transaction, ...(rare && random.chance(0.01) && { poison: true }) },
    };
  });
}

/** One is much busier than the others. */
const someTenant = ([busy = '', ...others]: string[], random: Random) => (random.chance(0.8) ? busy : random.pick(others));

const anyConversation = (random: Random) => random.whole(1, CONVERSATIONS_PER_TENANT);

/** In ascending order, so that writers never wait for each other in a circle. A later one emits after an earlier one in any case. */
const someConversations = (random: Random) =>
  [...new Set(Array.from({ length: random.whole(1, 2) }, () => anyConversation(random)))].sort((one, other) => one - other);
