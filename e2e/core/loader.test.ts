import { expect, test } from 'vitest';
import { inBrowser, openContext, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';

const desk = useFrontDesk();

inBrowser('the loader of the widget', () => {
  const browser = useBrowser();

  test('opens the widget as soon as the server is there again, whenever it was away', async () => {
    const { site, wire, clinic } = desk();
    const { projectId } = await clinic();
    const { context } = await openContext(browser());
    const page = await context.newPage();
    await page.goto(site.publish({ foyer: wire.url, script: { 'project-id': projectId }, policy: 'strict' }));
    const launcher = page.getByRole('button', { name: 'Open chat' });
    await launcher.waitFor();
    wire.isDown = true;
    wire.cut();
    const failure = page.waitForEvent('console', (message) => message.text().startsWith('Foyer:'));
    await launcher.click();
    await failure;
    wire.isDown = false;
    await page.getByRole('textbox').fill('When do you open?');
    await page.keyboard.press('Enter');
    await page.locator('[data-role="assistant"][data-message-id]').waitFor();
    await context.close();
  });

  test('can be shut down and booted again, and everything is there', async () => {
    const { site, wire, clinic } = desk();
    const { projectId } = await clinic();
    const { context, watch } = await openContext(browser());
    const page = await context.newPage();
    await page.goto(site.publish({ foyer: wire.url, script: { 'project-id': projectId } }));
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('textbox').fill('Hello');
    await page.keyboard.press('Enter');
    await page.locator('[data-role="assistant"][data-message-id]').waitFor();
    await page.evaluate(`foyer('shutdown')`);
    expect(await page.locator('foyer-widget').count()).toBe(0);
    await page.evaluate(`foyer('boot', { projectId: '${projectId}', locale: 'es', position: 'bottom-left' }), foyer('show')`);
    await page.getByText('Hello', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cerrar el chat' }).first().waitFor();
    expect(watch.problems).toEqual([]);
    await context.close();
  });
});
