import { describe, expect, test } from 'vitest';
import type { EphemeralStore } from './ephemeral-store.ts';

/** What every store does. `passTime` lets its time pass, whoever keeps it. */
export function ephemeralStoreContract(
  name: string,
  open: () => Promise<{ store: EphemeralStore; passTime: (ms: number) => Promise<void> }>,
) {
  describe(`ephemeral store: ${name}`, () => {
    test('a value is there until it is deleted or its time is over', async () => {
      const { store, passTime } = await open();
      await store.set('typing', 'ana', 50);
      await store.set('presence', 'online', 60_000);
      expect(await store.get('typing')).toBe('ana');

      await passTime(51);
      expect(await store.get('typing')).toBeUndefined();
      expect(await store.get('presence')).toBe('online');
      await store.delete('presence');
      expect(await store.get('presence')).toBeUndefined();
      await store.delete('never there');
    });

    test('a later value replaces the earlier one and its time', async () => {
      const { store, passTime } = await open();
      await store.set('typing', 'ana', 50);
      await store.set('typing', 'eva', 60_000);
      await passTime(51);
      expect(await store.get('typing')).toBe('eva');
    });

    test('a counter counts from zero, in steps, for as long as its first increment said', async () => {
      const { store, passTime } = await open();
      expect(await store.increment('uses', 100)).toBe(1);
      expect(await store.increment('uses', 60_000)).toBe(2);
      expect(await store.increment('uses', 60_000, -1)).toBe(1);
      expect(await store.increment('uses', 60_000, 5)).toBe(6);
      expect(await store.get('uses')).toBe('6');

      await passTime(101);
      expect(await store.increment('uses', 60_000)).toBe(1);
    });

    test('increments at the same moment all count', async () => {
      const { store } = await open();
      const values = await Promise.all(Array.from({ length: 100 }, () => store.increment('uses', 60_000)));
      expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    });

    test('only a counter can be incremented', async () => {
      const { store } = await open();
      await store.set('typing', 'ana', 60_000);
      await expect(store.increment('typing', 60_000)).rejects.toThrow('Only a counter');
    });

    test('any text is a key', async () => {
      const { store } = await open();
      await store.set('__proto__', 'a', 60_000);
      await store.set('uno dos\nñ€', 'b', 60_000);
      expect([await store.get('__proto__'), await store.get('uno dos\nñ€'), await store.get('constructor')]).toEqual(['a', 'b', undefined]);
    });
  });
}
