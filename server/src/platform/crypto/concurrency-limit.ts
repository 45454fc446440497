/** Runs at most `running` tasks at once and lets at most `waiting` more wait their turn, first come, first served. */
export interface ConcurrencyLimit {
  /** @returns undefined without starting the task when the queue is full */
  run<Result>(task: () => Promise<Result>): Promise<Result> | undefined;
}

export function createConcurrencyLimit({ running, waiting }: { running: number; waiting: number }): ConcurrencyLimit {
  const queue: Array<() => void> = [];
  let active = 0;

  const release = () => {
    const next = queue.shift();
    // The place passes on directly: were it freed first, a newcomer could slip in before the one who waited.
    if (next) next();
    else active -= 1;
  };

  return {
    run(task) {
      if (active < running) {
        active += 1;
        return task().finally(release);
      }
      if (queue.length >= waiting) return undefined;
      return new Promise<void>((start) => queue.push(start)).then(task).finally(release);
    },
  };
}
