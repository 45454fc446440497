import type { RefObject } from 'preact';
import type { MessageAttachment } from '../chat/chat.ts';
import { later } from './later.tsx';

/** Parts of the view that come in files of their own: the window is there first, and most conversations do not need all of them. */

/** Asked for as soon as the window is drawn: it comes while the session is being opened. */
const conversation = async () => (await import('./conversation/conversation.ts')).conversation;

export const Rows = later<{ scroller: RefObject<HTMLElement | null> }>(async () => {
  const { Rows: View, styles } = await conversation();
  return { View, styles };
});

export const EmergencyPanel = later(async () => {
  const { EmergencyPanel: View, styles } = await conversation();
  return { View, styles };
});

export const Banners = later(async () => ({ View: (await conversation()).Banners }));

export const Refused = later(async () => {
  const { Refused: View, styles } = await conversation();
  return { View, styles };
});

export const Announcer = later(async () => ({ View: (await conversation()).Announcer }));

const fields = async () => (await import('./fields/fields.ts')).fields;

export const FieldsButton = later(async () => {
  const { FieldsButton: View, styles } = await fields();
  return { View, styles };
});

export const FieldsPanel = later(async () => ({ View: (await fields()).FieldsPanel }));

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
