import type { ModelEvent } from '#agents/models/chat-model.ts';
import { createJobs } from '#app/jobs.ts';
import { systemClock } from '#platform/clock.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import { drainJobs } from '#platform/jobs/jobs.testing.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { calling, type Script, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';
import { REPORT_TOOL } from './opinion-prompt.ts';

/** What the model reports; an emergency of the heart when left out. */
export const reporting = (fields: Record<string, unknown> = {}): AsyncGenerator<ModelEvent> =>
  calling(REPORT_TOOL, { urgency: 'emergency', category: 'cardiac', quote: '', about: 'now', ...fields });

export type OpinionWorld = Awaited<ReturnType<typeof createOpinionWorld>>;

/** A front desk whose model answers and judges as the test says. Its jobs run when the test lets them. */
export async function createOpinionWorld() {
  let judge: Script = () => reporting({ urgency: 'none' });
  let answer: Script = () => saying('We are open until five.');
  const asked: string[] = [];
  const models = scriptedModels(
    (request, signal) => {
      assertOutsideUnitOfWork('A scripted model');
      if (!request.tools.some(({ name }) => name === REPORT_TOOL)) return answer(request, signal);
      asked.push(request.messages.at(-1)?.content ?? '');
      request.onSpent?.({
        id: crypto.randomUUID(),
        provider: 'scripted',
        model: 'm',
        outcome: 'answered',
        inputTokens: 500,
        outputTokens: 40,
      });
      return judge(request, signal);
    },
    { isRemote: true },
  );
  const product: TestApp = await startTestApp({ models, env: { FOYER_ROLE: 'web' } });
  const { foundation, services } = product.app;
  const metrics = createMetrics({ ofProcess: false });
  const jobs = createJobs({ ...foundation, metrics }, services);
  const { asSuperuser } = product.database;

  const visitor = async (projectId?: string, locale?: string): Promise<{ visitor: Visitor; conversationId: string }> => {
    const one = await product.visitor(projectId, locale === undefined ? {} : { locale });
    await one.connect();
    const [row] = await asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
      one.session.sessionId,
    ]);
    return { visitor: one, conversationId: row?.id ?? '' };
  };

  return {
    product,
    metrics,
    visitor,
    /** What the model was given to judge, in order. */
    asked,
    judge: (script: Script) => {
      judge = script;
    },
    answer: (script: Script) => {
      answer = script;
    },
    drain: (onFailure: 'throw' | 'retry' = 'throw') =>
      drainJobs({ database: product.database.database, jobs, clock: systemClock, onFailure }),
    job: jobs.find(({ name }) => name === 'safety.second-opinion'),
    /** Jobs that wait, dead letters included. */
    waiting: async () => {
      const [row] = await asSuperuser<{ count: number }>(
        `select count(*)::int from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
          where identifier = 'safety.second-opinion'`,
      );
      return row?.count;
    },
    /** What is known of a conversation, behind the product's back. */
    record: async (conversationId: string) => {
      const [row] = await asSuperuser<{
        urgency: string;
        holder: string;
        flags: ({ urgency: string; matches: { ruleId: string; quote: string; urgency: string }[] } | null)[];
        escalations: number;
        evidence: { trigger: string; quote: string; ruleIds: string[] }[] | null;
        flagged: unknown[] | null;
        tokens: number | null;
      }>(
        `select urgency, holder,
                (select json_agg(red_flags order by seq) from messages where conversation_id = c.id and role = 'user') as flags,
                (select count(*)::int from escalations where conversation_id = c.id) as escalations,
                (select json_agg(json_build_object('trigger', e.trigger, 'quote', quote, 'ruleIds', rule_ids) order by noticed_at, e.id)
                   from escalation_evidence e join escalations s on s.id = e.escalation_id where s.conversation_id = c.id) as evidence,
                (select json_agg(data) from events where type = 'safety.flagged' and subject ->> 'conversationId' = c.id::text) as flagged,
                (select sum(input_tokens + output_tokens)::int from model_usage
                  where conversation_id = c.id and turn_id is null) as tokens
           from conversations c where id = $1`,
        [conversationId],
      );
      if (!row) throw new Error('There is no such conversation.');
      return row;
    },
  };
}
