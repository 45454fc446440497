import { join } from 'node:path';
import { binDirectoryOf, copyBinaries, findPackagedBinaries, linkLibraries } from './binaries.ts';
import { type DatabaseUser, databaseUserCandidates } from './database-user.ts';
import { noDatabaseUser, postgresDoesNotRun } from './embedded-postgres.errors.ts';
import { type Command, runProgram } from './run-program.ts';

/** Which programs run, and as whom. */
export interface Runner {
  user: DatabaseUser;
  binDirectory: string;
  /** Such as `18.4`. */
  version: string;
  command(program: 'initdb' | 'postgres', args: string[]): Command;
}

interface Choice {
  dataDirectory: string;
  /** Our own folder inside of the data directory, for a copy of the binaries. */
  folder: string;
  /** Uses these programs instead of the npm package's. */
  binDirectory?: string | undefined;
  candidates?: DatabaseUser[];
}

/**
 * Finds, by trying, a user who can run PostgreSQL and reach its data.
 * @throws {AppError} EMBEDDED_DATABASE_UNSUPPORTED, …_MISSING, …_NEEDS_A_USER, …_DOES_NOT_RUN
 */
export async function chooseRunner({
  dataDirectory,
  folder,
  binDirectory,
  candidates = databaseUserCandidates(),
}: Choice): Promise<Runner> {
  const places = binDirectory === undefined ? packagedPlaces(folder) : [async () => binDirectory];
  const tried: string[] = [];
  let failure: { place: string; reason: string } | undefined;

  for (const user of candidates) {
    const entered = await runProgram(user.command('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDirectory]));
    if (!entered.succeeded) {
      tried.push(`${user.mechanism}: ${entered.output.split('\n').at(-1) ?? ''}`);
      continue;
    }
    for (const findPlace of places) {
      const place = await findPlace();
      if (place === undefined) continue;
      const { succeeded, output } = await runProgram(user.command(join(place, 'postgres'), ['--version']));
      const version = /\(PostgreSQL\) (\d+\.\d+)/.exec(output)?.[1];
      if (succeeded && version) {
        return { user, binDirectory: place, version, command: (program, args) => user.command(join(place, program), args) };
      }
      failure = { place, reason: output };
    }
  }
  if (failure) throw postgresDoesNotRun(failure.place, failure.reason);
  throw noDatabaseUser(dataDirectory, tried.join('; '));
}

/** The package where it lies; a copy where it has not all its links and will not take them, or cannot be reached. */
function packagedPlaces(folder: string): (() => Promise<string | undefined>)[] {
  const packaged = findPackagedBinaries();
  return [
    async () => ((await linkLibraries(packaged.packageDirectory)) ? binDirectoryOf(packaged.packageDirectory) : undefined),
    async () => binDirectoryOf(await copyBinaries(packaged, folder)),
  ];
}
