import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { silentLogger } from '../telemetry/logger.ts';
import { createGuardedClient } from './guarded-client.ts';
import { pinnedLookup } from './pinned-connector.ts';
import type { IpAddress } from './public-address.ts';

/** A client whose connections go nowhere: each is only counted and refused, so nothing leaves this machine. */
function arrange({ allow = [], names = {} }: { allow?: string[]; names?: Record<string, string[][]> } = {}) {
  const lookups: string[] = [];
  const connections: Array<{ addresses: string[]; lookup: LookupFunction }> = [];
  const client = createGuardedClient({
    allow,
    logger: silentLogger,
    lookup: async (hostname) => {
      lookups.push(hostname);
      const answers = names[hostname] ?? [];
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer) throw Object.assign(new Error('unknown name'), { code: 'ENOTFOUND' });
      return answer.map((address) => ({ address }));
    },
    createConnector: (addresses: readonly IpAddress[]) => (_options, callback) => {
      connections.push({ addresses: addresses.map(String), lookup: pinnedLookup(addresses) });
      callback(Object.assign(new Error('counted'), { code: 'ECONNREFUSED' }), null);
    },
  });
  const get = (url: string, headers = {}) => client.request({ method: 'GET', url, headers });
  return { client, get, lookups, connections };
}

