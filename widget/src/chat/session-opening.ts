import { backoffMs } from './backoff.ts';
import type { Environment } from './environment.ts';
import type { SessionOutcome } from './session.ts';

type Answers = Readonly<Record<string, string>> | undefined;
type Opened = Extract<SessionOutcome, { kind: 'ok' | 'refused' }>;

/** Begins a session, and goes on trying while nobody answers. */
export interface SessionOpening {
  /** Undefined when it was cancelled, or is being opened already. */
  open(answers: Answers): Promise<Opened | undefined>;
  cancel(): void;
}

export function createSessionOpening(environment: Environment, start: (answers: Answers) => Promise<SessionOutcome>): SessionOpening {
  let attempt: { isCancelled: boolean } | undefined;
  let endPause = () => {};

  const pause = (failures: number) =>
    new Promise<void>((resolve) => {
      const cancel = environment.after(backoffMs(failures, environment.random()), resolve);
      const stopListening = environment.listen((happening) => {
        if (happening === 'online') resolve();
      });
      endPause = () => {
        cancel();
        stopListening();
        resolve();
      };
    }).finally(() => endPause());

  return {
    open: async (answers) => {
      if (attempt) return undefined;
      const mine = { isCancelled: false };
      attempt = mine;
      try {
        for (let failures = 1; !mine.isCancelled; failures++) {
          const outcome = await start(answers);
          if (mine.isCancelled) return undefined;
          if (outcome.kind === 'ok' || outcome.kind === 'refused') return outcome;
          await pause(failures);
        }
        return undefined;
      } finally {
        if (attempt === mine) attempt = undefined;
      }
    },
    cancel: () => {
      if (attempt) attempt.isCancelled = true;
      attempt = undefined;
      endPause();
    },
  };
}
