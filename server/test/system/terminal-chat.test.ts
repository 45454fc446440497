import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ModelError } from '#agents/models/model-error.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { useTestApp } from '#test/test-app.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/chat.mjs', import.meta.url));

interface Chat {
  process: ChildProcessWithoutNullStreams;
  printed(): string;
  complained(): string;
  until(text: string): Promise<void>;
  exitCode: Promise<number>;
}

function startChat(...args: string[]): Chat {
  const child = spawn(process.execPath, [SCRIPT, ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let [printed, complained] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  return {
    process: child,
    printed: () => printed,
    complained: () => complained,
    until: async (text) => {
      while (!(printed + complained).includes(text)) await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
    },
    exitCode: once(child, 'close').then(([code]) => code as number),
  };
}

/** Stands between the chat and the server, and can pull the plug and put it back. */
async function startProxy(target: string): Promise<{ url: string; cut(): void; mend(): void }> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(new URL(target).port), '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    cut();
    server.close();
  });
  const mend = () => {
    isCut = false;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut, mend };
}

describe('the chat in a terminal', () => {
  test('takes lines from a pipe, prints an answer to each, and leaves after the last', async () => {
    const { url } = await useTestApp({ models: scriptedModels((request) => saying(`You said: ${lastUserText(request)}`)) });
    const chat = startChat(`--url=${url}`);
    chat.process.stdin.end('one\n\ntwo\n');

    expect(await chat.exitCode).toBe(0);
    expect(chat.printed().split('\n').slice(1)).toEqual(['assistant: You said: one', 'assistant: You said: two', '']);
    expect(chat.complained()).toBe('');
  });

  test('goes on after a lost connection, with what was written meanwhile shown once', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { app, url } = await useTestApp({
      models: scriptedModels(async function* () {
        yield { type: 'text-delta', delta: 'We open ' };
        begin();
        await mayGoOn;
        yield* saying('at eight.');
      }),
    });
    const proxy = await startProxy(url);
    const chat = startChat(`--url=${proxy.url}`);
    chat.process.stdin.end('When?\n');
    await begun;
    proxy.cut();
    await chat.until('The connection is lost');
    goOn();
    await app.services.turns.idle();
    proxy.mend();

    expect(await chat.exitCode).toBe(0);
    expect(chat.printed().split('assistant: We open at eight.')).toHaveLength(2);
    expect(chat.complained()).toContain('Connected again.');
  });

  test('does not wait for an answer once the team has the conversation', async () => {
    const { url } = await useTestApp();
    const chat = startChat(`--url=${url}`, '--locale=es');
    chat.process.stdin.end('Quiero hablar con una persona\n¿Hay alguien?\n/end\nnobody reads this\n');

    expect(await chat.exitCode).toBe(0);
    expect(chat.complained()).toBe('Passed on to the team; the assistant no longer answers.\nThe session has ended.\n');
    expect(chat.printed()).toMatch(/^system: Hemos anotado/m);
  });

  test('says when the assistant does not answer as usual, and still waits for the answers to what follows', async () => {
    const { url } = await useTestApp({
      models: scriptedModels((request) => {
        if (lastUserText(request) === 'one') throw new ModelError('unreachable', { retryable: false });
        return saying('Here I am.');
      }),
    });
    const chat = startChat(`--url=${url}`);
    chat.process.stdin.write('one\n');
    await chat.until('PROVIDER_ERROR');
    chat.process.stdin.end('two\n');

    await chat.exitCode;
    expect(chat.complained()).toContain('The assistant does not answer as usual at the moment.');
    expect(chat.printed()).toContain('assistant: Here I am.\n');
  });

  test('control characters of a model do not reach the terminal', async () => {
    const { url } = await useTestApp({ models: scriptedModels(() => saying('red \u001b[31malert\u0007')) });
    const chat = startChat(`--url=${url}`);
    chat.process.stdin.end('hello\n');
    await chat.exitCode;
    expect(chat.printed()).toContain('assistant: red [31malert\n');
  });

  test.each([
    ['the address is none', ['--url=foyer'], '--url must be an address like http://127.0.0.1:3001, not “foyer”.'],
    ['an option is unknown', ['--port=3'], "Unknown option '--port'"],
  ])('says what is wrong when %s', async (_what, args, said) => {
    const chat = startChat(...args);
    chat.process.stdin.end();
    expect(await chat.exitCode).toBe(1);
    expect(chat.complained()).toContain(said);
  });

  test('says what to do when no server runs', async () => {
    const { close, url } = await useTestApp();
    await close();
    const chat = startChat(`--url=${url}`);
    expect(await chat.exitCode).toBe(1);
    expect(chat.complained()).toContain(`No Foyer answers at ${url} (ECONNREFUSED). Start one with “npm start”`);
  });

  test('says which app is not there', async () => {
    const { url } = await useTestApp();
    const chat = startChat(`--url=${url}`, '--project=nobody');
    expect(await chat.exitCode).toBe(1);
    expect(chat.complained()).toBe('There is no app with the project id “nobody”.\n');
  });
});
