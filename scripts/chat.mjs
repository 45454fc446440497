// A visitor in a terminal, over the same session and socket as any widget. Runs on the pinned Node: see scripts/lib/chat.mjs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { keepConnected } from './chat/connection.mjs';
import { createConversation } from './chat/conversation.mjs';
import { readOptions, USAGE } from './chat/options.mjs';
import { createPlainScreen, createTerminalScreen, withoutControls } from './chat/screen.mjs';
import { startSession } from './chat/session.mjs';
import { ROOT } from './lib/paths.mjs';
import { complain, Problem, say } from './lib/terminal.mjs';

const COMMANDS = '/end ends the session, /quit leaves it open.';

try {
  process.exitCode = await chat();
} catch (error) {
  complain(error instanceof Problem ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}

/** @returns {Promise<number>} the exit code */
async function chat() {
  const environmentFile = path.join(ROOT, '.env');
  if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    say(USAGE);
    return 0;
  }

  const session = await startSession(options);
  const isPerson = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const { lines, prompt } = readLines(isPerson);
  const screen = process.stdout.isTTY ? createTerminalScreen(process.stdout, prompt) : createPlainScreen();
  let exitCode = 0;
  /** @type {PromiseWithResolvers<void>} */
  const ended = Promise.withResolvers();
  let isOver = false;
  const leave = () => {
    isOver = true;
    connection.close();
    lines.close();
    prompt.clear();
    ended.resolve();
  };

  const conversation = createConversation({ screen, send: (frame) => connection.send(frame), onEnded: leave });
  let wasLost = false;
  const connection = keepConnected({
    url: options.url,
    session,
    lastSeq: conversation.lastSeq,
    onFrame: conversation.receive,
    onReady: () => {
      if (wasLost) screen.notice('Connected again.');
      wasLost = false;
      conversation.ready();
    },
    onLost: () => {
      wasLost = true;
      screen.notice('The connection is lost; trying again …');
    },
    onGone: (problem) => {
      screen.problem(problem.message);
      leave();
      process.exit(1);
    },
  });

  if (isPerson) screen.notice(`${withoutControls(session.uiHints.widgetTitle)} at ${options.url}. ${COMMANDS}`);
  screen.message('welcome', 'assistant', session.uiHints.welcomeMessage);

  for await (const line of lines) {
    const text = line.trim();
    if (isOver || text === '/quit') break;
    if (text === '/end') {
      conversation.end();
      // Only the server's word ends the session: until it comes, nothing more is read.
      await ended.promise;
    } else if (text.startsWith('/')) screen.problem(`There is no command “${text}”. ${COMMANDS}`);
    else if (text !== '') {
      const outcome = conversation.say(text);
      if (!isPerson && (await outcome) === 'failed') exitCode = 1;
    } else prompt.show();
  }
  leave();
  return exitCode;
}

/**
 * The lines of the input, and the prompt of a person: it can be hidden while something else is written, and comes back with what
 * was typed meanwhile.
 * @param {boolean} isPerson
 */
function readLines(isPerson) {
  let isHidden = !isPerson;
  const echo = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isHidden) process.stdout.write(chunk);
      done();
    },
  });
  const lines = createInterface(
    isPerson ? { input: process.stdin, output: echo, terminal: true, prompt: 'you › ' } : { input: process.stdin },
  );
  const prompt = {
    hide: () => {
      isHidden = true;
    },
    clear: () => {
      if (!isHidden) process.stdout.write('\r\x1b[2K');
      isHidden = true;
    },
    show: () => {
      if (!isPerson) return;
      isHidden = false;
      lines.prompt(true);
    },
  };
  return { lines, prompt };
}
