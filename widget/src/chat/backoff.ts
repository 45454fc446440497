const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/**
 * How long to wait before trying again, in milliseconds: anything up to a limit that doubles with every failure, so that visitors of a
 * server that comes back do not all come at once.
 * @param failures in a row, from 1
 * @param random from 0 up to 1
 */
export const backoffMs = (failures: number, random: number): number =>
  50 + random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
