import type { Browser, Locator, Page } from 'playwright-core';
import { openContext, type Screen } from './browser.ts';
import type { Clinic, FrontDesk } from './front-desk.ts';
import type { HostPage } from './host-site.ts';
import type { Watch } from './watch.ts';
import { WORDS, type Words } from './words.ts';

/** A visitor in front of a page with the widget, and what can be done there. */
export interface WidgetPage {
  readonly page: Page;
  readonly watch: Watch;
  readonly words: Words;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly composer: Locator;
  readonly bubbles: Locator;
  /** Opens the widget and waits until something can be written. */
  open(): Promise<void>;
  /** Waits until what is written can be sent: no file is on its way any more. */
  canSend(): Promise<void>;
  /** Writes into the composer and sends with the Enter key. */
  say(text: string): Promise<void>;
  /** The bubble of a message with this text. */
  bubble(text: string | RegExp): Locator;
  /** Every message that is shown, in order, without the welcome. */
  shown(): Promise<ShownMessage[]>;
  /** Waits until the connection has this state. */
  connected(state?: string): Promise<void>;
  /** A command of `window.foyer`. */
  foyer(command: string, ...args: unknown[]): Promise<void>;
  /** Another page in the same browser profile: a second tab. */
  tab(): Promise<WidgetPage>;
  close(): Promise<void>;
}

export interface ShownMessage {
  messageId: string;
  role: string;
  delivery: string | undefined;
  content: string;
}

export interface Arrival extends Screen {
  /** What the page is like, beside its script tag. */
  host?: Partial<HostPage>;
}

/** Comes to a page of the site with this clinic's widget, in a browser profile of its own. */
export async function arrive(browser: Browser, desk: FrontDesk, clinic: Clinic, arrival: Arrival = {}): Promise<WidgetPage> {
  const { host = {}, ...screen } = arrival;
  const { context, watch } = await openContext(browser, screen);
  const address = desk.site.publish({ foyer: desk.wire.url, script: { 'project-id': clinic.projectId }, ...host });
  const words = screen.locale === 'es-ES' ? WORDS.es : WORDS.en;
  return onPage(await context.newPage(), { address, words, watch });
}

interface Place {
  address: string;
  words: Words;
  watch: Watch;
}

async function onPage(page: Page, place: Place): Promise<WidgetPage> {
  await page.goto(place.address);
  const { words, watch } = place;
  const panel = page.getByRole('dialog', { name: /^Chat (with|con) / });
  const launcher = page.getByRole('button', { name: /Open chat|Abrir el chat/ });
  const composer = panel.getByRole('textbox', { name: words.composer });
  const bubbles = page.locator('[data-key]');

  const connected = (state = 'online') => page.locator(`[data-connection="${state}"]`).waitFor({ state: 'attached' });
  return {
    page,
    watch,
    words,
    launcher,
    panel,
    composer,
    bubbles,
    open: async () => {
      await launcher.click();
      await composer.waitFor();
      await connected();
    },
    canSend: () => page.locator('.send[aria-disabled="false"]').waitFor(),
    say: async (text) => {
      await composer.fill(text);
      await composer.press('Enter');
    },
    bubble: (text) => bubbles.filter({ hasText: text }),
    shown: () =>
      bubbles.evaluateAll((elements) =>
        elements.map((element) => ({
          messageId: element.getAttribute('data-message-id') ?? '',
          role: element.getAttribute('data-role') ?? '',
          delivery: element.getAttribute('data-delivery') ?? undefined,
          content: element.querySelector('[data-part="content"]')?.textContent?.trim() ?? '',
        })),
      ),
    connected,
    foyer: (command, ...args) =>
      page.evaluate(([name, rest]) => (window as unknown as { foyer: (...all: unknown[]) => void }).foyer(name, ...rest), [
        command,
        args,
      ] as const),
    tab: async () => onPage(await page.context().newPage(), place),
    close: () => page.context().close(),
  };
}
