import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import type { ChatRequest, ModelEvent, TokenUsage } from './chat-model.ts';
import { ModelError } from './model-error.ts';
import { type ModelTimeLimits, type TimeWatch, watchTime } from './time-limits.ts';

/** Reads one streamed answer piece by piece, whatever the wire. */
export interface AnswerReader<Piece> {
  /** The text that can be passed on now; empty when there is none. */
  push(piece: Piece): string;
  /** Something of the answer itself has come: text, a thought, a tool call or its end. */
  readonly begun: boolean;
  /** The reason of its end has come; only token counts may follow. */
  readonly finished: boolean;
  /** As far as the provider has told. */
  readonly usage: TokenUsage | undefined;
  /** What remains to be passed on once the stream has ended. Call it only when the answer is finished. */
  end(): ModelEvent[];
}

/** One request to one provider. */
export interface WireRequest<Piece> {
  provider: string;
  /** As it is sent. */
  model: string;
  clock: Clock;
  limits: ModelTimeLimits;
  reader: AnswerReader<Piece>;
  open(signal: AbortSignal): Promise<AsyncIterable<Piece>>;
  /** @param streaming the response had begun, so the provider was reached */
  toModelError(thrown: unknown, streaming: boolean): ModelError;
}

/** Asks once and passes the answer on as it comes, within the limits; says what it took, also when the answer broke off. */
export async function* streamAnswer<Piece>(
  wire: WireRequest<Piece>,
  request: Pick<ChatRequest, 'onSpent'>,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  if (signal.aborted) throw new ModelError('cancelled');
  const { reader, limits, provider, model } = wire;
  const watch = watchTime(wire.clock, limits, signal);
  let streaming = false;
  try {
    watch.waitAtMost(limits.headersMs);
    const pieces = await wire.open(watch.signal);
    streaming = true;
    watch.waitAtMost(limits.firstTokenMs);
    for await (const piece of pieces) {
      // A client may have taken in more before the caller cancelled.
      if (signal.aborted) throw new ModelError('cancelled');
      const delta = reader.push(piece);
      if (!reader.begun) continue;
      watch.pause();
      if (delta !== '') yield { type: 'text-delta', delta };
      watch.waitAtMost(reader.finished ? limits.trailerMs : limits.idleMs);
    }
  } catch (thrown) {
    // After the reason of its end only the token counts can be lost.
    if (!reader.finished) throw failure(thrown, watch);
  } finally {
    watch.end();
    if (reader.usage) {
      const outcome = reader.finished ? ('answered' as const) : ('failed' as const);
      request.onSpent?.({ id: newId(), provider, model, outcome, ...reader.usage });
    }
  }

  if (signal.aborted) throw new ModelError('cancelled');
  // Clients end their stream without an error when it is aborted, and when the server just stops.
  if (!reader.finished) throw new ModelError(watch.expired ? 'timeout' : 'broken-stream');
  for (const event of reader.end()) yield event.type === 'finish' ? { ...event, by: `${provider}/${model}` } : event;

  function failure(thrown: unknown, { expired }: TimeWatch): ModelError {
    if (signal.aborted) return new ModelError('cancelled');
    return expired ? new ModelError('timeout') : wire.toModelError(thrown, streaming);
  }
}
