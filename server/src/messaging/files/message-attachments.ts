import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { attachmentNotUsable } from './files.errors.ts';
import { claimFiles } from './files.repository.ts';

/** A file as it stands in a message. */
export interface MessageAttachment {
  fileId: string;
  name: string;
  contentType: string;
  /** In bytes. */
  size: number;
}

export interface AttachmentClaim {
  fileIds: readonly string[];
  /** Only files of whoever sends the message can come with it. */
  ownerId: string;
  conversationId: string;
  messageId: string;
}

/** Gives files to the message that is being stored in this transaction, each to one message alone. @throws {AppError} INVALID_MESSAGE */
export async function attachFiles(tx: TenantTransaction, claim: AttachmentClaim): Promise<MessageAttachment[]> {
  const claimed = new Map((await claimFiles(tx, claim)).map((file) => [file.id, file]));
  return claim.fileIds.map((given, position) => {
    const fileId = given.toLowerCase();
    const file = claimed.get(fileId);
    if (!file) throw attachmentNotUsable(position);
    // Named twice, it is used by the first.
    claimed.delete(fileId);
    return { fileId, name: file.name, contentType: file.contentType, size: file.sizeBytes };
  });
}
