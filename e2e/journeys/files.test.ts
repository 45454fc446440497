import { expect, test } from 'vitest';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { scriptedAnswers } from '../scripted-answers.ts';
import { arrive } from '../widget-page.ts';

/** The smallest picture: one pixel. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

inBrowser('files in a conversation', () => {
  const answers = scriptedAnswers();
  const browser = useBrowser();
  const desk = useFrontDesk(() => ({ models: answers.models, env: { FOYER_MAX_FILE_MB: '1' } }));

  test('are shown before they are sent, sent, and there again after a reload', async () => {
    const clinic = await desk().clinic({ features: { attachments: true } });
    const visitor = await arrive(browser(), desk(), clinic, { host: { policy: 'strict' } });
    const { panel, page, words } = visitor;
    await visitor.open();
    const chooser = page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: words.attach }).click();
    await (await chooser).setFiles([file('wound.png', 'image/png', PICTURE), file('letter.txt', 'text/plain', Buffer.from('Dear doctor'))]);
    await panel.getByText('wound.png').first().waitFor();
    await panel.getByRole('button', { name: words.removeFile.replace('{name}', 'letter.txt') }).click();
    await visitor.composer.fill('Does this look right?');
    await visitor.canSend();
    await visitor.composer.press('Enter');

    const own = visitor.bubble('Does this look right?').first();
    await own.getByRole('img', { name: /wound\.png/ }).waitFor();
    await visitor.bubble(/You said: .*Does this look right\?/s).waitFor();
    await page.reload();
    await visitor.open();
    const picture = own.getByRole('img', { name: /wound\.png/ });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('that are too large or of a wrong kind are refused in words, and may be left out', async () => {
    const clinic = await desk().clinic({ features: { attachments: true } });
    const visitor = await arrive(browser(), desk(), clinic, { locale: 'es-ES' });
    visitor.watch.forgive(/Failed to load resource/);
    const { panel, page, words } = visitor;
    await visitor.open();
    const chooser = page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: words.attach }).click();
    await (await chooser).setFiles([
      file('film.png', 'image/png', Buffer.concat([PICTURE, Buffer.alloc(1_200_000)])),
      file('tool.exe', 'application/x-msdownload', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2_000, 1)])),
    ]);
    await panel.getByText(words.error_FILE_TOO_LARGE).waitFor();
    await panel.getByText(words.error_FILE_TYPE_NOT_ACCEPTED).waitFor();
    for (const name of ['film.png', 'tool.exe']) {
      await panel.getByRole('button', { name: words.removeFile.replace('{name}', name) }).click();
    }
    await visitor.say('Sin archivos');
    await visitor.bubble('You said: Sin archivos').waitFor();
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });
});
