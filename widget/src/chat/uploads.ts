import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageAttachment, Upload } from './chat.ts';
import type { Environment } from './environment.ts';
import type { SessionOutcome } from './session.ts';

/** The files that go with the next message. */
export interface Uploads {
  readonly list: ReadonlySignal<readonly Upload[]>;
  add(files: Iterable<File>): void;
  remove(id: string): void;
  /** Hands over those that are ready; they are no longer in the list. */
  take(): readonly Omit<MessageAttachment, 'url'>[];
  clear(): void;
}

const MAX_FILES = 10;

export function createUploads(server: string, environment: Environment, session: () => Promise<SessionOutcome>): Uploads {
  const list = signal<readonly Upload[]>([]);
  /** By the id of the upload. */
  const stored = new Map<string, Omit<MessageAttachment, 'url'>>();
  const cancels = new Map<string, () => void>();
  let count = 0;

  const change = (id: string, changes: Partial<Upload>) => {
    list.value = list.value.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload));
  };
  const fail = (id: string, failureCode: string) => change(id, { state: 'failed', failureCode });

  const remove = (id: string) => {
    cancels.get(id)?.();
    cancels.delete(id);
    stored.delete(id);
    const { previewUrl } = list.value.find((upload) => upload.id === id) ?? {};
    if (previewUrl) URL.revokeObjectURL(previewUrl);
    list.value = list.value.filter((upload) => upload.id !== id);
  };

  const begin = async (id: string, file: File) => {
    const outcome = await session();
    if (!list.value.some((upload) => upload.id === id)) return;
    if (outcome.kind !== 'ok') return fail(id, outcome.kind === 'refused' ? outcome.code : 'NETWORK');
    const cancel = environment.upload({
      url: `${server}/api/v1/widget/files`,
      token: outcome.session.token,
      file,
      onProgress: (progress) => change(id, { progress }),
      onDone: (status, answer) => {
        const { fileId, name, contentType, size, code } = answer as MessageAttachment & { code?: string };
        if (status !== 201) return fail(id, code ?? 'NETWORK');
        stored.set(id, { fileId, name, contentType, size });
        change(id, { state: 'ready', progress: 1, name, contentType, size });
      },
    });
    cancels.set(id, cancel);
  };

  return {
    list,
    add: (files) => {
      for (const file of files) {
        if (list.value.length >= MAX_FILES) return;
        const id = String(++count);
        const previewUrl = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
        const { name, size, type: contentType } = file;
        list.value = [...list.value, { id, name, size, contentType, previewUrl, progress: 0, state: 'uploading', failureCode: undefined }];
        begin(id, file);
      }
    },
    remove,
    take: () => {
      const ready = list.value.filter(({ state }) => state === 'ready');
      const taken = ready.flatMap(({ id }) => stored.get(id) ?? []);
      for (const { id } of ready) remove(id);
      return taken;
    },
    clear: () => {
      for (const { id } of list.value) remove(id);
    },
  };
}
