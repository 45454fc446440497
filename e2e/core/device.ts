import type { Environment, Happening, Store } from '../../widget/src/chat/environment.ts';

/** A visitor's device without a browser: what is stored, and the tabs that share it. */
export interface Device {
  /** A page that is opened on it. */
  tab(): Tab;
  /** What is stored, by name. */
  readonly stored: ReadonlyMap<string, string>;
}

export interface Tab {
  readonly environment: Environment;
  happen(happening: Happening): void;
  /** The page is gone: nothing of it runs any more. */
  kill(): void;
}

export interface DeviceOptions {
  random?: () => number;
  now?: () => number;
}

export function createDevice({ random = Math.random, now = Date.now }: DeviceOptions = {}): Device {
  const stored = new Map<string, string>();
  const watchers = new Map<symbol, Set<(name: string) => void>>();
  let queue = Promise.resolve<unknown>(undefined);

  return {
    stored,
    tab: () => {
      const me = Symbol('tab');
      const mine = new Set<(name: string) => void>();
      watchers.set(me, mine);
      const listeners = new Set<(happening: Happening) => void>();
      const timers = new Set<NodeJS.Timeout>();
      const sockets = new Set<WebSocket>();
      const life = new AbortController();

      const tell = (name: string) => {
        for (const [tab, others] of watchers) if (tab !== me) for (const listener of others) queueMicrotask(() => listener(name));
      };
      const store: Store = {
        get: (name) => stored.get(name),
        set: (name, value) => {
          if (life.signal.aborted) return;
          stored.set(name, value);
          tell(name);
        },
        remove: (name) => {
          if (life.signal.aborted || !stored.delete(name)) return;
          tell(name);
        },
        names: () => [...stored.keys()],
        onChange: (listener) => {
          mine.add(listener);
          return () => mine.delete(listener);
        },
      };
      return {
        environment: {
          now,
          random,
          store,
          after: (delayMs, run) => {
            const timer = setTimeout(() => {
              timers.delete(timer);
              run();
            }, delayMs);
            timers.add(timer);
            return () => {
              clearTimeout(timer);
              timers.delete(timer);
            };
          },
          fetch: (url, init = {}) =>
            fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, life.signal]) : life.signal }),
          openSocket: (url) => {
            const socket = new WebSocket(url);
            sockets.add(socket);
            return socket;
          },
          upload: ({ url, token, file, onDone }) => {
            const form = new FormData();
            form.append('file', file);
            const cancel = new AbortController();
            fetch(url, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` }, signal: cancel.signal })
              .then(async (response) => onDone(response.status, await response.json()))
              .catch(() => onDone(0, {}));
            return () => cancel.abort();
          },
          alone: (_, work) => {
            const turn = queue.then(work);
            queue = turn.catch(() => {});
            return turn;
          },
          isOnline: () => true,
          listen: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        },
        happen: (happening) => {
          for (const listener of listeners) listener(happening);
        },
        kill: () => {
          life.abort();
          watchers.delete(me);
          listeners.clear();
          for (const timer of timers) clearTimeout(timer);
          for (const socket of sockets) {
            socket.onmessage = socket.onclose = null;
            socket.close();
          }
        },
      };
    },
  };
}
