import type { BootOptions, StartApp, StartedApp, WidgetConfig } from './bridge.ts';
import { createLauncher } from './launcher.ts';

declare global {
  interface Window {
    foyer?: Foyer;
  }
  /** The app's file, known once it is built. */
  const APP_FILE: string;
}

export interface Foyer {
  (command: string, ...args: unknown[]): void;
  /** What was called before the loader was there: the arguments of each call. */
  q?: [string, ...unknown[]][] | undefined;
}

type Handler = (data: unknown) => void;

/** Commands that the app carries out; in the group those that cannot wait until somebody opens the widget. */
const OF_THE_APP = /^(?:prefill|send|set(?:User|Attributes|ColorScheme)|(reset|update|setLocale))$/;

/** Takes over `window.foyer`, and boots where the script's tag names a project. */
export function startLoader({ src, dataset: { projectId, locale, colorScheme, position, hidden } }: HTMLScriptElement): void {
  const server = new URL(src).origin;
  const tag = { projectId, locale, colorScheme, position, hidden };
  let handlers: [string, Handler][] = [];
  /** Commands of the app that were called before it was there. */
  let waiting: [string, unknown[]][] = [];
  let options: BootOptions | undefined;
  let config: WidgetConfig | undefined;
  let host: HTMLElement | undefined;
  let app: StartedApp | undefined;
  let isLoading = false;
  /** Something waits that cannot. */
  let isUrgent = false;
  let isOpen = false;

  const emit = (event: string, data?: unknown) => {
    for (const [name, handler] of handlers) {
      // What a page does with it must not stop us.
      if (name === event) queueMicrotask(() => handler(data));
    }
  };
  const complain = (code: string, message: string) => {
    // biome-ignore lint/suspicious/noConsole: the page's developers are told, and nobody else
    console.error(`Foyer: ${message}`);
    emit('error', { code, message });
  };

  // Page swaps replace the body, or what is in it: the element is put back, a moment later, so that nobody gets stuck in a quarrel.
  const observer = new MutationObserver(() => setTimeout(attach));
  const attach = () => {
    const { body } = document;
    if (!host || host.isConnected) return;
    if (!body) return void setTimeout(attach, 9);
    (options?.container ?? body).append(host);
    for (const place of [body, document.documentElement]) observer.observe(place, { childList: true });
  };

  const setOpen = (next: boolean) => {
    if (next === isOpen) return;
    isOpen = next;
    if (!host) return;
    load();
    app?.setOpen(isOpen);
    emit(isOpen ? 'opened' : 'closed');
  };

  /** Tries again until it works, or until it has become pointless. */
  const persist = async (work: () => Promise<unknown>) => {
    const mine = options;
    for (let tries = 0; mine === options; ) {
      try {
        return await work();
      } catch (error) {
        // biome-ignore lint/suspicious/noConsole: once, for the page's developers
        if (!tries) console.error('Foyer:', error);
        await new Promise((resolve) => setTimeout(resolve, 2_000 * ++tries));
      }
    }
  };

  const load = () => {
    if (!host || isLoading) return;
    isLoading = true;
    const mine = options;
    persist(async () => {
      const file = `${server}/widget/${APP_FILE}`;
      // Some browsers remember for good that an import has failed. What was fetched is not fetched again.
      await fetch(file);
      const { startApp } = (await import(/* @vite-ignore */ file)) as { startApp: StartApp };
      if (mine !== options || !options || !config || !host) return;
      const started = await startApp({ server, options, config, host, setOpen, emit, complain });
      if (mine !== options) return started.stop();
      app = started;
      for (const [command, args] of waiting) app.run(command, args);
      app.setOpen(isOpen);
    });
  };

  /** Asks how the widget looks, until somebody says so: a page without network, or a server that is down, goes on without it. */
  const begin = (mine: BootOptions) =>
    persist(async () => {
      const language = mine.locale ? `&locale=${mine.locale}` : '';
      const response = await fetch(`${server}/api/v1/widget/config?projectId=${mine.projectId}${language}`);
      const answer = await response.json();
      if (mine !== options) return;
      if (response.status >= 500) throw answer;
      if (!response.ok) return complain(answer.code, answer.detail);
      config = answer as WidgetConfig;
      host = createLauncher(config, mine, () => setOpen(!isOpen));
      attach();
      emit('ready');
      if (isUrgent || hasStored(config.projectId)) setTimeout(load);
      if (isOpen || mine.container) {
        isOpen = false;
        setOpen(true);
      }
    });

  const commands: Record<string, (...args: never[]) => unknown> = {
    boot: (given?: BootOptions) => {
      if (options) return complain('INVALID_CALL', 'already booted');
      options = { ...(tag as BootOptions), ...given };
      begin(options);
    },
    shutdown: () => {
      app?.stop();
      observer.disconnect();
      host?.remove();
      options = config = host = app = undefined;
      isLoading = isOpen = isUrgent = false;
      waiting = [];
    },
    show: () => setOpen(true),
    hide: () => setOpen(false),
    toggle: () => setOpen(!isOpen),
    on: (event: string, handler: Handler) => {
      if (typeof handler === 'function') handlers.push([event, handler]);
      else complain('INVALID_CALL', 'on needs a function');
    },
    off: (event: string, handler: Handler) => {
      handlers = handlers.filter(([name, one]) => name !== event || one !== handler);
    },
  };

  const foyer: Foyer = (command, ...args) => {
    const known = OF_THE_APP.exec(command);
    if (Object.hasOwn(commands, command)) commands[command]?.(...(args as never[]));
    else if (!known) complain('INVALID_CALL', `no command “${command}”`);
    else if (app) app.run(command, args);
    else {
      waiting.push([command, args]);
      isUrgent ||= !!known[1];
      if (isUrgent) load();
    }
  };
  const called = window.foyer?.q ?? [];
  window.foyer = foyer;
  if (projectId) foyer('boot');
  for (const call of called) foyer(...call);
}

/** Whether this browser has talked to the project before. Pages may be refused their storage. */
function hasStored(projectId: string): boolean {
  try {
    return `foyer:${projectId}` in localStorage;
  } catch {
    return false;
  }
}
