import type { RemoteTool, Tool, ToolContext, ToolResult } from '#messaging/tool.ts';
import { parseArguments } from '#messaging/tool-arguments.ts';
import type { CallKey, JournalledCall } from '#messaging/turns/turn-steps.repository.ts';
import type { CallOutcome, TurnJournal } from './turn-journal.ts';

export interface SettledCall {
  outcome: CallOutcome;
  /** What the model is told. */
  content: string;
}

/** Told to the model, so that it neither repeats the call nor claims that it worked. */
const UNKNOWN =
  'It is not known whether this was done: the answer was lost. Do not call it again for this. Tell the visitor that the team will check.';

/** The same for every attempt at the same call: a remote server that honours it does the work once. */
export const idempotencyKeyOf = ({ turnId, step, ordinal }: CallKey): string => `${turnId}-${step}-${ordinal}`;

/**
 * Brings a call to its end. What the journal already knows is not done again; a remote call that had gone out when its process died is
 * `outcome_unknown`, because asking again could do it twice.
 * @throws {TurnLost}
 */
export async function settleCall(
  call: JournalledCall,
  tools: ReadonlyMap<string, Tool>,
  context: ToolContext,
  journal: TurnJournal,
  signal: AbortSignal,
): Promise<SettledCall> {
  const finish = async (outcome: CallOutcome, result: ToolResult): Promise<SettledCall> => {
    await journal.finishCall(call, outcome, result);
    return { outcome, content: result.content };
  };

  if (call.state === 'started') return finish('outcome_unknown', { ok: false, content: UNKNOWN });
  if (call.state === 'not-run') return { outcome: 'refused', content: 'This was not done.' };
  if (call.state !== 'requested') return { outcome: call.state, content: call.result ?? '' };

  const tool = tools.get(call.name);
  if (!tool) return finish('refused', { ok: false, content: `There is no tool called ${JSON.stringify(call.name.slice(0, 80))}.` });
  const args = parseArguments(tool, call.argumentsText);
  if (!args.ok) return finish('refused', { ok: false, content: args.error });

  if (tool.kind === 'database') {
    const result = await journal.runDatabaseTool(call, tool, args.value, context);
    return { outcome: result.ok ? 'succeeded' : 'refused', content: result.content };
  }
  await journal.startRemoteCall(call);
  const ended = await callRemote(tool, args.value, { ...context, idempotencyKey: idempotencyKeyOf(call), signal });
  return finish(ended.outcome, ended.result);
}

async function callRemote(
  tool: RemoteTool,
  args: unknown,
  context: Parameters<RemoteTool['call']>[1],
): Promise<{ outcome: CallOutcome; result: ToolResult }> {
  try {
    const result = await tool.call(args, context);
    return { outcome: result.ok ? 'succeeded' : 'refused', result };
  } catch {
    // `OutcomeUnknown` says so itself; anything else that goes wrong once the call may have gone out leaves the same doubt.
    return { outcome: 'outcome_unknown', result: { ok: false, content: UNKNOWN } };
  }
}
