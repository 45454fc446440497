import { createBrowserStore } from './browser-store.ts';
import type { Environment, Happening } from './environment.ts';

/** @param name of all that is kept on this device for the project */
export function browserEnvironment(name: string): Environment {
  return {
    now: Date.now,
    random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    fetch: (url, init) => fetch(url, init),
    openSocket: (url) => new WebSocket(url),
    store: createBrowserStore(name),
    // Pages that are not served securely have no locks; two of their tabs that open at the same moment get a session each.
    alone: (what, work) => (navigator.locks ? navigator.locks.request(`${name}:${what}`, work) : work()) as ReturnType<typeof work>,
    isOnline: () => navigator.onLine,
    listen,
  };
}

function listen(listener: (happening: Happening) => void): () => void {
  const stop = new AbortController();
  const on = (target: EventTarget, event: string, tell: (event: Event) => Happening | false) => {
    const run = (happened: Event) => {
      const happening = tell(happened);
      if (happening) listener(happening);
    };
    target.addEventListener(event, run, { signal: stop.signal });
  };
  on(window, 'online', () => 'online');
  on(window, 'offline', () => 'offline');
  on(window, 'pagehide', () => 'put-aside');
  on(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && 'taken-out');
  on(document, 'visibilitychange', () => !document.hidden && 'shown');
  on(document, 'resume', () => 'shown');
  return () => stop.abort();
}
