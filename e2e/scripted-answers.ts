import type { ChatRequest } from '../server/src/agents/models/chat-model.ts';
import type { ModelChooser } from '../server/src/agents/models/choose-model.ts';
import { lastUserText, saying, scriptedModels } from '../server/test/scripted-models.ts';

/** A model that says what a test wants, at the pace that it wants. */
export interface ScriptedAnswers {
  models: ModelChooser;
  /** What is answered to a message: the pieces in which it streams. Anything else is echoed. */
  answer(message: string, pieces: readonly string[]): void;
  /** As `answer`, but after `before` pieces it stops until it is let go on. @returns lets it go on, and tells when it stands there */
  hold(message: string, pieces: readonly string[], before: number): { isHolding: Promise<void>; release(): void };
}

interface Answer {
  pieces: readonly string[];
  hold?: { before: number; reached(): void; released: Promise<void> };
}

export function scriptedAnswers(): ScriptedAnswers {
  const answers = new Map<string, Answer>();

  async function* script(request: ChatRequest, signal: AbortSignal) {
    const message = lastUserText(request);
    const answer = answers.get(message);
    if (!answer) return yield* saying(`You said: ${message}`);
    for (const [at, piece] of answer.pieces.entries()) {
      if (answer.hold?.before === at) {
        answer.hold.reached();
        await Promise.race([answer.hold.released, aborted(signal)]);
      }
      yield { type: 'text-delta' as const, delta: piece };
    }
    yield { type: 'finish' as const, reason: 'stop' as const, usage: { inputTokens: 1, outputTokens: answer.pieces.length } };
  }

  return {
    models: scriptedModels(script),
    answer: (message, pieces) => void answers.set(message, { pieces }),
    hold: (message, pieces, before) => {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      answers.set(message, { pieces, hold: { before, reached: reached.resolve, released: released.promise } });
      return { isHolding: reached.promise, release: released.resolve };
    },
  };
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
