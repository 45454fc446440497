import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exclusively } from './exclusive.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-exclusive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobodyWaits = () => {
  throw new Error('There was nobody to wait for.');
};

test('two pieces of work in one folder take turns, and the second says that it waits', async () => {
  const steps: string[] = [];
  const firstMayEnd = Promise.withResolvers<void>();
  const first = exclusively(
    folder,
    async () => {
      steps.push('first begins');
      await firstMayEnd.promise;
      // By now the second is connected, and hears of our end only if we hang up.
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      steps.push('first ends');
    },
    nobodyWaits,
  );
  const second = exclusively(folder, async () => void steps.push('second'), firstMayEnd.resolve);

  await Promise.all([first, second]);
  expect(steps).toEqual(['first begins', 'first ends', 'second']);
});

test('work that was killed is no longer waited for', async () => {
  const program = join(folder, 'holder.mjs');
  const module = join(import.meta.dirname, 'exclusive.mjs');
  writeFileSync(
    program,
    `import { exclusively } from ${JSON.stringify(module)};
    await exclusively(${JSON.stringify(folder)}, () => new Promise(() => { process.send('held'); setInterval(() => {}, 1000); }), () => {});`,
  );
  const holder = fork(program);
  await once(holder, 'message');

  await exclusively(
    folder,
    async () => 'done',
    () => holder.kill('SIGKILL'),
  );
  expect(holder.killed).toBe(true);
});
