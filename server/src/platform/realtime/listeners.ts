import type { Logger } from '../telemetry/logger.ts';

/** Calls every listener, also those after one that throws. */
export function createListeners<Value>(what: string, logger: Logger) {
  const listeners = new Set<{ listen: (value: Value) => void }>();
  return {
    add(listen: (value: Value) => void): () => void {
      const entry = { listen };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    isEmpty: () => listeners.size === 0,
    tell(value: Value): void {
      for (const { listen } of listeners) {
        try {
          listen(value);
        } catch (error) {
          logger.error('a live listener failed', { what, error });
        }
      }
    },
  };
}

export type Listeners<Value> = ReturnType<typeof createListeners<Value>>;
