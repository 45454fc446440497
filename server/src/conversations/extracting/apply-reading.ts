import { calibrationOf } from '#agents/extraction/calibration.ts';
import type { ProposedExtraction } from '#agents/extraction/extraction-engine.ts';
import { listJudgements } from '#agents/extraction/extractions.repository.ts';
import { type Calibrator, mergeFields } from '#agents/extraction/merge-fields.ts';
import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import type { PricedTokens } from '#agents/models/usage-ledger.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { changeFields } from './change-fields.ts';
import { holdExtraction } from './hold-extraction.ts';
import type { ReadContext } from './read-context.ts';

export interface Reading {
  context: ReadContext;
  engineId: string;
  /** Undefined when nothing could be read from what the engine said. */
  found: ProposedExtraction | undefined;
  /** What it took, whether it is of use or not. */
  spent: readonly PricedTokens[];
}

/** Writes a reading down, all of it or nothing, unless somebody has read further or the form has changed meanwhile. */
export async function applyReading(
  tx: TenantTransaction,
  { live, clock }: { live: LiveConversations; clock: Clock },
  { context, engineId, found, spent }: Reading,
): Promise<void> {
  await insertModelUsage(tx, { conversationId: context.conversation.id, turnId: null }, spent);
  const held = await holdExtraction(tx, context.extraction.id);
  if (!held) return;
  const { extraction, known } = held;
  if (extraction.formVersion !== context.extraction.formVersion || extraction.readSeq > context.lastSaidSeq) return;

  const proposed = found?.fields ?? [];
  const changes = mergeFields(known, proposed, {
    seqOf: context.seqOf,
    calibrate: await calibratorFor(
      tx,
      proposed.map(({ fieldName }) => fieldName),
    ),
  });
  await changeFields(tx, live, held, {
    changes,
    author: { changedBy: 'engine', changedByPersonId: null, changedAt: clock.now() },
    engineId,
    isFailed: found === undefined,
    alsoSet: { readSeq: context.lastSaidSeq, engineId, notes: found?.notes ?? null },
  });
}

/** What people of this tenant have said about such suggestions before decides how sure they are, once it is enough. */
async function calibratorFor(tx: TenantTransaction, names: readonly string[]): Promise<Calibrator> {
  const judged = await listJudgements(tx, names);
  const calibrations = new Map([...judged].map(([name, judgements]) => [name, calibrationOf(judgements)]));
  return (fieldName, confidence) => {
    const calibrated = calibrations.get(fieldName)?.(confidence);
    return { confidence: calibrated ?? confidence, isCalibrated: calibrated !== undefined };
  };
}
