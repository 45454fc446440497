import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chain, type Role, startChain } from './chain.ts';
import { type Checkout, makeCheckout, ORDINARY_USER, type RunAs } from './checkout.ts';

const root: [string, RunAs][] = process.getuid?.() === 0 ? [['root', undefined]] : [];
const users: [string, RunAs][] = [...root, ['an ordinary user', root.length > 0 ? ORDINARY_USER : undefined]];

// Each step is seconds of two cores, which others may be using.
const PATIENCE_MS = 180_000;

// The processes of a chain are found by /proc. One chain serves all the tests of a user, each of which leaves it healthy.
describe.runIf(process.platform === 'linux').each(users)(
  'npm start as %s, in a folder with spaces that others cannot enter',
  { timeout: PATIENCE_MS },
  (_name, runAs) => {
    let checkout: Checkout;
    let chain: Chain;

    beforeAll(async () => {
      checkout = makeCheckout(runAs);
      chain = await startChain(checkout);
    }, PATIENCE_MS);

    afterAll(async () => {
      const { npm, untilNothingIsLeft } = chain ?? {};
      if (npm?.pid && npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid, 'SIGKILL');
      await untilNothingIsLeft?.();
      checkout.remove();
    });

    test('a second start on the same data is refused with the number of the first', async () => {
      await expect(startChain(checkout)).rejects.toThrow(new RegExp(`is in use by process ${chain.roles().server.pid}`));
      await chain.untilHealthy();
    });

    test.each<Role>(['watchdog', 'postgres'])('kill -9 of the %s brings the database back under the same server', async (role) => {
      const { postgres, server, [role]: killed } = chain.roles();
      process.kill(killed.pid, 'SIGKILL');
      await chain.untilHealthyWithout(postgres);
      expect(chain.roles().server).toEqual(server);
    });

    test.each<Role>(['npm', 'bootstrap', 'server'])('kill -9 of the %s leaves no process, and the next start is healthy', async (role) => {
      process.kill(chain.roles()[role].pid, 'SIGKILL');
      await chain.untilNothingIsLeft();

      chain = await startChain(checkout);
    });

    test('Ctrl-C, which npm passes on a second time, ends everything in order, and the next start is healthy', async () => {
      process.kill(-(chain.npm.pid ?? 0), 'SIGINT');
      await chain.exit;
      await chain.untilNothingIsLeft();

      chain = await startChain(checkout);
    });

    test('SIGTERM to the bootstrap ends everything in order, with exit code 0', async () => {
      process.kill(chain.roles().bootstrap.pid, 'SIGTERM');
      expect(await chain.exit).toEqual({ code: 0, signal: null });
      await chain.untilNothingIsLeft();
    });
  },
);
