import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { parseMasterKeys } from './master-keys.ts';

export interface InstallationSecrets {
  /** For `parseMasterKeys`. */
  masterKeys: string;
  jwtSecret: string;
  jwtRefreshSecret: string;
  widgetJwtSecret: string;
}

export interface InstallationSecretsOptions {
  /** What the environment gives; a secret given there never touches the disk. */
  given: { [Name in keyof InstallationSecrets]?: string | undefined };
  dataDirectory: string;
  /** In production the secrets must come from the environment; nothing is made up. */
  mayGenerate: boolean;
  logger: Logger;
}

/** A secret that is missing or cannot be used; the message says what to do, and never holds one. */
export class InstallationSecretsError extends SetupError {
  override name = 'InstallationSecretsError';
}

/**
 * The installation's own secrets: from the environment, else from `<data directory>/secrets/`, where a missing one is made once.
 * Processes that start at the same moment agree on one value.
 * @throws {InstallationSecretsError} naming every secret that is missing, or the file that cannot be used
 */
export async function loadInstallationSecrets(options: InstallationSecretsOptions): Promise<InstallationSecrets> {
  const { given, mayGenerate } = options;
  const names = Object.keys(VARIABLES) as Array<keyof InstallationSecrets>;
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length > 0 && !mayGenerate) {
    throw new InstallationSecretsError(`These secrets must be set in production: ${missing.map((name) => VARIABLES[name]).join(', ')}.`);
  }

  const secrets = {} as InstallationSecrets;
  for (const name of names) secrets[name] = given[name] ?? (await keptSecret(VARIABLES[name], options));
  check(secrets);
  return secrets;
}

/**
 * The master keys of an installation that was started before, for what only looks at its data: nothing is made.
 * @throws {InstallationSecretsError} when there are none
 */
export async function readMasterKeys(given: string | undefined, dataDirectory: string): Promise<string> {
  const variable = VARIABLES.masterKeys;
  const path = join(dataDirectory, 'secrets', variable.toLowerCase().replaceAll('_', '-'));
  const keys = given ?? (await readSecret(path, variable));
  if (keys === undefined) throw new InstallationSecretsError(`There is no master key: set ${variable} to the one that the server has.`);
  return keys;
}

const VARIABLES: Record<keyof InstallationSecrets, string> = {
  masterKeys: 'FOYER_MASTER_KEY',
  jwtSecret: 'JWT_SECRET',
  jwtRefreshSecret: 'JWT_REFRESH_SECRET',
  widgetJwtSecret: 'WIDGET_JWT_SECRET',
};

function check(secrets: InstallationSecrets): void {
  parseMasterKeys(secrets.masterKeys);
  const signing = [secrets.jwtSecret, secrets.jwtRefreshSecret, secrets.widgetJwtSecret];
  for (const name of ['jwtSecret', 'jwtRefreshSecret', 'widgetJwtSecret'] as const) {
    if (secrets[name].length < 32) throw new InstallationSecretsError(`${VARIABLES[name]} needs at least 32 characters.`);
  }
  if (new Set(signing).size !== signing.length)
    throw new InstallationSecretsError('JWT_SECRET, JWT_REFRESH_SECRET and WIDGET_JWT_SECRET must differ.');
}

async function keptSecret(variable: string, { dataDirectory, logger }: InstallationSecretsOptions): Promise<string> {
  const directory = join(dataDirectory, 'secrets');
  const path = join(directory, variable.toLowerCase().replaceAll('_', '-'));
  await makeDirectory(directory, logger);

  const kept = await readSecret(path, variable);
  if (kept !== undefined) {
    await tighten(path, 0o600, logger);
    return kept;
  }
  if (await createSecret(path, directory)) logger.info('generated an installation secret', { variable });
  const created = await readSecret(path, variable);
  if (created === undefined) throw new InstallationSecretsError(`${path} disappeared while it was made. Is another process deleting it?`);
  return created;
}

async function makeDirectory(directory: string, logger: Logger): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await tighten(directory, 0o700, logger);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be made';
    throw new InstallationSecretsError(
      `The directory of generated secrets cannot be used: ${reason}. Set FOYER_DATA_DIR to a directory of yours.`,
      {
        cause: error,
      },
    );
  }
}

async function readSecret(path: string, variable: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'latin1');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw new InstallationSecretsError(`${path} cannot be read. Mend its permissions, or set ${variable}.`, { cause: error });
  }
  if (KEPT.test(text)) return text.trim();
  throw new InstallationSecretsError(
    `${path} is damaged: it does not hold 64 hexadecimal digits and a line end. Restore it from a backup or set ${variable}. ` +
      'It is not replaced by a new secret, because what was sealed or signed with the old one would be lost.',
  );
}

/** Written in full under another name and then linked: whoever links first wins, and nobody ever sees half a secret. */
async function createSecret(path: string, directory: string): Promise<boolean> {
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
  await writeDurably(temporary, `${randomBytes(32).toString('hex')}\n`);
  try {
    await link(temporary, path);
    await syncDirectory(directory);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw new InstallationSecretsError(`${path} could not be made: the file system of the data directory must allow hard links.`, {
      cause: error,
    });
  } finally {
    await unlink(temporary);
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function tighten(path: string, mode: number, logger: Logger): Promise<void> {
  const { mode: found } = await stat(path);
  if ((found & 0o077) === 0) return;
  await chmod(path, mode);
  logger.warn('installation secrets were readable by other users of this machine', { path });
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

const KEPT = /^[0-9a-f]{64}\n$/;
