import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chain, type Role, startChain } from './chain.ts';
import { type Checkout, makeCheckout, ORDINARY_USER, type RunAs } from './checkout.ts';

const users: [string, RunAs][] =
  process.getuid?.() === 0
    ? [
        ['root', undefined],
        ['an ordinary user', ORDINARY_USER],
      ]
    : [['an ordinary user', undefined]];

// The processes of a chain are found by /proc.
describe.runIf(process.platform === 'linux').each(users)(
  'npm start as %s, in a folder with spaces that others cannot enter',
  (_name, runAs) => {
    let checkout: Checkout;
    let chain: Chain;

    beforeAll(async () => {
      checkout = makeCheckout(runAs);
      chain = await startChain(checkout);
    });

    afterAll(async () => {
      process.kill(-(chain.npm.pid ?? 0), 'SIGKILL');
      await chain.untilNothingIsLeft();
      checkout.remove();
    });

    test.each<Role>(['npm', 'bootstrap', 'server'])('kill -9 of the %s leaves no process, and the next start is healthy', async (role) => {
      process.kill(chain.roles()[role].pid, 'SIGKILL');
      await chain.untilNothingIsLeft();

      chain = await startChain(checkout);
    });

    test.each<Role>(['watchdog', 'postgres'])(
      'kill -9 of the %s brings the database back under the same server, and ends in order later',
      async (role) => {
        const { postgres, server, [role]: killed } = chain.roles();
        process.kill(killed.pid, 'SIGKILL');
        await chain.untilHealthyWithout(postgres);
        expect(chain.roles().server).toEqual(server);

        process.kill(chain.roles().bootstrap.pid, 'SIGTERM');
        expect(await chain.exit).toMatchObject({ code: 0 });
        await chain.untilNothingIsLeft();
        chain = await startChain(checkout);
      },
    );

    test('Ctrl-C, which npm passes on a second time, ends everything in order', async () => {
      process.kill(-(chain.npm.pid ?? 0), 'SIGINT');
      await chain.exit;
      await chain.untilNothingIsLeft();
      expect(chain.output()).not.toContain('SIGKILL');

      chain = await startChain(checkout);
    });

    test('SIGTERM to npm ends everything in order', async () => {
      chain.npm.kill('SIGTERM');
      await chain.exit;
      await chain.untilNothingIsLeft();

      chain = await startChain(checkout);
    });

    test('a second start on the same data is refused with the number of the first', async () => {
      await expect(startChain(checkout)).rejects.toThrow(new RegExp(`DATA_DIRECTORY_IN_USE.*process ${chain.roles().server.pid}`));
      await chain.untilHealthy();
    });
  },
);
