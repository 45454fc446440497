import type { MessageAttachment } from '../chat/chat.ts';
import { later } from './later.tsx';

/** Parts of the view that come in files of their own: the window is there first, and most conversations do not need all of them. */

/** Asked for as soon as the window is drawn: it comes while the session is being opened. */
export const Rows = later(async () => {
  const { Rows: View, styles } = await import('./conversation/rows.tsx');
  return { View, styles };
});

export const FieldsPanel = later(async () => {
  const { FieldsPanel: View, styles } = await import('./fields/fields-panel.tsx');
  return { View, styles };
});

export const PreChat = later(async () => {
  const { PreChat: View, styles } = await import('./pre-chat/pre-chat.tsx');
  return { View, styles };
});

export const Ended = later(async () => {
  const { Ended: View, styles } = await import('./ending/ended.tsx');
  return { View, styles };
});

export const Attachments = later<{ files: readonly MessageAttachment[] }>(async () => {
  const { Attachments: View, styles } = await import('./files.tsx');
  return { View, styles };
});

export const Uploads = later(async () => {
  const { UploadChips: View, styles } = await import('./files.tsx');
  return { View, styles };
});
