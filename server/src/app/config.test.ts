import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { envExample } from './config.env-example.ts';
import { readConfig } from './config.ts';
import { VARIABLES } from './config-variables.ts';

const problemsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

const SECRETS = {
  FOYER_MASTER_KEY: 'ab'.repeat(32),
  JWT_SECRET: 'j'.repeat(32),
  JWT_REFRESH_SECRET: 'r'.repeat(32),
  WIDGET_JWT_SECRET: 'w'.repeat(32),
};

describe('without any variable', () => {
  test('everything runs on this machine alone, with its own database', () => {
    const config = readConfig({ PATH: '/bin' });
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3001, publicUrl: undefined, trustedProxies: [] });
    expect(config.database).toEqual({ kind: 'embedded' });
    expect(config.models).toMatchObject({ temperature: 0.7, maxTokens: 2000 });
    expect([config.role, config.demo.isOn, config.registration, config.admin, config.redis]).toEqual([
      'all',
      true,
      'closed',
      undefined,
      undefined,
    ]);
    expect(isAbsolute(config.storage.dataDirectory)).toBe(true);
    expect(config.storage.dataDirectory).toMatch(/data$/);
  });

  test('an empty variable is none', () => {
    expect(readConfig({ PORT: '', FOYER_ADMIN_EMAIL: ' ', FOYER_UNHEARD_OF: '' })).toEqual(readConfig({}));
  });
});

describe('files', () => {
  test('may have ten megabytes and are not scanned, unless it is said otherwise', () => {
    expect(readConfig({}).files).toEqual({ maximumBytes: 10_000_000, clamd: undefined });
    expect(readConfig({ FOYER_MAX_FILE_MB: '25', FOYER_CLAMD: 'clamd:3310' }).files).toEqual({
      maximumBytes: 25_000_000,
      clamd: { host: 'clamd', port: 3310 },
    });
    expect(readConfig({ FOYER_CLAMD: '/run/clamd.sock' }).files.clamd).toEqual({ path: '/run/clamd.sock' });
    expect(problemsOf({ FOYER_CLAMD: 'clamd' })).toContain('FOYER_CLAMD must be an address such as 127.0.0.1:3310');
    expect(problemsOf({ FOYER_MAX_FILE_MB: '0' })).toContain('FOYER_MAX_FILE_MB must be a whole number from 1 to 1000');
  });
});

describe('in production', () => {
  test('the four secrets are required, there is no demo, the log is JSON', () => {
    const message = problemsOf({ NODE_ENV: 'production' });
    for (const name of Object.keys(SECRETS)) expect(message).toContain(`${name} is required`);
    const config = readConfig({ NODE_ENV: 'production', ...SECRETS });
    expect([config.http.host, config.demo.isOn, config.telemetry.logFormat]).toEqual(['0.0.0.0', false, 'json']);
  });

  test('a secret that is wrong is not also missing', () => {
    expect(problemsOf({ NODE_ENV: 'production', ...SECRETS, JWT_SECRET: 'short' })).toBe(
      'The configuration is not valid:\n  JWT_SECRET must be at least 32 characters long.',
    );
  });
});

