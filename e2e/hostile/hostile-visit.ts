import type { Browser } from 'playwright-core';
import type { Random } from '../../server/test/chaos/random.ts';
import type { Clinic, FrontDesk } from '../front-desk.ts';
import type { ScriptedAnswers } from '../scripted-answers.ts';
import { LOST_NETWORK } from '../watch.ts';
import { arrive } from '../widget-page.ts';
import { inspectWidget, picturesInMessages } from './inspect-widget.ts';
import type { Payload } from './payloads.ts';

/** How long a conversation gets before another visitor takes over, as nobody shows hundreds of messages in one. */
const MESSAGES_EACH = 30;

export interface HostileContent {
  browser: Browser;
  desk: FrontDesk;
  clinic: Clinic;
  answers: ScriptedAnswers;
  random: Random;
  payloads: readonly Payload[];
}

/** Visitors write hostile content, and are answered with it, streamed in pieces cut at random. @returns what must not have happened */
export async function showHostileContent({ browser, desk, clinic, answers, random, payloads }: HostileContent): Promise<string[]> {
  const violations: string[] = [];
  for (let begin = 0; begin < payloads.length; begin += MESSAGES_EACH) {
    const visitor = await arrive(browser, desk, clinic, { host: { policy: 'strict' } });
    visitor.watch.forgive(LOST_NETWORK);
    await visitor.open();
    for (const [at, { kind, text }] of payloads.slice(begin, begin + MESSAGES_EACH).entries()) {
      const number = begin + at;
      const note = (what: string) => violations.push(`${number} (${kind}) ${JSON.stringify(text.slice(0, 120))}: ${what}`);
      // A text area has one kind of line end.
      const message = `${number}: ${text}`.slice(0, 16_000).replaceAll(/\r\n?/g, '\n').trim();
      answers.answer(message, [...cutAtRandom(text, random), `\n\nDone with ${number}.`]);
      try {
        // Chromium takes half a minute to insert thousands of lines into any text area.
        await (message.split('\n').length > 500 ? visitor.foyer('send', message) : visitor.say(message));
        await visitor.bubble(`Done with ${number}.`).waitFor();
      } catch (error) {
        const end = (await visitor.shown()).slice(-2).map(({ role, delivery, content }) => `${role} (${delivery}) ${content.slice(-80)}`);
        note(`was not answered (${String(error).split('\n', 1)}); the screen ends with ${JSON.stringify(end)}`);
        break;
      }
      const found = await inspectWidget(visitor.page);
      if ((await picturesInMessages(visitor.page)) > 0) found.push('a picture from a message');
      if (visitor.watch.canaryCalls > 0) found.push('a script ran');
      for (const problem of found) note(problem);
      if (found.length > 0) break;
    }
    violations.push(...visitor.watch.problems);
    await visitor.close();
  }
  return violations;
}

/** Anywhere, also inside of tags and addresses; a character stays in one piece, as it does on the wire. */
function cutAtRandom(text: string, random: Random): string[] {
  const characters = [...text];
  const longest = Math.max(3, Math.ceil(characters.length / 40));
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; ) {
    const length = random.whole(1, longest);
    pieces.push(characters.slice(at, at + length).join(''));
    at += length;
  }
  return pieces;
}
