import { describe, expect, test } from 'vitest';
import { isPublicUnicast, parseAddress } from './public-address.ts';

const isPublic = (text: string) => {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} is not an address.`);
  return isPublicUnicast(address);
};

describe('public addresses', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2606:4700::1111',
    '2a00:1450:4001:82a::200e',
    '::ffff:8.8.8.8',
  ])('%s is public', (text) => expect(isPublic(text)).toBe(true));

  test.each([
    ['unspecified', ['0.0.0.0', '0.1.2.3', '::']],
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1']],
    ['link-local, with the clouds’ metadata', ['169.254.169.254', '169.254.0.1', 'fe80::1', 'febf::1']],
    ['deprecated site-local', ['fec0::1']],
    ['shared between customers of a provider', ['100.64.0.1', '100.127.255.255']],
    ['multicast and broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
    [
      'reserved, documentation and tests',
      [
        '192.0.0.1',
        '192.0.2.1',
        '198.18.0.1',
        '198.19.255.255',
        '198.51.100.1',
        '203.0.113.1',
        '240.0.0.1',
        '2001:db8::1',
        '3fff::1',
        '100::1',
      ],
    ],
    [
      'IPv4 inside IPv6',
      [
        '::ffff:127.0.0.1',
        '::ffff:a00:1',
        '::127.0.0.1',
        '::ffff:0:127.0.0.1',
        '64:ff9b::a00:1',
        '64:ff9b::808:808',
        '64:ff9b:1::1',
        '2002:7f00:1::1',
        '2001:0:7f00:1::1',
      ],
    ],
    ['not given out', ['4000::1', '5f00::1', '1::1']],
  ])('%s is not public', (_name, texts) => {
    for (const text of texts) expect(isPublic(text), text).toBe(false);
  });
});
