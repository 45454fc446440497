import { expect, test } from 'vitest';
import { createConnectionRegistry } from './connection-registry.ts';

test('a session has so many connections at once, and one that closes makes room for another', () => {
  const registry = createConnectionRegistry({ perSession: 2, perAddress: 10 });
  const leave = registry.admit('s', '192.0.2.1');
  registry.admit('s', '192.0.2.2');
  expect(registry.admit('s', '192.0.2.3')).toBeUndefined();
  expect(registry.admit('other', '192.0.2.1')).toBeDefined();

  leave?.();
  expect(registry.admit('s', '192.0.2.3')).toBeDefined();
  expect(registry.count()).toBe(3);
});

test('an address has so many, whatever their sessions', () => {
  const registry = createConnectionRegistry({ perSession: 10, perAddress: 2 });
  registry.admit('a', '192.0.2.1');
  registry.admit('b', '192.0.2.1');
  expect(registry.admit('c', '192.0.2.1')).toBeUndefined();
  expect(registry.admit('c', '192.0.2.2')).toBeDefined();
});

test('a connection that leaves twice makes room once', () => {
  const registry = createConnectionRegistry({ perSession: 2, perAddress: 2 });
  const leave = registry.admit('s', 'ip');
  registry.admit('s', 'ip');
  leave?.();
  leave?.();
  expect(registry.count()).toBe(1);
  registry.admit('s', 'ip');
  expect(registry.admit('s', 'ip')).toBeUndefined();
});
