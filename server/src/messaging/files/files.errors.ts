import { AppError, badRequest, conflict, notFound, unprocessable, unsupportedMediaType } from '#platform/errors.ts';

export const fileNotFound = () => notFound('FILE_NOT_FOUND', 'There is no such file.');
export const fileEmpty = () => unprocessable('FILE_EMPTY', 'The file is empty.');
export const fileTypeNotAccepted = () =>
  unsupportedMediaType(
    'FILE_TYPE_NOT_ACCEPTED',
    'Files of this type are not taken. Send a picture (PNG, JPEG, WebP, GIF, HEIC), a PDF, a document (DOCX, XLSX, ODT, ODS), text in UTF-8 (TXT, CSV, MD), sound or video.',
  );
export const fileInfected = () => unprocessable('FILE_INFECTED', 'The virus scanner found something in this file. It was not kept.');
export const tooManyFiles = (limit: number) => conflict('TOO_MANY_FILES', `At most ${limit} files can be sent here.`);
export const quotaExceeded = (bytes: number) =>
  new AppError(413, 'FILE_QUOTA_EXCEEDED', `All files that are sent here may have ${bytes} bytes together, and this is one too many.`);
export const uploadAbandoned = () => conflict('UPLOAD_ABANDONED', 'The upload took so long that it was cleared away. Send the file again.');

/** By position, as the sender listed them. */
export const attachmentNotUsable = (position: number) =>
  badRequest('INVALID_MESSAGE', `attachments.${position}.fileId: There is no such file of this session, or it was sent already`);
export const isAttachmentNotUsable = (error: unknown): boolean => error instanceof AppError && error.code === 'INVALID_MESSAGE';
