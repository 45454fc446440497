import { expect, test } from 'vitest';
import { createConnectionRegistry } from './connection-registry.ts';

const from = (sessionId: string, address = 'home', appId = 'app') => ({ sessionId, address, appId });

test('a session has so many connections at once, and one that closes makes room for another', () => {
  const registry = createConnectionRegistry({ perSession: 2, perAddress: 10, perApp: 10 });
  const leave = registry.admit(from('s', 'home'));
  registry.admit(from('s', 'work'));
  expect(registry.admit(from('s', 'train'))).toBeUndefined();
  expect(registry.admit(from('other', 'home'))).toBeDefined();

  leave?.();
  expect(registry.admit(from('s', 'train'))).toBeDefined();
  expect(registry.count()).toBe(3);
});

test('an address has so many, whatever their sessions', () => {
  const registry = createConnectionRegistry({ perSession: 10, perAddress: 2, perApp: 10 });
  registry.admit(from('a', 'home'));
  registry.admit(from('b', 'home'));
  expect(registry.admit(from('c', 'home'))).toBeUndefined();
  expect(registry.admit(from('c', 'work'))).toBeDefined();
});

test('an app has so many, wherever they come from, and other apps have their own', () => {
  const registry = createConnectionRegistry({ perSession: 10, perAddress: 10, perApp: 2 });
  registry.admit(from('a', 'home', 'clinic'));
  const leave = registry.admit(from('b', 'work', 'clinic'));
  expect(registry.admit(from('c', 'train', 'clinic'))).toBeUndefined();
  expect(registry.admit(from('d', 'train', 'bakery'))).toBeDefined();
  leave?.();
  expect(registry.admit(from('c', 'train', 'clinic'))).toBeDefined();
});

test('a connection that leaves twice makes room once', () => {
  const registry = createConnectionRegistry({ perSession: 2, perAddress: 2, perApp: 2 });
  const leave = registry.admit(from('s'));
  registry.admit(from('s'));
  leave?.();
  leave?.();
  expect(registry.count()).toBe(1);
  registry.admit(from('s'));
  expect(registry.admit(from('s'))).toBeUndefined();
});
