import type { BrowserContext } from 'playwright-core';

/** What a page must never do to its visitors or its host; the list stays empty. */
export interface Watch {
  readonly problems: readonly string[];
  /** Scripts of hostile content call the canary; this counts the calls. */
  readonly canaryCalls: number;
  /** Every request, in order. */
  readonly requests: readonly { url: string; kind: string }[];
  /** What the test brings about itself, such as a lost network, is no problem. */
  forgive(pattern: RegExp): void;
}

/** The browser itself writes these into the console when a server cannot be reached; no page can keep it from doing so. */
export const LOST_NETWORK = /net::ERR_|WebSocket connection to .* failed|Failed to load resource/;

/** The name of the function that hostile content tries to call. */
export const CANARY = 'foyerCanary';

const REPORT = 'foyerWatch';

/** Notes errors, violations of the content security policy, dialogs, and requests to anywhere but this machine, of all pages. */
export async function watchContext(context: BrowserContext): Promise<Watch> {
  const all: string[] = [];
  const forgiven: RegExp[] = [];
  const requests: { url: string; kind: string }[] = [];
  let canaryCalls = 0;

  await context.exposeBinding(REPORT, (_source, what: string) => {
    if (what === 'canary') canaryCalls += 1;
    all.push(what);
  });
  await context.addInitScript(
    ([report, canary]) => {
      const tell = (what: string) => (window as unknown as Record<string, (text: string) => void>)[report ?? '']?.(what);
      Object.defineProperty(window, canary ?? '', { value: () => tell('canary') });
      document.addEventListener('securitypolicyviolation', (event) =>
        tell(`csp: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`),
      );
    },
    [REPORT, CANARY],
  );

  context.on('console', (message) => {
    if (message.type() === 'error') all.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => all.push(`error: ${error.error().stack ?? error.error().message}`));
  context.on('dialog', (dialog) => {
    all.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    requests.push({ url, kind: request.resourceType() });
    if (/^(?:https?|wss?):/.test(url) && new URL(url).hostname !== '127.0.0.1') all.push(`third party: ${url}`);
  });

  return {
    get problems() {
      return all.filter((problem) => !forgiven.some((pattern) => pattern.test(problem)));
    },
    get canaryCalls() {
      return canaryCalls;
    },
    requests,
    forgive: (pattern) => void forgiven.push(pattern),
  };
}
