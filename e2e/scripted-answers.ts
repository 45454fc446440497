import type { ChatRequest } from '../server/src/agents/models/chat-model.ts';
import type { ModelChooser } from '../server/src/agents/models/choose-model.ts';
import { lastUserText, saying, scriptedModels } from '../server/test/scripted-models.ts';

/** A model that says what a test wants, at the pace that it wants. */
export interface ScriptedAnswers {
  models: ModelChooser;
  /**
   * What is answered to a message: the pieces in which it streams. Anything else is echoed.
   * @param beforePiece is awaited before each piece, with its number
   */
  answer(message: string, pieces: readonly string[], beforePiece?: (at: number) => Promise<void> | void): void;
  /** As `answer`, but after `before` pieces it stops until it is let go on. */
  hold(message: string, pieces: readonly string[], before: number): HeldAnswer;
}

export interface HeldAnswer {
  /** Resolves when the answer stands there. */
  isHolding: Promise<void>;
  release(): void;
}

interface Answer {
  pieces: readonly string[];
  beforePiece?: ((at: number) => Promise<void> | void) | undefined;
}

export function scriptedAnswers(): ScriptedAnswers {
  const answers = new Map<string, Answer>();

  async function* script(request: ChatRequest, signal: AbortSignal) {
    const message = lastUserText(request);
    const answer = answers.get(message);
    if (!answer) return yield* saying(`You said: ${message}`);
    for (const [at, piece] of answer.pieces.entries()) {
      await Promise.race([answer.beforePiece?.(at), aborted(signal)]);
      yield { type: 'text-delta' as const, delta: piece };
    }
    yield { type: 'finish' as const, reason: 'stop' as const, usage: { inputTokens: 1, outputTokens: answer.pieces.length } };
  }

  const answer: ScriptedAnswers['answer'] = (message, pieces, beforePiece) => void answers.set(message, { pieces, beforePiece });
  return {
    models: scriptedModels(script),
    answer,
    hold: (message, pieces, before) => {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      answer(message, pieces, (at) => {
        if (at !== before) return;
        reached.resolve();
        return released.promise;
      });
      return { isHolding: reached.promise, release: released.resolve };
    },
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
