import { fileKeyInvalid } from './file-storage.errors.ts';

/** @throws {AppError} FILE_KEY_INVALID */
export function assertFileKey(key: string): void {
  if (key.length > MAXIMUM_KEY_LENGTH || !FILE_KEY.test(key)) throw fileKeyInvalid();
}

/** S3 takes 1024 bytes; this leaves room for a prefix. */
const MAXIMUM_KEY_LENGTH = 512;
/** No part begins with a dot, so none is `.` or `..`; no capitals, because some file systems take them for the same. */
const FILE_KEY = /^[a-z0-9_-][a-z0-9._-]*(?:\/[a-z0-9_-][a-z0-9._-]*){0,7}$/;
