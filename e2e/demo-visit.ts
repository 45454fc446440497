import type { Page } from 'playwright-core';
import type { Words } from './words.ts';

/** What somebody tells the demo clinic before an operation, in the order in which it is told. */
const ANSWERS = {
  en: ['My name is Peter Hansen, and my number is 212 555 0187.', 'I am 65 years old.', 'I am a man.'],
  es: ['Me llamo Pedro Molina y mi teléfono es 212 555 0187.', 'Tengo 65 años.', 'Soy hombre.'],
} as const;

export interface DemoVisit {
  page: Page;
  /** Of `/demo`. */
  address: string;
  words: Words;
  language: 'en' | 'es';
}

/** Comes to the demo's page, asks to prepare an operation, and answers some questions. */
export async function visitDemo({ page, address, words, language }: DemoVisit): Promise<void> {
  await page.goto(address);
  await page.locator('[data-ask="prepare"]').first().click();
  const composer = page.getByRole('textbox', { name: words.composer });
  await composer.waitFor();
  for (const [at, answer] of ANSWERS[language].entries()) {
    await answered(page, at + 1);
    await composer.fill(answer);
    await composer.press('Enter');
  }
  await answered(page, ANSWERS[language].length + 1);
}

/** Until the last of that many messages has an answer that is complete. */
async function answered(page: Page, messages: number): Promise<void> {
  await page
    .locator('[data-key][data-role="user"][data-message-id]')
    .nth(messages - 1)
    .waitFor();
  await page.locator('[data-key]').last().and(page.locator('[data-role="assistant"][data-message-id]')).waitFor();
  await page.locator('.growing, .dots').waitFor({ state: 'detached' });
}
