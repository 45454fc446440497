import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inBrowser, openContext, type Screen, useBrowser } from '../browser.ts';
import type { Watch } from '../watch.ts';
import { serveGallery } from './serve-gallery.ts';
import type { GalleryState } from './states.ts';

/** What `gallery.ts` puts at the window. */
interface Stage {
  gallery: {
    calls: unknown[][];
    state: Record<'timeline' | 'streaming' | 'typing', { value: unknown }>;
    isOpen: { value: boolean };
    signal: (value: unknown) => { value: unknown };
  };
}

inBrowser('the window of the widget', () => {
  const browser = useBrowser();
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  beforeAll(async () => {
    gallery = await serveGallery();
  });
  afterAll(() => gallery.close());

  /** One page for each screen; what it shows begins anew each time. */
  const opened = new Map<string, { page: Page; watch: Watch }>();
  async function show(state: GalleryState, { size = 'desktop' }: Screen = {}, until: 'visible' | 'attached' = 'visible'): Promise<Page> {
    if (!opened.has(size)) {
      const { context, watch } = await openContext(browser(), { size });
      opened.set(size, { page: await context.newPage(), watch });
    }
    const { page } = opened.get(size) as { page: Page };
    await page.goto(`${gallery.url}/?state=${state}`);
    await page.locator('.window').waitFor({ state: until });
    return page;
  }
  afterEach(() => {
    for (const { watch } of opened.values()) expect(watch.problems).toEqual([]);
  });
  const calls = (page: Page) => page.evaluate(() => (window as unknown as Stage).gallery.calls);
  const add = (page: Page, content: string, more: Record<string, unknown> = {}) =>
    page.evaluate(
      ([text, rest]) => {
        const { timeline } = (window as unknown as Stage).gallery.state;
        const nothing = {
          failure: undefined,
          delivery: undefined,
          isStreaming: false,
          sources: [],
          attachments: [],
          authorName: undefined,
        };
        const key = `added-${(timeline.value as unknown[]).length}`;
        const message = {
          kind: 'message',
          key,
          messageId: key,
          role: 'assistant',
          content: text,
          seq: 1,
          at: Date.now(),
          ...nothing,
          ...rest,
        };
        timeline.value = [...(timeline.value as unknown[]), message];
      },
      [content, more] as const,
    );

  describe('writing', () => {
    test('Enter sends, Shift and Enter begins a line, and Enter that chooses a character does neither', async () => {
      const page = await show('welcome');
      const field = page.getByRole('textbox', { name: 'Your message' });
      await expect.poll(() => field.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
      await page.keyboard.type('one');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('two');
      await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
      expect(await calls(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => calls(page)).toEqual([['send', 'one\ntwo']]);
      expect(await field.inputValue()).toBe('');
    });

    test('there is room for a line, also where the window was drawn before it was opened', async () => {
      const page = await show('conversation&closed' as GalleryState, {}, 'attached');
      await page.evaluate(() => {
        (window as unknown as Stage).gallery.isOpen.value = true;
      });
      const field = page.getByRole('textbox', { name: 'Your message' });
      await field.waitFor();
      await expect
        .poll(() => field.evaluate((element) => element.clientHeight >= element.scrollHeight && element.clientHeight > 20))
        .toBe(true);
    });

    test('what is too long is not sent, and says by how much', async () => {
      const page = await show('notice');
      await page.getByText('20 characters too many').waitFor();
      await page.keyboard.press('Enter');
      expect(await calls(page)).toEqual([]);
    });

    test('pictures are pasted and files are dropped', async () => {
      const page = await show('welcome');
      const send = (type: 'paste' | 'drop') =>
        page.getByRole('textbox').evaluate((element, kind) => {
          const data = new DataTransfer();
          data.items.add(new File(['x'], `${kind}.png`, { type: 'image/png' }));
          const options = { bubbles: true, cancelable: true, composed: true };
          element.dispatchEvent(
            kind === 'paste'
              ? new ClipboardEvent('paste', { ...options, clipboardData: data })
              : new DragEvent('drop', { ...options, dataTransfer: data }),
          );
        }, type);
      await send('paste');
      await send('drop');
      expect(await calls(page)).toEqual([
        ['addFiles', ['paste.png']],
        ['addFiles', ['drop.png']],
      ]);
    });
  });

  describe('reading', () => {
    test('the end is followed, until the visitor scrolls up; then new messages are counted', async () => {
      const page = await show('long');
      const log = page.getByRole('log');
      const distance = () => log.evaluate((element) => Math.round(element.scrollHeight - element.scrollTop - element.clientHeight));
      await page.getByText('Answer 30: The first visit').waitFor();
      await expect.poll(distance).toBe(0);
      await add(page, 'One more.');
      await expect.poll(distance).toBe(0);
      await log.evaluate((element) => element.scrollTo(0, 200));
      await page.getByRole('button', { name: 'To the newest message' }).waitFor();
      await add(page, 'And one.');
      await add(page, 'And another.');
      await page.getByRole('button', { name: '2 new messages' }).waitFor();
      expect(await log.evaluate((element) => element.scrollTop)).toBe(200);
      await page.getByRole('button', { name: '2 new messages' }).click();
      await expect.poll(distance).toBe(0);
      await page.getByRole('button', { name: /new message/ }).waitFor({ state: 'detached' });
    });

    test('what comes while the end is still being followed is followed as well', async () => {
      const page = await show('long');
      const log = page.getByRole('log');
      await page.getByText('Answer 30: The first visit').waitFor();
      const distance = () => log.evaluate((element) => Math.round(element.scrollHeight - element.scrollTop - element.clientHeight));
      await expect.poll(distance).toBe(0);
      await page.evaluate(async () => {
        const { timeline } = (window as unknown as Stage).gallery.state;
        const add = (key: string) => {
          const all = timeline.value as Record<string, unknown>[];
          timeline.value = [...all, { ...all.at(-1), key, messageId: key }];
        };
        // The second comes after the scrolling for the first was done, and before the browser tells of it.
        const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (let pair = 0; pair < 5; pair++) {
          add(`hand-over-${pair}`);
          await nextFrame();
          add(`note-${pair}`);
          await nextFrame();
        }
      });
      await expect.poll(distance).toBe(0);
      expect(await page.getByRole('button', { name: /newest message|new message/ }).count()).toBe(0);
    });

    test('an answer that is being written is drawn as it grows, and said aloud once, when it is finished', async () => {
      const page = await show('conversation');
      const spoken = page.locator('p.unseen[role=status]');
      await page.evaluate(() => {
        const { gallery } = window as unknown as Stage;
        const text = gallery.signal('**Par');
        Object.assign(gallery, { text });
        gallery.state.streaming.value = { key: 'growing', text };
      });
      await add(page, '', { key: 'growing', isStreaming: true });
      const grow = (text: string) =>
        page.evaluate((value) => {
          ((window as unknown as Stage).gallery as unknown as { text: { value: string } }).text.value = value;
        }, text);
      await grow('**Parking** is fr');
      await page.locator('strong', { hasText: 'Parking' }).waitFor();
      expect(await spoken.textContent()).not.toContain('Parking');
      await page.evaluate(() => {
        const { timeline, streaming } = (window as unknown as Stage).gallery.state;
        timeline.value = (timeline.value as { key: string }[]).map((one) =>
          one.key === 'growing' ? { ...one, isStreaming: false, content: '**Parking** is free.' } : one,
        );
        streaming.value = undefined;
      });
      await expect.poll(() => spoken.textContent()).toBe('Automated assistant: Parking is free.');
    });

    test('a link leads out of the page without telling it', async () => {
      const page = await show('markdown');
      const link = page.getByRole('link', { name: 'our page' });
      expect([await link.getAttribute('href'), await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        'https://example.com/visit',
        '_blank',
        'noopener noreferrer nofollow',
      ]);
    });
  });

  describe('by keyboard', () => {
    const focused = (page: Page) =>
      page.evaluate(() => {
        const element = document.querySelector('#widget')?.shadowRoot?.activeElement;
        return element && (element.getAttribute('aria-label') ?? element.textContent);
      });

    test('Escape closes the menu first, and then the window', async () => {
      const page = await show('conversation');
      await page.getByRole('button', { name: 'More options' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Download transcript' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Download transcript' }).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('More options');
      expect(await calls(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await calls(page)).toEqual([['close']]);
    });

    test('on a phone the focus stays within the window, beside the computer it does not', async () => {
      const phone = await show('welcome', { size: 'phone' });
      const order: unknown[] = [];
      for (let step = 0; step < 12; step++) {
        await phone.keyboard.press('Tab');
        order.push(await focused(phone));
      }
      expect(order).not.toContain(null);
      expect(new Set(order).size).toBeLessThan(order.length);
      expect(await phone.getByRole('dialog').getAttribute('aria-modal')).toBe('true');
      const desktop = await show('welcome');
      expect(await desktop.getByRole('dialog').getAttribute('aria-modal')).toBe('false');
    });

    test('questions before the chat: the first that is wrong takes the focus and says why', async () => {
      const page = await show('pre-chat');
      const name = page.getByRole('textbox', { name: 'Your name' });
      await expect.poll(() => name.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
      await page.keyboard.type('Ana');
      await page.keyboard.press('Tab');
      await page.keyboard.type('ana@');
      await page.keyboard.press('Enter');
      await page.getByText('Please write an email address').waitFor();
      expect(await page.getByRole('textbox', { name: 'Email' }).getAttribute('aria-invalid')).toBe('true');
      await page.getByRole('textbox', { name: 'Email' }).fill('ana@example.com');
      await page.getByRole('combobox').selectOption('A bill');
      await page.getByRole('button', { name: 'Start the chat' }).click();
      expect(await calls(page)).toEqual([['open', { name: 'Ana', email: 'ana@example.com', topic: 'A bill' }]]);
    });
  });

  describe('what was understood', () => {
    test('evidence leads to its message and marks the words', async () => {
      const page = await show('fields-sheet', { size: 'phone' });
      await page.getByRole('button', { name: 'Show where this was said: I am 65 years old' }).click();
      await page.locator('mark', { hasText: 'I am 65 years old' }).waitFor();
      await page.getByRole('heading', { name: 'What we understood' }).waitFor({ state: 'detached' });
      expect(await page.locator('.window').evaluate((element) => element.scrollTop)).toBe(0);
    });

    test('a value is confirmed, corrected by an input that fits, and removed', async () => {
      const page = await show('fields');
      const field = (name: string) => page.locator(`[data-field=${name}]`);
      await page.getByRole('button', { name: 'Confirm Age: 65' }).click();
      await field('age').getByText('Confirmed').waitFor();
      await page.getByRole('button', { name: 'Correct Sex' }).click();
      await page.getByRole('combobox', { name: 'Sex' }).selectOption('female');
      await page.getByRole('button', { name: 'Save' }).click();
      await field('sex').getByText('female').waitFor();
      await page.getByRole('button', { name: 'Correct Weight' }).click();
      await page.getByRole('textbox', { name: 'Weight' }).fill('heavy');
      await page.keyboard.press('Enter');
      await page.getByText('Please write a number.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Fill in Allergies' }).click();
      await page.getByRole('checkbox', { name: 'Latex' }).check();
      await page.getByRole('checkbox', { name: 'Iodine' }).check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Remove Medicines' }).click();
      await field('medicines').getByText('Removed by you').waitFor();
      expect(await calls(page)).toEqual([
        ['confirmField', 'age', 65],
        ['confirmField', 'sex', 'female'],
        ['confirmField', 'allergies', ['Latex', 'Iodine']],
        ['rejectField', 'medicines'],
      ]);
    });
  });

  test('at the end: how it was, and the transcript', async () => {
    const page = await show('ended');
    await page.getByRole('radio', { name: 'Good', exact: true }).check();
    await page.getByRole('textbox').fill('Kind people.');
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByText('Thank you for telling us.').waitFor();
    expect(await calls(page)).toEqual([['rate', 4, 'Kind people.']]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download transcript' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Harbour-Heart-\d{4}-\d\d-\d\d\.txt$/);
  });

  test('a connection that takes long is told of', async () => {
    const page = await show('reconnecting');
    await page.getByText('Connection lost. Trying again …').waitFor();
  });

  test('an emergency stays until it was read', async () => {
    const page = await show('emergency');
    expect(await page.getByRole('link', { name: 'Call Emergency 112' }).getAttribute('href')).toBe('tel:112');
    await page.getByRole('button', { name: 'I have read this' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});
