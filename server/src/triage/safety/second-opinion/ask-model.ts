import type { ChatModel, ChatRequest } from '#agents/models/chat-model.ts';
import { ModelError } from '#agents/models/model-error.ts';
import type { Clock } from '#platform/clock.ts';
import { opinionMessages, REPORT_TOOL, reportTool } from './opinion-prompt.ts';
import { type Opinion, readOpinion } from './read-opinion.ts';

export interface OpinionQuestion {
  content: string;
  /** Oldest first. */
  before: Parameters<typeof opinionMessages>[1];
}

/** Models that think first spend most of it on that; the report itself takes less than a tenth. */
const MAX_TOKENS = 1_000;
/** A visitor may be in danger meanwhile; who takes longer is asked again. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * Asks a model about one message. Undefined where its answer cannot be read.
 * @throws {ModelError} where it gives none in time
 */
export async function askModel(
  { model, clock, onSpent }: { model: ChatModel; clock: Clock; onSpent: NonNullable<ChatRequest['onSpent']> },
  { content, before }: OpinionQuestion,
  signal: AbortSignal,
): Promise<Opinion | undefined> {
  const request: ChatRequest = {
    messages: opinionMessages(content, before),
    tools: [reportTool],
    toolChoice: { name: REPORT_TOOL },
    settings: { temperature: 0, maxTokens: MAX_TOKENS },
    onSpent,
  };
  const limit = new AbortController();
  const cancel = clock.after(ANSWER_WITHIN_MS, () => limit.abort());
  try {
    return readOpinion(await collect(model, request, AbortSignal.any([signal, limit.signal])), content);
  } catch (error) {
    throw limit.signal.aborted ? new ModelError('timeout') : error;
  } finally {
    cancel();
  }
}

/** What it reports; models that cannot call tools write it as text. */
async function collect(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<string> {
  let text = '';
  let report: string | undefined;
  for await (const event of model.stream(request, signal)) {
    if (event.type === 'text-delta') text += event.delta;
    if (event.type === 'tool-call' && event.name === REPORT_TOOL) report ??= event.argumentsText;
  }
  return report ?? text;
}
