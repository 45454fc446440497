import { browserUpload } from './browser-upload.ts';
import type { MessageAttachment, Upload } from './chat.ts';
import type { Environment } from './environment.ts';
import type { SessionOutcome } from './session.ts';

export type StoredFile = Omit<MessageAttachment, 'url'>;

/** Brings one file to the server and tells how it goes. @returns breaks it off */
export function uploadFile(
  server: string,
  environment: Environment,
  outcome: SessionOutcome,
  file: File,
  onChange: (changes: Partial<Upload>, stored?: StoredFile) => void,
): () => void {
  const fail = (failureCode = 'NETWORK') => onChange({ state: 'failed', failureCode });
  if (outcome.kind !== 'ok') {
    fail(outcome.kind === 'refused' ? outcome.code : undefined);
    return () => {};
  }
  return (environment.upload ?? browserUpload)({
    url: `${server}/api/v1/widget/files`,
    token: outcome.session.token,
    file,
    onProgress: (progress) => onChange({ progress }),
    onDone: (status, answer) => {
      const { fileId, name, contentType, size, code } = answer as StoredFile & { code?: string };
      if (status === 201) onChange({ state: 'ready', progress: 1, name, contentType, size }, { fileId, name, contentType, size });
      else fail(code);
    },
  });
}
