import { z } from 'zod';
import { Id } from './text.ts';

/** A file that was taken in; a message names it in `attachments`. */
export const UploadedFile = z.object({
  fileId: Id,
  /** Made harmless, with the ending that its content calls for. */
  name: z.string(),
  /** By content, whatever the sender said. */
  contentType: z.string(),
  /** In bytes. */
  size: z.int(),
});
export type UploadedFile = z.output<typeof UploadedFile>;

/** A file that came with a message, as the team sees it. */
export const Attachment = UploadedFile.extend({
  /** Where it can be fetched with the credentials that opened this. */
  url: z.string(),
});
export type Attachment = z.output<typeof Attachment>;