describe('addresses that users supply', () => {
  test.each([
    [
      'loopback',
      [
        'http://127.0.0.1/',
        'http://127.1/',
        'http://127.0.1/',
        'http://localhost.localdomain@127.0.0.1/',
        'http://[::1]/',
        'http://127.0.0.1./',
      ],
    ],
    [
      'decimal, octal and hexadecimal',
      [
        'http://2130706433/',
        'http://0x7f000001/',
        'http://0177.0.0.1/',
        'http://0x7f.1/',
        'http://017700000001/',
        'http://0x7f.0x0.0x0.0x1/',
        'http://00000177.1/',
      ],
    ],
    [
      'full-width and percent-encoded digits',
      ['http://１２７.０.０.１/', 'http://①②⑦.⓪.⓪.①/', 'http://%31%32%37.0.0.1/', 'http://127。0。0。1/'],
    ],
    ['unspecified', ['http://0/', 'http://0.0.0.0/', 'http://[::]/', 'http://0x0/']],
    ['private', ['http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.0.1/', 'http://3232235521/', 'http://[fd00::1]/']],
    [
      'metadata of clouds',
      [
        'http://169.254.169.254/latest/meta-data',
        'http://2852039166/',
        'http://0xA9FEA9FE/',
        'http://[fd00:ec2::254]/',
        'http://[fe80::a9fe:a9fe]/',
      ],
    ],
    [
      'IPv4 within IPv6',
      [
        'http://[::ffff:127.0.0.1]/',
        'http://[::ffff:7f00:1]/',
        'http://[::127.0.0.1]/',
        'http://[64:ff9b::7f00:1]/',
        'http://[2002:7f00:1::]/',
        'http://[0:0:0:0:0:ffff:10.0.0.1]/',
      ],
    ],
    [
      'shared, multicast, reserved',
      [
        'http://100.64.0.1/',
        'http://224.0.0.1/',
        'http://[ff02::1]/',
        'http://240.0.0.1/',
        'http://255.255.255.255/',
        'http://198.18.0.1/',
      ],
    ],
    [
      'other schemes',
      [
        'ftp://1.1.1.1/',
        'file:///etc/passwd',
        'gopher://1.1.1.1/',
        'data:text/plain,x',
        'ws://1.1.1.1/',
        'javascript:1',
        'unix:/tmp/socket',
        'http+unix://x/',
      ],
    ],
    ['credentials', ['http://user@1.1.1.1/', 'http://user:password@1.1.1.1/', 'http://:password@1.1.1.1/']],
    [
      'ports of other protocols',
      ['http://1.1.1.1:22/', 'http://1.1.1.1:25/', 'https://1.1.1.1:6379/', 'http://1.1.1.1:5432/', 'http://1.1.1.1:6667/'],
    ],
    [
      'no URL at all',
      [
        '',
        'example.com',
        '//example.com',
        'http://',
        'http://[::1',
        'http://1.1.1.1:99999/',
        'http://1.2.3.4.5.6.7.256/',
        'http://[fe80::1%25eth0]/',
      ],
    ],
  ])('%s: refused without a look-up and without a connection', async (_name, urls) => {
    const { get, lookups, connections } = arrange();
    for (const url of urls) await expect(get(url), url).rejects.toMatchObject({ kind: 'blocked', mayHaveArrived: false });
    expect({ lookups, connections }).toEqual({ lookups: [], connections: [] });
  });

  test.each([
    ['a private address', ['10.0.0.1']],
    ['loopback', ['127.0.0.1']],
    ['loopback in IPv6', ['::1']],
    ['loopback mapped into IPv6', ['::ffff:127.0.0.1']],
    ['metadata of clouds', ['169.254.169.254']],
    ['a private address among public ones', ['1.1.1.1', '2606:4700::1111', '192.168.0.1']],
    ['a link-local address with a zone', ['fe80::1%eth0']],
    ['what is not an address', ['localhost']],
  ])('a name that leads to %s is refused without a connection', async (_name, addresses) => {
    const { get, connections } = arrange({ names: { 'rebind.example': [addresses] } });
    await expect(get('https://rebind.example/hook')).rejects.toMatchObject({ kind: 'blocked' });
    expect(connections).toEqual([]);
  });

  test('a name that changes between check and connection cannot win: the connection uses the address that was checked', async () => {
    const { get, lookups, connections } = arrange({ names: { 'rebind.example': [['1.1.1.1'], ['127.0.0.1']] } });
    await expect(get('http://rebind.example/')).rejects.toMatchObject({ kind: 'not-sent' });

    expect(lookups).toEqual(['rebind.example']);
    expect(connections.map(({ addresses }) => addresses)).toEqual([['1.1.1.1']]);
    const used = await new Promise((resolve) => connections[0]?.lookup('rebind.example', { all: true }, (_error, found) => resolve(found)));
    expect(used).toEqual([{ address: '1.1.1.1', family: 4 }]);
    // The next request asks anew, and sees through it.
    await expect(get('http://rebind.example/')).rejects.toMatchObject({ kind: 'blocked' });
  });

  test.each([
    'http://1.1.1.1/',
    'https://1.1.1.1:8443/',
    'http://[2606:4700::1111]:3000/',
    'https://example.com/hook?x=1',
    'https://example.com./',
    'https://bücher.example/',
  ])('a public address is called: %s', async (url) => {
    const names = { 'example.com': [['93.184.215.14']], 'example.com.': [['93.184.215.14']], 'xn--bcher-kva.example': [['93.184.215.14']] };
    const { get, connections } = arrange({ names });
    await expect(get(url)).rejects.toMatchObject({ kind: 'not-sent', mayHaveArrived: false });
    expect(connections).toHaveLength(1);
  });

  test('a name that does not exist was surely not reached', async () => {
    await expect(arrange().get('https://nowhere.example/')).rejects.toMatchObject({
      kind: 'not-sent',
      message: expect.stringContaining('ENOTFOUND'),
    });
  });

  test('the allow list opens exactly what it names, a low port included', async () => {
    const { get, connections } = arrange({
      allow: ['crm.internal', '10.1.0.0/16', '127.0.0.1:81'],
      names: { 'crm.internal': [['10.9.9.9']], 'other.internal': [['10.1.2.3']] },
    });
    for (const url of [
      'http://crm.internal/',
      'http://crm.internal:25/',
      'http://other.internal/',
      'http://10.1.0.1/',
      'http://127.0.0.1:81/',
      'http://2130706433:81/',
    ]) {
      await expect(get(url), url).rejects.toMatchObject({ kind: 'not-sent' });
    }
    expect(connections).toHaveLength(6);
    for (const url of ['http://10.2.0.1/', 'http://127.0.0.1/', 'http://127.0.0.1:82/']) {
      await expect(get(url), url).rejects.toMatchObject({ kind: 'blocked' });
    }
  });

  test.each([
    { Host: 'internal' },
    { 'transfer-encoding': 'chunked' },
    { 'Content-Length': '0' },
    { 'x-a': 'a\r\nHost: internal' },
    { 'x-a': 'ñ…' },
    { 'x a': 'b' },
    { '': 'b' },
  ])('headers that would change where a request goes or ends are refused: %j', async (headers) => {
    const { get, connections } = arrange();
    await expect(get('http://1.1.1.1/', headers)).rejects.toMatchObject({ kind: 'blocked' });
    expect(connections).toEqual([]);
  });

  test('a method that opens tunnels is refused', async () => {
    const { client } = arrange();
    // From JSON, where the types do not reach.
    const request = JSON.parse('{"method": "CONNECT", "url": "http://1.1.1.1/"}');
    await expect(client.request(request)).rejects.toMatchObject({ kind: 'blocked' });
  });
});
