import type { ServedFile } from '#platform/http/file-answer.ts';
import { typeOf } from './file-types.policy.ts';
import type { FileRow } from './files.repository.ts';
import type { Files } from './files.service.ts';

/** A file in the form in which it goes out. */
export const servedFile = (files: Pick<Files, 'open'>, file: FileRow): ServedFile => ({
  name: file.name,
  contentType: file.contentType,
  bytes: file.sizeBytes,
  sha256: file.sha256 ?? '',
  isSafeInline: typeOf(file.contentType)?.isSafeInline ?? false,
  open: (range) => files.open(file.tenantId, file.id, range),
});
