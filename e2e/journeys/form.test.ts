import { expect, test } from 'vitest';
import { inBrowser, useBrowser } from '../browser.ts';
import { useFrontDesk } from '../front-desk.ts';
import { tabTo } from '../keyboard.ts';
import { arrive, type WidgetPage } from '../widget-page.ts';

const SCHEMA = {
  type: 'object',
  title: 'Before your visit',
  required: ['fullName', 'age'],
  properties: {
    fullName: { type: 'string', title: 'Full name' },
    age: { type: 'integer', title: 'Age', minimum: 0, maximum: 120 },
    hasDiabetes: { type: 'boolean', title: 'Diabetes' },
    visitKind: { type: 'string', title: 'Kind of visit', enum: ['first', 'follow-up'] },
  },
};

/** Boots with a form, as a page does that wants one filled in. */
const withForm = (projectId: string) => ({
  script: {},
  ownScript: `
    window.foyer = window.foyer || function () { (window.foyer.q = window.foyer.q || []).push(arguments); };
    window.fields = [];
    window.foyer('on', 'field', (data) => window.fields.push(JSON.parse(JSON.stringify(data))));
    window.foyer('boot', ${JSON.stringify({ projectId, form: { type: 'intake', schema: SCHEMA } })});
  `,
});

inBrowser('a form that a conversation fills in', () => {
  const browser = useBrowser();
  const desk = useFrontDesk();

  /** Where there is room it opens by itself once something is known, which may be at this moment. */
  async function openPanel(visitor: WidgetPage, press: () => Promise<void> = () => toggleOf(visitor).click()) {
    const isOpen = async () => (await toggleOf(visitor).getAttribute('aria-expanded')) === 'true';
    await toggleOf(visitor).getByText(/[1-9]/).first().waitFor();
    await expect
      .poll(async () => {
        if (!(await isOpen())) await press();
        return isOpen();
      })
      .toBe(true);
  }
  const toggleOf = ({ panel }: WidgetPage) => panel.getByRole('button', { name: /^What we understood/ });

  test.each(['desktop', 'phone'] as const)('can be looked through, confirmed, corrected and emptied on a %s', async (size) => {
    const clinic = await desk().clinic({ features: { extraction: true } });
    const visitor = await arrive(browser(), desk(), clinic, { size, host: withForm(clinic.projectId) });
    const { panel, page, words } = visitor;
    await visitor.open();
    await visitor.say('My name is Maria Lopez and I am 67 years old. I have no diabetes.');
    await openPanel(visitor);
    await panel.getByRole('button', { name: /^Confirm Full name: Maria Lopez/ }).waitFor();

    await panel
      .getByRole('button', { name: /^Show where this was said:.*67/ })
      .first()
      .click();
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector('foyer-widget')?.shadowRoot?.querySelectorAll('mark, .marked, [data-marked]').length),
      )
      .toBeGreaterThan(0);
    await openPanel(visitor);
    await panel.getByRole('button', { name: /^Confirm Full name: Maria Lopez/ }).click();
    await panel.getByText(words.fieldConfirmed).first().waitFor();

    await panel.getByRole('button', { name: 'Correct Age' }).click();
    await panel
      .getByRole('spinbutton', { name: /Age/ })
      .or(panel.getByRole('textbox', { name: /Age/ }))
      .fill('68');
    await panel.getByRole('button', { name: words.save }).click();
    await panel.getByText(words.fieldCorrected).first().waitFor();

    await panel.getByRole('button', { name: 'Remove Diabetes' }).click();
    await panel.getByText(words.fieldRejected).first().waitFor();

    const { id } = await clinic.conversation();
    const { items } = await clinic.call('GET', `/extractions?conversationId=${id}`);
    const { fields } = await clinic.call('GET', `/extractions/${items[0].id}`);
    const known = (fields as { fieldName: string; value: unknown; status: string }[]).map(({ fieldName, value, status }) => [
      fieldName,
      value,
      status,
    ]);
    expect(known).toContainEqual(['fullName', 'Maria Lopez', 'confirmed']);
    expect(known).toContainEqual(['age', 68, 'corrected']);
    expect(known).toContainEqual(['hasDiabetes', null, 'rejected']);
    const told = await page.evaluate(() =>
      (window as unknown as { fields: { fields: { name: string; value: unknown }[] }[] }).fields.at(-1),
    );
    expect(told).toMatchObject({ formType: 'intake' });
    expect(told?.fields).toContainEqual(expect.objectContaining({ name: 'age', value: 68 }));
    expect(visitor.watch.problems).toEqual([]);
    await visitor.close();
  });

  test('can be confirmed, corrected and emptied by the keyboard alone', async () => {
    const clinic = await desk().clinic({ features: { extraction: true } });
    const visitor = await arrive(browser(), desk(), clinic, { host: withForm(clinic.projectId) });
    const { panel, page, words } = visitor;
    await visitor.open();
    await visitor.say('My name is Maria Lopez and I am 67 years old. I have no diabetes.');
    await openPanel(visitor, async () => {
      await tabTo(page, /^What we understood/);
      await page.keyboard.press('Enter');
    });

    await tabTo(page, /^Confirm Full name/);
    await page.keyboard.press('Enter');
    await panel.getByText(words.fieldConfirmed).first().waitFor();

    await tabTo(page, /^Correct Age/);
    await page.keyboard.press('Enter');
    await panel
      .getByRole('spinbutton', { name: /Age/ })
      .or(panel.getByRole('textbox', { name: /Age/ }))
      .waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('68');
    await page.keyboard.press('Enter');
    await panel.getByText(words.fieldCorrected).first().waitFor();

    await tabTo(page, /^Remove Diabetes/);
    await page.keyboard.press('Enter');
    await panel.getByText(words.fieldRejected).first().waitFor();
    expect(visitor.watch.problems).toEqual([]);
  });
});
