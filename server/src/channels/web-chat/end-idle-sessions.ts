import { z } from 'zod';
import { IDLE_AFTER_DAYS } from '#messaging/conversations/conversation-life.policy.ts';
import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import type { Clock } from '#platform/clock.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { CronEntry } from '#platform/jobs/cron.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import { endIfIdle, listOldActiveSessions } from './widget-sessions.repository.ts';

const BATCH = 200;
/** Comes before every id. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

const endIdle = declareJob({ name: 'widget-sessions.end-idle', payload: z.object({}), timeoutMs: 300_000 });

export const endIdleSessionsHourly: CronEntry = { name: 'end-idle-sessions', schedule: '41 * * * *', job: endIdle, catchUpMs: 3_600_000 };

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
}

/** Ends sessions in which nobody has written for too long. They count as ended before; this says so to whoever still listens. */
export function endIdleSessions({ unitOfWork, live, clock }: Dependencies): JobDefinition {
  return defineJob({
    ...endIdle,
    run: async (_payload, { signal, logger }) => {
      let ended = 0;
      let afterId = NO_ID;
      for (let more = true; more && !signal.aborted; ) {
        const old = await unitOfWork.system((tx) => listOldActiveSessions(tx, { minimumAgeDays: IDLE_AFTER_DAYS, afterId, limit: BATCH }));
        for (const session of old) ended += await endOne(session);
        more = old.length === BATCH;
        afterId = old.at(-1)?.id ?? afterId;
      }
      if (ended > 0) logger.info('Sessions in which nobody wrote any more were ended', { ended });
    },
  }) as JobDefinition;

  function endOne({ id, tenantId, conversationId }: { id: string; tenantId: string; conversationId: string }): Promise<number> {
    return unitOfWork.write(grantTenantScope(tenantId, { kind: 'system' }), async (tx) => {
      const conversation = await lockConversation(tx, conversationId);
      const { hasEnded, goOn } = await endIfIdle(tx, id, conversationId);
      if (!hasEnded) return 0;
      tx.emit({ type: 'session.ended', subject: { conversationId, sessionId: id } });
      if (goOn === 0 && conversation && !conversation.endedAt) {
        await postUpdate(tx, live, conversationId, { kind: 'status', data: { status: 'session_ended' } }, { endedAt: clock.now() });
      }
      return 1;
    });
  }
}
