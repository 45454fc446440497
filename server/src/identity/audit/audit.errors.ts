import { unprocessable } from '#platform/errors.ts';

export const exportTooLarge = (most: number) =>
  unprocessable('AUDIT_EXPORT_TOO_LARGE', `One export holds at most ${most} entries. Ask for it in pieces, by the times “from” and “to”.`);
