import { describe, expect, test, vi } from 'vitest';
import type { LiveHub, LiveMessage } from './live-hub.ts';

export const durable = (seq: number, body?: unknown): LiveMessage => ({ type: 'frame', durable: true, ids: { seq }, body });

/** Two nodes of one installation; the same hub twice where there is only one node. Both are ready. */
export interface TwoNodes {
  here: LiveHub;
  there: LiveHub;
}

export function liveHubContract(name: string, open: () => Promise<TwoNodes>) {
  describe(`live hub: ${name}`, () => {
    const seqs = (messages: LiveMessage[]) => messages.map(({ ids }) => ids.seq);
    const listen = (hub: LiveHub, channel: string) => {
      const heard: LiveMessage[] = [];
      const unsubscribe = hub.subscribe(channel, (message) => heard.push(message));
      return { heard, unsubscribe, ready: unsubscribe.ready };
    };

    test('a listener on the same node hears a message before publishing returns, once and whole', async () => {
      const { here } = await open();
      const { heard, ready } = listen(here, 'conversation:1');
      await ready;
      here.publish('conversation:1', durable(1, { text: 'ñ€ “hola”' }));
      expect(heard).toEqual([durable(1, { text: 'ñ€ “hola”' })]);

      // Whatever came back from the network would arrive before the next message does.
      here.publish('conversation:1', durable(2));
      const other = listen(here, 'conversation:2');
      await other.ready;
      here.publish('conversation:2', durable(3));
      await vi.waitFor(() => expect(other.heard).toHaveLength(1));
      expect(seqs(heard)).toEqual([1, 2]);
    });

    test('listeners on every node hear each message once, in the order of each channel', async () => {
      const { here, there } = await open();
      const listeners = [listen(here, 'conversation:1'), listen(there, 'conversation:1'), listen(there, 'conversation:1')];
      await Promise.all(listeners.map(({ ready }) => ready));
      for (let seq = 0; seq < 500; seq++) {
        here.publish('conversation:1', durable(seq));
        if (seq % 50 === 0) await Promise.resolve();
        if (seq % 170 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      const expected = Array.from({ length: 500 }, (_, seq) => seq);
      for (const { heard } of listeners) await vi.waitFor(() => expect(seqs(heard)).toEqual(expected));
    });

    test('nobody hears another channel, nor anything after unsubscribing', async () => {
      const { here, there } = await open();
      const staying = listen(there, 'conversation:1');
      const leaving = listen(there, 'conversation:1');
      const elsewhere = listen(there, 'conversation:10');
      await Promise.all([staying.ready, leaving.ready, elsewhere.ready]);
      leaving.unsubscribe();
      leaving.unsubscribe();
      here.publish('conversation:1', durable(1));
      await vi.waitFor(() => expect(seqs(staying.heard)).toEqual([1]));
      expect(leaving.heard).toEqual([]);
      expect(elsewhere.heard).toEqual([]);
    });

    test('whoever leaves and comes back hears again', async () => {
      const { here, there } = await open();
      for (let round = 0; round < 5; round++) {
        const { heard, unsubscribe, ready } = listen(there, 'conversation:1');
        await ready;
        here.publish('conversation:1', durable(round));
        await vi.waitFor(() => expect(seqs(heard)).toEqual([round]));
        unsubscribe();
      }
    });

    test('a listener that throws does not keep others from hearing', async () => {
      const { here, there } = await open();
      here.subscribe('conversation:1', () => {
        throw new Error('broken');
      });
      const failing = there.subscribe('conversation:1', () => {
        throw new Error('broken');
      });
      const healthy = [listen(here, 'conversation:1'), listen(there, 'conversation:1')];
      await Promise.all([failing.ready, ...healthy.map(({ ready }) => ready)]);
      here.publish('conversation:1', durable(1));
      here.publish('conversation:1', durable(2));
      for (const { heard } of healthy) await vi.waitFor(() => expect(seqs(heard)).toEqual([1, 2]));
    });

    test('a listener may publish, subscribe and unsubscribe, and the order stays', async () => {
      const { here } = await open();
      const unsubscribe = here.subscribe('conversation:1', ({ ids }) => {
        if (ids.seq !== 1) return;
        here.publish('conversation:1', durable(2));
        unsubscribe();
      });
      const { heard } = listen(here, 'conversation:1');
      here.publish('conversation:1', durable(1));
      expect(seqs(heard)).toEqual([1, 2]);
    });

    test('a message that cannot be written down does no harm', async () => {
      const { here, there } = await open();
      const { heard, ready } = listen(there, 'conversation:1');
      await ready;
      const endless: Record<string, unknown> = {};
      endless.self = endless;
      here.publish('conversation:1', { ...durable(1), type: 'endless', durable: false, body: endless });
      here.publish('conversation:1', durable(2));
      await vi.waitFor(() => expect(heard.at(-1)?.ids.seq).toBe(2));
    });

    test('after closing, nothing is delivered and nothing fails', async () => {
      const { here, there } = await open();
      const { heard, unsubscribe, ready } = listen(here, 'conversation:1');
      await ready;
      await here.close();
      await here.close();
      here.publish('conversation:1', durable(1));
      if (here !== there) there.publish('conversation:1', durable(2));
      here.subscribe('conversation:1', () => undefined)();
      unsubscribe();
      expect(heard).toEqual([]);
    });
  });
}
