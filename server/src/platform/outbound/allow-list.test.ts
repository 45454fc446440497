import { describe, expect, test } from 'vitest';
import { type AllowList, parseAllowList } from './allow-list.ts';
import { parseAddress } from './public-address.ts';

const permitsAddress = (list: AllowList, text: string, port = 443) => {
  const address = parseAddress(text);
  return address !== undefined && list.permitsAddress(address, port);
};

describe('the allow list', () => {
  test('an empty list permits nothing', () => {
    const list = parseAllowList([]);
    expect([list.permitsHost('crm.internal', 443), permitsAddress(list, '10.0.0.1')]).toEqual([false, false]);
  });

  test('a host is permitted on every port, a host and port on that one, and neither covers another name', () => {
    const list = parseAllowList(['CRM.internal', 'hooks.internal.:8443', 'localhost:3000']);
    expect(list.permitsHost('crm.internal', 80)).toBe(true);
    expect(list.permitsHost('crm.internal.', 9000)).toBe(true);
    expect(list.permitsHost('hooks.internal', 8443)).toBe(true);
    expect(list.permitsHost('hooks.internal', 443)).toBe(false);
    expect(list.permitsHost('localhost', 3000)).toBe(true);
    expect(list.permitsHost('evil-crm.internal', 80)).toBe(false);
    expect(list.permitsHost('crm.internal.evil.example', 80)).toBe(false);
  });

  test('addresses and ranges, also with a port', () => {
    const list = parseAllowList(['10.1.0.0/16', '192.168.0.5', '127.0.0.1:8080', '[::1]:9090', 'fd00::/8', ' fe80::7 ']);
    expect(permitsAddress(list, '10.1.255.255')).toBe(true);
    expect(permitsAddress(list, '10.2.0.0')).toBe(false);
    expect(permitsAddress(list, '::ffff:10.1.0.1')).toBe(true);
    expect(permitsAddress(list, '192.168.0.5')).toBe(true);
    expect(permitsAddress(list, '192.168.0.6')).toBe(false);
    expect([permitsAddress(list, '127.0.0.1', 8080), permitsAddress(list, '127.0.0.1', 80)]).toEqual([true, false]);
    expect([permitsAddress(list, '::1', 9090), permitsAddress(list, '::1', 80)]).toEqual([true, false]);
    expect([permitsAddress(list, 'fd12::1'), permitsAddress(list, 'fe80::7'), permitsAddress(list, 'fe80::8')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each([
    '',
    '*',
    'http://crm.internal',
    'crm.internal/path',
    'crm.internal:0',
    'crm.internal:70000',
    '10.0.0.0/33',
    '10.0.0.256',
    '*.internal',
    'a b',
  ])('what is none of these is refused by name: %j', (entry) =>
    expect(() => parseAllowList(['crm.internal', entry])).toThrow(`“${entry}” is not a host`),
  );
});
