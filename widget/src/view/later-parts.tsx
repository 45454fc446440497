import type { MessageAttachment } from '../chat/chat.ts';
import { later } from './later.tsx';

/** What not every conversation needs, each in a file of its own. */
export const FieldsPanel = later(async () => {
  const { FieldsPanel: View, styles } = await import('./fields-panel.tsx');
  return { View, styles };
});

export const PreChat = later(async () => {
  const { PreChat: View, styles } = await import('./pre-chat.tsx');
  return { View, styles };
});

export const Ended = later(async () => {
  const { Ended: View, styles } = await import('./ended.tsx');
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
