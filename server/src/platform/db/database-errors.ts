/** What PostgreSQL says when its disk is full. Source: PostgreSQL appendix A. */
const DISK_FULL = '53100';

/** Codes by which PostgreSQL and the driver say that the database is away, starting, stopping or out of room. Source: PostgreSQL appendix A, errno(3). */
const UNAVAILABLE = new Set([
  // The session was ended because this process stood still in the middle of a transaction.
  '25P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  DISK_FULL,
  '53300',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
]);

/** Messages of the driver that carry no code. Source: pg 8, pg-pool 3. */
const UNAVAILABLE_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/;

/** The `code` of an error or of one of its causes that `accept` agrees to; Drizzle wraps the driver's errors. */
function findInCauses<T>(error: unknown, find: (error: Error & { code?: unknown; constraint?: unknown }) => T | undefined): T | undefined {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 8; current = current.cause, depth += 1) {
    const found = find(current);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the database cannot work at the moment (rather than having refused what was asked): the same may succeed later. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  findInCauses(error, (cause) =>
    (typeof cause.code === 'string' && UNAVAILABLE.has(cause.code) && cause.code !== 'ENOENT') ||
    (cause.code === 'ENOENT' && 'syscall' in cause && cause.syscall === 'connect') ||
    UNAVAILABLE_MESSAGE.test(cause.message)
      ? true
      : undefined,
  ) ?? false;

/** The SQLSTATE of a failed statement, such as 23505. */
export const sqlStateOf = (error: unknown): string | undefined =>
  findInCauses(error, (cause) => (typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code) ? cause.code : undefined));

/** The name of the unique constraint or index that a statement broke, or undefined. */
export function brokenUniqueConstraint(error: unknown): string | undefined {
  return findInCauses(error, (cause) => (cause.code === '23505' && typeof cause.constraint === 'string' ? cause.constraint : undefined));
}

/** Deadlock or serialisation failure: the same transaction may simply be tried again. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(sqlStateOf(error) ?? '');

/** Whether something could not be stored because the database's disk is full. */
export const isOutOfRoom = (error: unknown): boolean => sqlStateOf(error) === DISK_FULL;
