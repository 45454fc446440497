import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ByteRange, FileStorage, StoredFile } from '#platform/storage/file-storage.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { VirusScanner } from '#platform/virus-scan/virus-scanner.ts';
import { cleanFileName, nameForType } from './file-name.policy.ts';
import type { FileType } from './file-types.policy.ts';
import {
  fileEmpty,
  fileInfected,
  fileNotFound,
  fileTypeNotAccepted,
  quotaExceeded,
  tooManyFiles,
  uploadAbandoned,
} from './files.errors.ts';
import { deleteFile, type FileRow, findReadyFile, insertFile, lockOwner, markReady, usageOf } from './files.repository.ts';
import { recogniseType } from './recognise-type.ts';

/** Who sends a file, and what for. */
export interface FileOwner {
  kind: FileRow['ownerKind'];
  id: string;
  conversationId: string;
}

export interface NewUpload {
  /** As the sender calls it. */
  name: string;
  content: AsyncIterable<Uint8Array>;
}

export interface Files {
  /** The largest file that is taken. */
  readonly maximumBytes: number;
  /**
   * Keeps a file once all of it has arrived, is what people may send, and is clean; otherwise nothing of it stays.
   * @param guard runs first, in the transaction that makes room for the file; throws to refuse it
   * @throws {AppError} FILE_TOO_LARGE, FILE_EMPTY, FILE_TYPE_NOT_ACCEPTED, FILE_INFECTED, VIRUS_SCAN_UNAVAILABLE, TOO_MANY_FILES,
   *   FILE_QUOTA_EXCEEDED, UPLOAD_ABANDONED, those of the storage and of the content
   */
  upload(scope: TenantScope, owner: FileOwner, upload: NewUpload, guard: (tx: TenantTransaction) => Promise<void>): Promise<FileRow>;
  /** A file that `mayRead` lets the caller have. @throws {AppError} FILE_NOT_FOUND */
  find(scope: TenantScope, fileId: string, mayRead: (file: FileRow) => boolean): Promise<FileRow>;
  /** The stream must be read to its end or destroyed. @throws {AppError} FILE_NOT_FOUND, RANGE_NOT_SATISFIABLE, STORAGE_UNAVAILABLE */
  open(tenantId: string, fileId: string, range?: ByteRange): Promise<Readable>;
  /** All of it at once: for what is small. @throws {AppError} as `open` */
  read(tenantId: string, fileId: string): Promise<Uint8Array>;
}

export interface FilesDependencies {
  unitOfWork: UnitOfWork;
  storage: FileStorage;
  /** Without one, nothing is scanned; with one, nothing passes that it has not called clean. */
  scanner: VirusScanner | undefined;
  logger: Logger;
  maximumBytes: number;
}

/** Of one owner, used or not. */
export const FILES_PER_OWNER = 50;
/** All files of one owner together may be so many times as large as the largest. */
export const LARGEST_FILES_PER_OWNER = 10;

export const storageKeyOf = (tenantId: string, fileId: string): string => `files/${tenantId}/${fileId}`;

export function createFiles({ unitOfWork, storage, scanner, logger, maximumBytes }: FilesDependencies): Files {
  const open = async (tenantId: string, fileId: string, range?: ByteRange) =>
    (await storage.get(storageKeyOf(tenantId, fileId), range)).stream;

  return {
    maximumBytes,
    open,
    read: async (tenantId, fileId) => buffer(await open(tenantId, fileId)),

    upload: async (scope, owner, upload, guard) => {
      const name = cleanFileName(upload.name);
      const begun = await unitOfWork.write(scope, async (tx) => {
        await guard(tx);
        return makeRoom(tx, owner, name);
      });
      try {
        const stored = await storage.put(storageKeyOf(scope.tenantId, begun.id), upload.content, { maximumBytes });
        const type = await inspect(scope.tenantId, begun.id, name, stored);
        return await unitOfWork.write(scope, (tx) => publish(tx, begun, stored, name, type));
      } catch (error) {
        await forget(scope, begun.id);
        throw error;
      }
    },

    find: (scope, fileId, mayRead) =>
      unitOfWork.read(scope, async (tx) => {
        const file = await findReadyFile(tx, fileId);
        if (!file || !mayRead(file)) throw fileNotFound();
        return file;
      }),
  };

  async function makeRoom(tx: TenantTransaction, owner: FileOwner, name: string): Promise<FileRow> {
    await lockOwner(tx, owner.id);
    const usage = await usageOf(tx, owner.id);
    const quotaBytes = maximumBytes * LARGEST_FILES_PER_OWNER;
    if (usage.files >= FILES_PER_OWNER) throw tooManyFiles(FILES_PER_OWNER);
    // How large it is shows only when it is there, so it is counted as large as it may be.
    if (usage.bytes + maximumBytes > quotaBytes) throw quotaExceeded(quotaBytes);
    return insertFile(tx, {
      ownerKind: owner.kind,
      ownerId: owner.id,
      conversationId: owner.conversationId,
      name,
      sizeBytes: maximumBytes,
    });
  }

  /** Looks at what was stored, not at what was sent: what is judged is what is kept. */
  async function inspect(tenantId: string, fileId: string, name: string, { bytes }: StoredFile): Promise<FileType> {
    if (bytes === 0) throw fileEmpty();
    const type = await recogniseType(name, () => open(tenantId, fileId));
    if (!type) throw fileTypeNotAccepted();
    if (!scanner) return type;
    const result = await scanner.scan(await open(tenantId, fileId));
    if (result.isClean) return type;
    logger.warn('A file was refused by the virus scanner', { fileId, finding: result.finding });
    throw fileInfected();
  }

  async function publish(
    tx: TenantTransaction,
    begun: FileRow,
    { bytes, sha256 }: StoredFile,
    name: string,
    type: FileType,
  ): Promise<FileRow> {
    const ready = await markReady(tx, begun.id, {
      name: nameForType(name, type),
      contentType: type.contentType,
      sizeBytes: bytes,
      sha256,
    });
    if (!ready) throw uploadAbandoned();
    tx.emit({
      type: 'file.uploaded',
      subject: { fileId: ready.id, ...(ready.conversationId !== null && { conversationId: ready.conversationId }) },
      data: { contentType: ready.contentType, sizeBytes: bytes },
    });
    return ready;
  }

  /** Bytes first: a row without bytes is found and cleared away, bytes without a row are not. */
  async function forget(scope: TenantScope, fileId: string): Promise<void> {
    try {
      await storage.delete(storageKeyOf(scope.tenantId, fileId));
      await unitOfWork.write(scope, (tx) => deleteFile(tx, fileId));
    } catch (error) {
      logger.warn('What is left of an upload could not be removed; it is cleared away later', { fileId, error });
    }
  }
}
