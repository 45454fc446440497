import type { Readable } from 'node:stream';

export interface StoredFile {
  bytes: number;
  /** Of the content, in hexadecimal. */
  sha256: string;
}

export interface PutOptions {
  /** Reading stops as soon as there is more. */
  maximumBytes: number;
}

/** Both inclusive, as in HTTP. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Where files are kept. What a file is (its name, type, owner) is in the database; here are only bytes under a key such as
 * `recordings/0198…/call.wav`: lower-case letters, digits, `-`, `_` and `.` in up to eight parts with `/` between them.
 */
export interface FileStorage {
  /**
   * Stores all of it or nothing; a file of that key is replaced. On return the content survives a crash.
   * @throws {AppError} FILE_KEY_INVALID, FILE_TOO_LARGE, STORAGE_FULL, STORAGE_UNAVAILABLE, and whatever the source itself throws
   */
  put(key: string, content: Uint8Array | AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredFile>;
  /**
   * The stream must be read to its end or destroyed. `bytes` is the whole file's size, also when only a range is read.
   * @throws {AppError} FILE_KEY_INVALID, FILE_NOT_FOUND, RANGE_NOT_SATISFIABLE, STORAGE_UNAVAILABLE
   */
  get(key: string, range?: ByteRange): Promise<{ stream: Readable; bytes: number }>;
  exists(key: string): Promise<boolean>;
  /** Afterwards there is no such file, whether or not there was one. */
  delete(key: string): Promise<void>;
}
