import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { createInProcessHub } from './in-process-hub.ts';
import type { HubStatus, LiveHub } from './live-hub.ts';
import { createSetUpCache, MAX_AGE_MS } from './set-up-cache.ts';

/** Two nodes on one hub, whose connection can be told to come and go. */
function arrange() {
  const clock = createFakeClock();
  const local = createInProcessHub({ logger: silentLogger });
  const listeners = new Set<(status: HubStatus) => void>();
  let status: HubStatus = 'connected';
  const hub: LiveHub = {
    ...local,
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  let loads = 0;
  const load = async () => {
    loads += 1;
    return loads;
  };
  const setStatus = (next: HubStatus) => {
    status = next;
    for (const listener of listeners) listener(next);
  };
  return { clock, one: createSetUpCache({ hub, clock }), two: createSetUpCache({ hub, clock }), load, setStatus };
}

describe('what a tenant has set up', () => {
  test('is loaded once, until it changes on any node', async () => {
    const { one, two, load } = arrange();
    const seen = [await one.of('a').read('app', load), await one.of('a').read('app', load), await two.of('a').read('app', load)];
    expect(seen).toEqual([1, 1, 2]);
    one.changed('a');
    expect([await one.of('a').read('app', load), await two.of('a').read('app', load)]).toEqual([3, 4]);
  });

  test('is its own: neither read nor forgotten with another tenant’s', async () => {
    const { one, load } = arrange();
    expect([await one.of('a').read('app', load), await one.of('b').read('app', load)]).toEqual([1, 2]);
    one.changed('b');
    expect([await one.of('a').read('app', load), await one.of('b').read('app', load)]).toEqual([1, 3]);
  });

  test('is not kept when it was loaded from before a change', async () => {
    const { one, load } = arrange();
    const early = one.of('a');
    one.changed('a');
    expect(await early.read('app', load)).toBe(1);
    expect(await one.of('a').read('app', load)).toBe(2);
  });

  test('is loaded again after a while, whatever became of the signals', async () => {
    const { clock, one, load } = arrange();
    await one.of('a').read('app', load);
    await clock.advance(MAX_AGE_MS - 1);
    expect(await one.of('a').read('app', load)).toBe(1);
    await clock.advance(1);
    expect(await one.of('a').read('app', load)).toBe(2);
  });

  test('is not trusted while other nodes are not heard, nor from before that', async () => {
    const { one, load, setStatus } = arrange();
    await one.of('a').read('app', load);
    setStatus('disconnected');
    expect([await one.of('a').read('app', load), await one.of('a').read('app', load)]).toEqual([2, 3]);
    setStatus('connected');
    expect([await one.of('a').read('app', load), await one.of('a').read('app', load)]).toEqual([4, 4]);
  });

  test('is found before its tenant is known, and forgotten with it; what is not there is looked for again', async () => {
    const { one } = arrange();
    let project: { tenantId: string } | undefined;
    const lookUp = () => one.lookUp('project/p', async () => project);
    expect(await lookUp()).toBeUndefined();
    project = { tenantId: 'a' };
    expect(await lookUp()).toEqual({ tenantId: 'a' });
    project = { tenantId: 'b' };
    expect(await lookUp()).toEqual({ tenantId: 'a' });
    one.changed('a');
    expect(await lookUp()).toEqual({ tenantId: 'b' });
  });
});
