import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { PersonalDataStore } from '#messaging/personal-data.ts';
import type { Clock } from '#platform/clock.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { AppError } from '#platform/errors.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';
import type { FileStorage } from '#platform/storage/file-storage.ts';
import { exportJob } from './privacy.jobs.ts';
import * as repository from './privacy-requests.repository.ts';

export interface ExportContactParts {
  unitOfWork: UnitOfWork;
  clock: Clock;
  storage: FileStorage;
  stores: readonly PersonalDataStore[];
  /** The bytes of a file that a store has named. */
  openFile(tenantId: string, fileId: string): Promise<Readable>;
}

const KEPT_FOR_MS = 7 * 24 * 3_600_000;
const MAXIMUM_BYTES = 2 * 1024 * 1024 * 1024;

export const exportKeyOf = (tenantId: string, requestId: string): string => `exports/${tenantId}/${requestId}.zip`;

/** Writes everything about a contact into one ZIP file: a JSON file per store, and the files that were sent. */
export function exportContact({ unitOfWork, clock, storage, stores, openFile }: ExportContactParts): JobDefinition<{ requestId: string }> {
  return defineJob({
    ...exportJob,
    run: async ({ requestId }, { scope, attempt, maxAttempts }) => {
      if (!scope) throw new Error('An export belongs to a tenant.');
      const collected = await unitOfWork.read(scope, async (tx) => {
        const request = await repository.findPrivacyRequest(tx, requestId);
        if (request?.status !== 'pending') return undefined;
        const subject = { contactId: request.contactId, conversationIds: await repository.conversationIdsOf(tx, request.contactId) };
        const parts: [string, readonly object[]][] = [];
        for (const store of stores) parts.push([store.name, await store.collect(tx, subject)]);
        return { contactId: request.contactId, parts };
      });
      if (!collected) return;
      try {
        const stored = await storage.put(exportKeyOf(scope.tenantId, requestId), zipOf(scope.tenantId, collected.parts), {
          maximumBytes: MAXIMUM_BYTES,
        });
        const finishedAt = clock.now();
        const counts = Object.fromEntries(collected.parts.map(([name, items]) => [name, items.length]));
        await unitOfWork.write(scope, async (tx) => {
          await repository.updatePrivacyRequest(tx, requestId, {
            status: 'done',
            counts,
            finishedAt,
            expiresAt: new Date(finishedAt.getTime() + KEPT_FOR_MS),
            hasFile: true,
            sizeBytes: stored.bytes,
          });
          tx.audit({ action: 'contact.exported', subject: { id: collected.contactId }, subjectIds: [requestId] });
        });
      } catch (error) {
        if (attempt >= maxAttempts)
          await unitOfWork.write(scope, (tx) =>
            repository.updatePrivacyRequest(tx, requestId, { status: 'failed', finishedAt: clock.now() }),
          );
        throw error;
      }
    },
  });

  function zipOf(tenantId: string, parts: readonly [string, readonly object[]][]): AsyncIterable<Uint8Array> {
    const zip = new ZipFile();
    for (const [name, items] of parts) zip.addBuffer(Buffer.from(`${JSON.stringify(items, null, 2)}\n`), `${name}.json`);
    const files = (parts.find(([name]) => name === 'files')?.[1] ?? []) as { id: string; name: string }[];
    for (const { id, name } of files) zip.addReadStreamLazy(`files/${id}-${name}`, (give) => void open(tenantId, id, give));
    zip.end();
    // What the storage reads is a stream of its own, so that a failure of the ZIP ends it.
    const output = new PassThrough();
    zip.outputStream.pipe(output);
    (zip as unknown as NodeJS.EventEmitter).on('error', (error: Error) => output.destroy(error));
    return output;
  }

  async function open(tenantId: string, fileId: string, give: (error: unknown, stream: Readable) => void): Promise<void> {
    try {
      give(null, await openFile(tenantId, fileId));
    } catch (error) {
      // It was cleared away in between: the list says what it was.
      const isGone = error instanceof AppError && error.code === 'FILE_NOT_FOUND';
      const empty = new PassThrough();
      empty.end();
      give(isGone ? null : error, empty);
    }
  }
}
