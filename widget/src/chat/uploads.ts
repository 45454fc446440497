import type { Signal } from '@preact/signals';
import type { Upload } from './chat.ts';
import type { Environment } from './environment.ts';
import type { SessionOutcome } from './session.ts';
import { type StoredFile, uploadFile } from './upload-file.ts';

/** The files that go with the next message. */
export interface Uploads {
  add(files: Iterable<File>): void;
  remove(id: string): void;
  /** Hands over those that are ready; they are no longer in the list. */
  take(): readonly StoredFile[];
  clear(): void;
}

const MAX_FILES = 10;

/** @param list what is shown of them */
export function createUploads(
  list: Signal<readonly Upload[]>,
  server: string,
  environment: Environment,
  session: () => Promise<SessionOutcome>,
): Uploads {
  /** By the id of the upload. */
  const stored = new Map<string, StoredFile>();
  const cancels = new Map<string, () => void>();
  let count = 0;

  const remove = (id: string) => {
    cancels.get(id)?.();
    const { previewUrl } = list.value.find((upload) => upload.id === id) ?? {};
    if (previewUrl) URL.revokeObjectURL(previewUrl);
    list.value = list.value.filter((upload) => upload.id !== id);
  };

  const begin = (id: string, file: File) => {
    let isCancelled = false;
    cancels.set(id, () => {
      isCancelled = true;
    });
    const change = (changes: Partial<Upload>, result?: StoredFile) => {
      if (result) stored.set(id, result);
      list.value = list.value.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload));
    };
    session().then((outcome) => {
      if (!isCancelled) cancels.set(id, uploadFile(server, environment, outcome, file, change));
    });
  };

  return {
    add: (files) => {
      for (const file of files) {
        if (list.value.length >= MAX_FILES) return;
        const id = String(++count);
        const { name, size, type: contentType } = file;
        const previewUrl = contentType.startsWith('image/') ? URL.createObjectURL(file) : undefined;
        list.value = [...list.value, { id, name, size, contentType, previewUrl, progress: 0, state: 'uploading', failureCode: undefined }];
        begin(id, file);
      }
    },
    remove,
    take: () => {
      const ready = list.value.filter(({ state }) => state === 'ready');
      for (const { id } of ready) remove(id);
      return ready.flatMap(({ id }) => stored.get(id) ?? []);
    },
    clear: () => {
      for (const { id } of list.value) remove(id);
    },
  };
}
