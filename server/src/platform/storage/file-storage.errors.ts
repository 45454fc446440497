import { AppError, badRequest, notFound, payloadTooLarge, unavailable } from '../errors.ts';

export const fileKeyInvalid = () => badRequest('FILE_KEY_INVALID', 'The key of a file has a form that is not accepted.');
export const fileNotFound = () => notFound('FILE_NOT_FOUND', 'There is no such file.');
export const fileTooLarge = (maximumBytes: number) =>
  payloadTooLarge('FILE_TOO_LARGE', `A file may have at most ${maximumBytes} bytes here.`);
export const rangeNotSatisfiable = (bytes: number) =>
  new AppError(416, 'RANGE_NOT_SATISFIABLE', `The file has ${bytes} bytes; the range lies outside of it.`);

/** What an error of the disk means for whoever looks for a file. */
export function lookUpError(cause: unknown): AppError {
  return isErrno(cause, 'ENOENT') ? fileNotFound() : storageError(cause);
}

/** What an error of the disk means for whoever writes. */
export function storageError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (isErrno(cause, 'ENOSPC') || isErrno(cause, 'EDQUOT')) {
    return new AppError(507, 'STORAGE_FULL', 'There is no space left for files. The operator has to make some.', { cause });
  }
  return unavailable('STORAGE_UNAVAILABLE', 'Files can neither be read nor written right now.', { cause });
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
