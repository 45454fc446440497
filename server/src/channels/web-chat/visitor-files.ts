import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import { findActiveConfig } from '#identity/apps/configs.repository.ts';
import { featuresOfTenant } from '#identity/feature-flags/features-of-tenant.ts';
import type { FileRow } from '#messaging/files/files.repository.ts';
import type { Files, NewUpload } from '#messaging/files/files.service.ts';
import { servedFile } from '#messaging/files/served-file.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { ServedFile } from '#platform/http/file-answer.ts';
import { requireActive } from './active-session.ts';
import { attachmentsOff } from './chat.errors.ts';
import type { FileLinks } from './file-links.ts';
import { sessionFeatures } from './session-features.ts';
import type { CountUpload } from './upload-limits.ts';
import type { VisitorSession } from './visitor-session.ts';

/** What visitors do with files. */
export interface VisitorFiles {
  readonly maximumBytes: number;
  /** @throws {AppError} RATE_LIMITED, ATTACHMENTS_OFF, SESSION_ENDED, and those of `Files.upload` */
  upload(session: VisitorSession, upload: NewUpload, address: string): Promise<FileRow>;
  /** A file of the visitor's conversation, or one that they have not sent yet. @throws {AppError} FILE_NOT_FOUND */
  find(session: VisitorSession, fileId: string): Promise<ServedFile>;
  /** A frame with addresses at which the one who is shown it can fetch its files. */
  withLinks<Frame extends DurableFrame>(session: Pick<VisitorSession, 'id'>, frame: Frame): Frame;
}

interface VisitorFilesParts {
  files: Files;
  links: FileLinks;
  countUpload: CountUpload;
}

export function createVisitorFiles({ files, links, countUpload }: VisitorFilesParts): VisitorFiles {
  return {
    maximumBytes: files.maximumBytes,

    upload: async (session, upload, address) => {
      const { id, conversationId, appId, scope } = session;
      await countUpload({ sessionId: id, address, appId });
      return files.upload(scope, { kind: 'session', id, conversationId }, upload, async (tx) => {
        await requireActive(tx, session);
        if (!(await takesAttachments(tx, session))) throw attachmentsOff();
      });
    },

    find: async ({ scope, id, conversationId }, fileId) => {
      const file = await files.find(
        scope,
        fileId,
        (found) => found.conversationId === conversationId && (found.messageId !== null || found.ownerId === id),
      );
      return servedFile(files, file);
    },

    withLinks: ({ id }, frame) => {
      if (frame.type !== 'message' || !frame.attachments?.length) return frame;
      return { ...frame, attachments: frame.attachments.map((file) => ({ ...file, url: links.pathFor(id, file.fileId) })) };
    },
  };
}

/** Whether an app takes files as it is configured now, whatever it was when the session began. */
export async function takesAttachments(tx: TenantTransaction, { appId }: Pick<VisitorSession, 'appId'>): Promise<boolean> {
  const config = await findActiveConfig(tx, appId);
  return config !== undefined && sessionFeatures(config.features, await featuresOfTenant(tx)).attachments === true;
}
