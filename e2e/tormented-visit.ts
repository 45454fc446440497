import type { Random } from '../server/test/chaos/random.ts';
import type { Clinic, FrontDesk } from './front-desk.ts';
import type { ScriptedAnswers } from './scripted-answers.ts';
import type { ShownMessage, WidgetPage } from './widget-page.ts';

/** The ways in which a connection is lost, each at the worst moment for it. */
const HARMS = {
  'acknowledgement lost': 'the message arrives, and nothing that the server says about it',
  'cut while sending': 'the connection ends right before the message',
  'no server while sending': 'nothing can be reached until after the message was written',
  'offline while sending': 'the device has no network until after the message was written',
  'cut in an answer': 'the connection ends between two tokens',
  'deaf in an answer': 'some tokens are lost, then the connection ends',
  'reload in an answer': 'the page is loaded again between two tokens',
} as const;
type Harm = keyof typeof HARMS;

export interface TormentedVisit {
  /** What went wrong; empty when nothing was lost, doubled, changed or out of order. */
  violations: string[];
  harms: Map<Harm, number>;
  messages: number;
}

export interface Torment {
  desk: FrontDesk;
  clinic: Clinic;
  answers: ScriptedAnswers;
  visitor: WidgetPage;
  random: Random;
  /** One loss of the connection each. */
  drops: number;
  /** Opens the widget again after a reload. */
  reopen: () => Promise<void>;
}

/** A conversation whose connection is lost again and again; at the end the screen is compared with the record. */
export async function holdTormentedVisit({ desk, clinic, answers, visitor, random, drops, reopen }: Torment): Promise<TormentedVisit> {
  const { wire } = desk;
  const { page } = visitor;
  const harms = new Map<Harm, number>();
  const kinds = Object.keys(HARMS) as Harm[];
  await watchForDoubles(page);

  for (let number = 1; number <= drops; number += 1) {
    // Each way once before any comes again, so that small counts see all of them.
    const harm = number <= kinds.length ? (kinds[number - 1] ?? random.pick(kinds)) : random.pick(kinds);
    harms.set(harm, (harms.get(harm) ?? 0) + 1);
    const message = `Message ${number} of ${drops} – ${random.whole(1000, 9999)}`;
    const pieces = Array.from({ length: random.whole(4, 12) }, (_, at) => `word${number}.${at} `);
    const moment = random.whole(1, pieces.length - 2);
    const struck = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    answers.answer(message, [...pieces.slice(0, -1), 'end.'], async (at) => {
      if (at === 0) asked.resolve();
      if (harm === 'cut in an answer' && at === moment) wire.cutSockets();
      if (harm === 'deaf in an answer' && at === moment) wire.deafen();
      if (harm === 'deaf in an answer' && at === moment + 1) wire.cutSockets();
      if (harm === 'reload in an answer' && at === moment) struck.resolve();
    });

    if (harm === 'acknowledgement lost') wire.deafen();
    if (harm === 'cut while sending') wire.cutSockets();
    if (harm === 'no server while sending') {
      wire.isDown = true;
      wire.cut();
    }
    if (harm === 'offline while sending') await page.context().setOffline(true);
    await visitor.say(message);
    await visitor.bubble(message).last().waitFor();
    if (harm === 'acknowledgement lost') {
      await asked.promise;
      wire.cutSockets();
    }
    wire.isDown = false;
    if (harm === 'offline while sending') await page.context().setOffline(false);
    if (harm === 'reload in an answer') {
      await struck.promise;
      await page.reload();
      await reopen();
      await watchForDoubles(page);
    }
    // Some people wait for the answer, others write on.
    if (random.chance(0.6))
      await visitor
        .bubble(pieces[0]?.trim() ?? '')
        .filter({ hasText: 'end.' })
        .waitFor();
  }

  await settled(clinic, visitor, drops);
  const shown = await visitor.shown();
  const record = await clinic.record();
  const violations = compare(shown, record);
  for (const double of await doublesSeen(page)) violations.push(`for a moment there were two bubbles of ${double}`);
  const missing = drops - record.filter(({ role }) => role === 'user').length;
  if (missing !== 0) violations.push(`${missing} of ${drops} messages are missing on record`);
  return { violations, harms, messages: record.length };
}

/** Until every message is stored, the last one is answered, and the screen shows it. */
async function settled(clinic: Clinic, visitor: WidgetPage, drops: number): Promise<void> {
  const last = visitor.bubbles.last();
  await visitor.connected();
  await last
    .filter({ hasText: `word${drops}.0` })
    .filter({ hasText: 'end.' })
    .waitFor();
  const { lastSeq } = await clinic.conversation();
  if (lastSeq === 0) throw new Error('Nothing is on record.');
}

function compare(shown: readonly ShownMessage[], record: readonly { id: string; role: string; content: string }[]): string[] {
  const line = (id: string, role: string, content: string) => `${role} ${id}: ${content.trim()}`;
  const onScreen = shown.map(({ messageId, role, content }) => line(messageId, role, content));
  const onRecord = record.map(({ id, role, content }) => line(id, role, content));
  const violations: string[] = [];
  for (const entry of onRecord) if (!onScreen.includes(entry)) violations.push(`not on the screen: ${entry}`);
  for (const entry of onScreen) if (!onRecord.includes(entry)) violations.push(`only on the screen: ${entry}`);
  for (const [at, entry] of onScreen.entries()) if (onScreen.indexOf(entry) !== at) violations.push(`twice on the screen: ${entry}`);
  if (violations.length === 0 && onScreen.join('\n') !== onRecord.join('\n'))
    violations.push('the screen has another order than the record');
  return violations;
}

type Page = WidgetPage['page'];

/** Notes every moment in which a message has two bubbles, however short. */
async function watchForDoubles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { foyerDoubles: seen });
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
    for (const root of roots) {
      new MutationObserver(() => {
        const texts = [...root.querySelectorAll('[data-key][data-role="user"]')].map(
          (element) => element.querySelector('[data-part="content"]')?.textContent ?? '',
        );
        for (const [at, text] of texts.entries()) if (text !== '' && texts.indexOf(text) !== at && !seen.includes(text)) seen.push(text);
      }).observe(root, { childList: true, subtree: true, characterData: true });
    }
  });
}

const doublesSeen = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { foyerDoubles: string[] }).foyerDoubles);
