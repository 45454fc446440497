import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { silentLogger } from '../telemetry/logger.ts';
import { loadInstallationSecrets } from './installation-secrets.ts';

async function arrange() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'foyer-secrets-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true }));
  const secretsDirectory = join(dataDirectory, 'secrets');
  const load = (given = {}, mayGenerate = true) => loadInstallationSecrets({ given, dataDirectory, mayGenerate, logger: silentLogger });
  return { load, secretsDirectory };
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('installation secrets', () => {
  test('they are made once, all different, and found again', async () => {
    const { load, secretsDirectory } = await arrange();
    const first = await load();

    expect(new Set(Object.values(first)).size).toBe(4);
    expect(await load()).toEqual(first);
    expect((await readdir(secretsDirectory)).toSorted()).toEqual([
      'foyer-master-key',
      'jwt-refresh-secret',
      'jwt-secret',
      'widget-jwt-secret',
    ]);
  });

  test('only their owner can read them', async () => {
    const { load, secretsDirectory } = await arrange();
    await load();
    expect(await modeOf(secretsDirectory)).toBe(0o700);
    expect(await modeOf(join(secretsDirectory, 'jwt-secret'))).toBe(0o600);

    await chmod(secretsDirectory, 0o755);
    await chmod(join(secretsDirectory, 'jwt-secret'), 0o644);
    await load();
    expect(await modeOf(secretsDirectory)).toBe(0o700);
    expect(await modeOf(join(secretsDirectory, 'jwt-secret'))).toBe(0o600);
  });

  test('processes that start together agree', async () => {
    const { load, secretsDirectory } = await arrange();
    const loaded = await Promise.all(Array.from({ length: 20 }, () => load()));

    expect(new Set(loaded.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
    expect(await readdir(secretsDirectory)).toHaveLength(4);
  });

  test('a given secret wins and is not written down', async () => {
    const { load, secretsDirectory } = await arrange();
    const given = { jwtSecret: 'from the environment, and long enough' };

    expect(await load(given)).toMatchObject(given);
    expect(await readdir(secretsDirectory)).not.toContain('jwt-secret');
  });

  test('a damaged file stops the start and is left as it is', async () => {
    const { load, secretsDirectory } = await arrange();
    await load();
    const path = join(secretsDirectory, 'foyer-master-key');
    const damaged = (await readFile(path, 'latin1')).slice(0, 40);
    for (const content of [damaged, '', 'not a secret\n']) {
      await writeFile(path, content);
      await expect(load()).rejects.toThrow(/foyer-master-key is damaged.*FOYER_MASTER_KEY/);
      expect(await readFile(path, 'latin1')).toBe(content);
    }
  });

  test('in production nothing is made up, and all that is missing is named at once', async () => {
    const { load } = await arrange();
    await expect(load({ jwtSecret: 'x'.repeat(32) }, false)).rejects.toThrow('FOYER_MASTER_KEY, JWT_REFRESH_SECRET, WIDGET_JWT_SECRET');
  });

  test.each([
    [{ masterKeys: 'weak' }, 'FOYER_MASTER_KEY is not 32 bytes'],
    [{ widgetJwtSecret: 'weak' }, 'WIDGET_JWT_SECRET needs at least 32'],
    [{ jwtSecret: 'x'.repeat(32), jwtRefreshSecret: 'x'.repeat(32) }, 'must differ'],
  ])('a weak or repeated secret is refused: %s', async (given, message) => {
    const { load } = await arrange();
    await expect(load(given)).rejects.toThrow(message);
  });
});
