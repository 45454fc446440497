/** Limits how many sockets stand open at once, per session and per address. */
export interface ConnectionRegistry {
  /** Counts a connection in; undefined when there are too many already. Call the result once it has closed. */
  admit(sessionId: string, ip: string): (() => void) | undefined;
  count(): number;
}

export interface ConnectionLimits {
  perSession: number;
  perAddress: number;
}

export function createConnectionRegistry(limits: ConnectionLimits): ConnectionRegistry {
  const sessions = new Map<string, number>();
  const addresses = new Map<string, number>();
  let total = 0;

  const change = (counts: Map<string, number>, key: string, by: number) => {
    const next = (counts.get(key) ?? 0) + by;
    if (next > 0) counts.set(key, next);
    else counts.delete(key);
  };

  return {
    admit: (sessionId, ip) => {
      if ((sessions.get(sessionId) ?? 0) >= limits.perSession || (addresses.get(ip) ?? 0) >= limits.perAddress) return undefined;
      change(sessions, sessionId, 1);
      change(addresses, ip, 1);
      total += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        change(sessions, sessionId, -1);
        change(addresses, ip, -1);
        total -= 1;
      };
    },
    count: () => total,
  };
}
