/** Limits how many sockets stand open at once on this node. */
export interface ConnectionRegistry {
  /** Counts a connection in; undefined when there are too many already. Call the result once it has closed. */
  admit(connection: { sessionId: string; address: string; appId: string }): (() => void) | undefined;
  count(): number;
}

export interface ConnectionLimits {
  perSession: number;
  perAddress: number;
  perApp: number;
}

/** An address may be that of a whole office; ten thousand visitors of one app may have their page open. */
export const DEFAULT_CONNECTION_LIMITS: ConnectionLimits = { perSession: 10, perAddress: 2_000, perApp: 20_000 };

export function createConnectionRegistry(limits: ConnectionLimits): ConnectionRegistry {
  const sessions = createCounter(limits.perSession);
  const addresses = createCounter(limits.perAddress);
  const apps = createCounter(limits.perApp);
  let total = 0;

  return {
    admit: ({ sessionId, address, appId }) => {
      if (sessions.isFull(sessionId) || addresses.isFull(address) || apps.isFull(appId)) return undefined;
      const change = (by: 1 | -1) => {
        sessions.change(sessionId, by);
        addresses.change(address, by);
        apps.change(appId, by);
        total += by;
      };
      change(1);
      let isOpen = true;
      return () => {
        if (isOpen) change(-1);
        isOpen = false;
      };
    },
    count: () => total,
  };
}

function createCounter(limit: number) {
  const counts = new Map<string, number>();
  return {
    isFull: (key: string) => (counts.get(key) ?? 0) >= limit,
    change: (key: string, by: 1 | -1) => {
      const next = (counts.get(key) ?? 0) + by;
      if (next > 0) counts.set(key, next);
      else counts.delete(key);
    },
  };
}
