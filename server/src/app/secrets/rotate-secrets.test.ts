import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHeaders } from '#agents/definitions/sealed-headers.ts';
import { openIdentitySecret } from '#identity/apps/identity-secret.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { createSecretBox } from '#platform/crypto/secret-box.ts';
import { ADMIN, startTestApp, type TestApp } from '#test/test-app.ts';
import { rotateSecrets } from './rotate-secrets.ts';
import { sealedColumns } from './sealed-columns.ts';

const OLD = '0'.repeat(64);
const NEW = '1'.repeat(64);
const oldBox = createSecretBox(parseMasterKeys(OLD));
const bothBox = createSecretBox(parseMasterKeys(`${NEW},${OLD}`));
const newBox = createSecretBox(parseMasterKeys(NEW));

describe('rotating the master key', () => {
  let app: TestApp;
  let tenantId: string;
  let appId: string;
  let identitySecret: string;
  beforeAll(async () => {
    app = await startTestApp();
    const made = await app.tenant('clinic');
    ({ tenantId } = made);
    appId = made.app.id;
    identitySecret = made.app.identitySecret;
    const agents = await app.call('GET', '/agents', { as: app.admin, headers: { 'x-tenant-id': tenantId } });
    await app.call('POST', `/agents/${agents.body.items[0].id}/tools`, {
      as: app.admin,
      headers: { 'x-tenant-id': tenantId },
      body: {
        name: 'look_up',
        description: 'Looks up.',
        parameters: { type: 'object' },
        url: 'https://tools.example.com/',
        headers: { 'x-key': 'abc' },
      },
    });
    await app.call('POST', `/tenants/${tenantId}/identity-providers`, {
      as: app.admin,
      body: { name: 'One', issuer: 'https://login.example.com', clientId: 'foyer', clientSecret: 'hush', domains: ['example.com'] },
    });
    await app.call('POST', '/auth/totp/enable', { as: app.admin, body: { password: ADMIN.password } });
    await app.call('POST', '/auth/otp/send', { body: { email: ADMIN.email } });
  });
  afterAll(() => app?.close());

  const valuesOf = async (): Promise<string[]> => {
    const lists = sealedColumns.map(({ table, column }) =>
      app.database.asSuperuser<{ value: string }>(`select ${column} as value from ${table} where ${column} is not null order by id`),
    );
    return (await Promise.all(lists)).flat().map(({ value }) => value);
  };

  test('knows every column that holds sealed values', async () => {
    const rows = await app.database.asSuperuser<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where column_name like 'sealed\\_%' and table_schema = 'public' and data_type = 'text' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted());
  });

  test('seals everything anew, in every tenant, and once', async () => {
    const before = await valuesOf();
    expect(before.length).toBeGreaterThan(5);
    const unitOfWork = app.database.unitOfWork();
    const first = await rotateSecrets({ unitOfWork, secretBox: bothBox });
    expect(first.map(({ sealedAnew, unreadable }) => [sealedAnew > 0, unreadable])).toEqual(sealedColumns.map(() => [true, []]));
    expect((await valuesOf()).some((value) => newBox.isUnderOlderKey(value))).toBe(false);

    const secret = await app.database.asSuperuser<{ value: string }>(
      `select sealed_identity_secret as value from apps where id = '${appId}'`,
    );
    expect(openIdentitySecret(newBox, secret[0]?.value ?? '', { tenantId, appId })).toBe(identitySecret);
    const tools = await app.database.asSuperuser<{ id: string; value: string }>('select id, sealed_headers as value from agent_tools');
    expect(openHeaders(newBox, tools[0]?.value ?? '', { tenantId, toolId: tools[0]?.id ?? '' })).toEqual({ 'x-key': 'abc' });

    const after = await valuesOf();
    const again = await rotateSecrets({ unitOfWork, secretBox: bothBox });
    expect(again.reduce((sum, { sealedAnew }) => sum + sealedAnew, 0)).toBe(0);
    expect(await valuesOf()).toEqual(after);
  });

  test('names what no key opens, and goes on with the rest', async () => {
    const unitOfWork = app.database.unitOfWork();
    await rotateSecrets({ unitOfWork, secretBox: createSecretBox(parseMasterKeys(`${OLD},${NEW}`)) });
    await app.database.asSuperuser(
      `update apps set sealed_identity_secret = '${newBox.seal('x', { purpose: 'another' })}' where id = '${appId}'`,
    );
    const results = await rotateSecrets({ unitOfWork, secretBox: bothBox });
    expect(results[0]).toMatchObject({ unreadable: [appId] });
    expect(results[0]?.sealedAnew).toBeGreaterThan(0);
    await app.database.asSuperuser(
      `update apps set sealed_identity_secret = '${oldBox.seal('x', { purpose: `app.identity-secret/${appId}`, tenantId })}' where id = '${appId}'`,
    );
  });

  test('as a command says what it did, and when the old key may go', async () => {
    const command = fileURLToPath(new URL('../secrets-rotate.ts', import.meta.url));
    const run = async (keys: string) => {
      const env = { PATH: process.env.PATH, DATABASE_URL: app.database.connectionString, FOYER_MASTER_KEY: keys };
      const child = spawn(process.execPath, [command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const output = Promise.all([text(child.stdout), text(child.stderr)]);
      const [code] = await once(child, 'close');
      return { code, output: (await output).join('') };
    };
    const rotated = await run(`${NEW},${OLD}`);
    expect(rotated.output).toContain('identity secrets of apps: 1 sealed anew');
    expect(rotated.output).toMatch(/may be taken out|mails in the queue still need/);
    expect(rotated.code).toBe(0);
    const lost = await run('2'.repeat(64));
    expect(lost.output).toContain('does not hold');
    expect(lost.code).toBe(1);
    expect(rotated.output + lost.output).not.toContain(NEW);
  });
});
