import { expect, test } from 'vitest';
import { silentLogger } from '../telemetry/logger.ts';
import { createInProcessHub } from './in-process-hub.ts';
import { liveHubContract } from './live-hub.contract.ts';

const open = () => createInProcessHub({ logger: silentLogger });

liveHubContract('in process', async () => {
  const hub = open();
  return { here: hub, there: hub };
});

test('a single node is neither connected nor disconnected', () => {
  expect(open().status()).toBe('local');
});
