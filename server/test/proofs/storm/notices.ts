/** What the server's log has told about, and whoever waits to be told. */
export interface Notices {
  tell(name: string): void;
  wasTold(name: string): boolean;
  of(name: string): Promise<void>;
}

export function createNotices(): Notices {
  const told = new Set<string>();
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  const promiseOf = (name: string) => {
    const known = waiting.get(name) ?? Promise.withResolvers<void>();
    waiting.set(name, known);
    return known;
  };
  return {
    tell: (name) => {
      told.add(name);
      promiseOf(name).resolve();
    },
    wasTold: (name) => told.has(name),
    of: (name) => promiseOf(name).promise,
  };
}
