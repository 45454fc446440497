import type { Attachment } from '@foyer/contracts/files.ts';
import type { MessageAttachment } from './message-attachments.ts';

/** A file of a message as the team sees it, with the address at which it fetches it. */
export const toStaffAttachment = ({ fileId, name, contentType, size }: MessageAttachment): Attachment => ({
  fileId,
  name,
  contentType,
  size,
  url: `/api/v1/files/${fileId}`,
});
