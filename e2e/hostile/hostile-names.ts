import type { Browser } from 'playwright-core';
import type { FrontDesk } from '../front-desk.ts';
import { LOST_NETWORK } from '../watch.ts';
import { arrive } from '../widget-page.ts';
import { inspectWidget, picturesInMessages } from './inspect-widget.ts';
import type { Payload } from './payloads.ts';

/** A form has so many fields at a time. */
const FIELDS = 12;

export interface HostileNames {
  browser: Browser;
  desk: FrontDesk;
  payloads: readonly Payload[];
}

/**
 * Hostile content as titles and values of fields, names of files and of people of the team, suggestions, title, subtitle and words of the
 * theme. @returns what must not have happened
 */
export async function showHostileNames({ browser, desk, payloads }: HostileNames): Promise<string[]> {
  const violations: string[] = [];
  for (let begin = 0; begin < payloads.length; begin += FIELDS) {
    const texts = payloads.slice(begin, begin + FIELDS).map(({ text }) => text);
    const found = await showTexts(browser, desk, texts).catch((error) => [String(error).slice(0, 300)]);
    violations.push(...found.map((problem) => `payloads ${begin} to ${begin + texts.length - 1} as names: ${problem}`));
  }
  return violations;
}

async function showTexts(browser: Browser, desk: FrontDesk, texts: readonly string[]): Promise<string[]> {
  const [first = '', second = '', third = ''] = texts;
  const clinic = await desk.clinic({
    features: { extraction: true, attachments: true },
    theme: { title: first, subtitle: second, suggestions: { en: texts }, texts: { en: { placeholder: third } }, logoUrl: first },
  });
  const properties = Object.fromEntries(texts.map((text, at) => [`field${at}`, { type: 'string', title: text, description: text }]));
  const form = { type: 'intake', schema: { type: 'object', title: second, properties } };
  const ownScript = `
    window.foyer = window.foyer || function () { (window.foyer.q = window.foyer.q || []).push(arguments); };
    window.foyer('boot', ${JSON.stringify({ projectId: clinic.projectId, form })});`;
  const visitor = await arrive(browser, desk, clinic, { host: { policy: 'strict', script: {}, ownScript } });
  visitor.watch.forgive(LOST_NETWORK);
  const { page, words } = visitor;
  await visitor.launcher.click();
  const composer = page.getByRole('textbox', { name: words.composer });
  await composer.waitFor();
  await visitor.connected();
  const seen = [...(await inspectWidget(page))];

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: words.attach }).click();
  await (await chooser).setFiles(
    texts.slice(0, 5).map((text) => ({ name: `${text}.txt`, mimeType: 'text/plain', buffer: Buffer.from('A letter') })),
  );
  seen.push(...(await inspectWidget(page)));
  await composer.fill('Here they are');
  await visitor.canSend();
  await composer.press('Enter');
  await visitor.bubble('Here they are').first().waitFor();

  const { id } = await clinic.conversation();
  const { items } = await clinic.call('GET', `/extractions?conversationId=${id}`);
  for (const [at, text] of texts.entries()) {
    const corrected = clinic.call('POST', `/extractions/${items[0].id}/fields/field${at}/correct`, { value: text });
    // What says nothing is refused as a value, and stays a title.
    await corrected.catch((error) => String(error).includes('Has no value') || Promise.reject(error));
  }
  const somebody = await clinic.colleague(third);
  await somebody('POST', `/conversations/${id}/takeover`);
  await somebody('POST', '/messages', { conversationId: id, content: 'A person here.' });
  await visitor.bubble('A person here.').waitFor();
  const toggle = page.getByRole('button', { name: /^What we understood/ });
  await toggle.waitFor();
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  await page.getByText(words.fieldCorrected).or(page.getByText(words.fieldConfirmed)).first().waitFor();
  seen.push(...(await inspectWidget(page)));
  if ((await picturesInMessages(page)) > 0) seen.push('a picture from a message');
  seen.push(...visitor.watch.problems);
  await visitor.close();
  return [...new Set(seen)];
}