describe('what is wrong', () => {
  test('is listed all at once, without the values', () => {
    const message = problemsOf({
      PORT: '80a',
      DATABASE_URL: 'mysql://root:hunter2@db',
      REDIS_URL: 'hunter2',
      FOYER_ADMIN_EMAIL: 'ada@example.org',
      FOYER_MASTER_KEY: 'hunter2',
      FOYER_DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      FOYER_TRUSTED_PROXIES: '10.0.0.0/8, proxy',
      FOYER_DATA_DR: '/tmp',
    });
    expect(message.split('\n').slice(1)).toHaveLength(9);
    expect(message).toContain('PORT must be a whole number from 0 to 65535.');
    expect(message).toContain('DATABASE_URL must be a URL that begins with postgres:// or postgresql://.');
    expect(message).toContain('FOYER_ADMIN_EMAIL is set without FOYER_ADMIN_PASSWORD.');
    expect(message).toContain('FOYER_DATA_DR is not a variable of Foyer; did you mean FOYER_DATA_DIR?');
    expect(message).not.toContain('hunter2');
  });

  const cases: [name: string, value: string][] = [
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['FOYER_PUBLIC_URL', 'chat.example.org'],
    ['FOYER_PUBLIC_URL', 'https://example.org/foyer'],
    ['FOYER_ROLE', 'server'],
    ['FOYER_ADMIN_PASSWORD', 'short'],
    ['FOYER_MASTER_KEY', 'ab'.repeat(31)],
    ['FOYER_EMAIL_FROM', 'Foyer'],
    ['FOYER_EMAIL_FROM', 'Foyer <a@b>\r\nBcc: x@y'],
    ['FOYER_MODEL_TEMPERATURE', '2.1'],
    ['FOYER_MODEL_MAX_TOKENS', '0'],
    ['FOYER_OUTBOUND_ALLOW', 'http://internal'],
    ['DB_PORT', '5432'],
    ['REDIS_PASSWORD', 'x'],
    ['SMTP_URL', 'http://mail'],
    ['NODE_ENV', 'staging'],
  ];
  test.each(cases)('%s=%j', (name, value) => {
    expect(problemsOf({ [name]: value })).toContain(name);
  });

  test('two ways to say the same thing', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://db/foyer', DB_HOST: 'db' })).toContain('DATABASE_URL and DB_HOST are both set');
    expect(problemsOf({ REDIS_URL: 'redis://r', REDIS_HOST: 'r' })).toContain('REDIS_URL and REDIS_HOST are both set');
  });
});

describe('values', () => {
  test('a database and Redis in parts become URLs, whatever is in a password', () => {
    const config = readConfig({
      DB_HOST: 'db',
      DB_USER: 'fo yer',
      DB_PASSWORD: 'p@ss/word:',
      DB_NAME: 'desk',
      REDIS_HOST: '::1',
      REDIS_PASSWORD: 'a@b',
    });
    expect(config.database).toEqual({ kind: 'external', url: 'postgres://fo%20yer:p%40ss%2Fword%3A@db:5432/desk' });
    expect(config.redis).toEqual({ url: 'redis://:a%40b@[::1]:6379' });
  });

  test('a master key is given in hexadecimal, in base64, or with the one that it replaces', () => {
    const key = Buffer.alloc(32, 0xab);
    for (const text of [key.toString('hex'), key.toString('base64'), `${'cd'.repeat(32)},${key.toString('hex')}`]) {
      expect(readConfig({ FOYER_MASTER_KEY: text }).secrets.masterKeys).toBe(text);
    }
  });

  test.each([
    ['on', true],
    ['YES', true],
    ['1', true],
    ['off', false],
    ['False', false],
    ['0', false],
  ])('FOYER_DEMO=%s is %s', (text, isOn) => {
    expect(readConfig({ FOYER_DEMO: text }).demo.isOn).toBe(isOn);
  });

  test('lists may be separated by commas or spaces; the public URL loses its last slash; port 0 stays 0', () => {
    const config = readConfig({
      FOYER_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      FOYER_OUTBOUND_ALLOW: 'localhost *.internal 10.1.0.0/16',
      FOYER_PUBLIC_URL: 'https://desk.example.org/',
      PORT: '0',
    });
    expect(config.http).toMatchObject({ trustedProxies: ['10.0.0.0/8', '::1'], publicUrl: 'https://desk.example.org', port: 0 });
    expect(config.outbound.allow).toEqual(['localhost', '*.internal', '10.1.0.0/16']);
  });
});

describe('.env.example', () => {
  const checkedIn = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');

  test('is what the declarations say', () => {
    expect(checkedIn).toBe(envExample());
  });

  test('names every variable once, and sets none', () => {
    expect(checkedIn.match(/^#\w+=$/gm)).toHaveLength(Object.keys(VARIABLES).length);
    expect(checkedIn).not.toMatch(/^[^#\n]/m);
  });
});
