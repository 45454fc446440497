import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultDesk, openFaultDesk } from './fault-desk.ts';
import { type FaultServer, startFaultServer } from './fault-server.ts';
import { tryFault } from './try-fault.ts';
import type { WireName } from './wires.ts';

let server: FaultServer;
let desk: FaultDesk;
beforeAll(async () => {
  server = await startFaultServer();
  desk = await openFaultDesk(server);
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

/** Fewer that count against the provider than give it a rest; `npm run prove -- models` tries them all. */
const FEW = [
  'split-arguments',
  'several-calls',
  'arguments-not-json',
  'split-characters',
  'crlf',
  'finish-twice',
  'cut',
  'error-event',
  'say-nothing',
  'redirect',
];

test.each<WireName>(['openai', 'anthropic'])('faults of a model on the wire of %s are survived', { timeout: 60_000 }, async (wire) => {
  const trials = await Promise.all(FEW.map((name, index) => tryFault(desk, wire, name, `${wire}${index}`)));
  expect(trials.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))).toEqual([]);
  expect(server.misled).toBe(0);
  await expect.poll(() => server.open).toBe(0);
  expect(await desk.usage(wire)).toMatchObject({ answers: expect.any(Number) });
});
