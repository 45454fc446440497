import { later } from './later.tsx';

/** Parts of the view that come in files of their own: the window is there first, and most conversations do not need all of them. */

/** Asked for as soon as the window is drawn: it comes while the session is being opened. */
const conversation = () => import('./conversation/conversation.ts');
const fields = () => import('./fields/fields.ts');

export const Rows = later(conversation, 'Rows');
export const EmergencyPanel = later(conversation, 'EmergencyPanel');
export const Banners = later(conversation, 'Banners');
export const Refused = later(conversation, 'Refused');
export const Announcer = later(conversation, 'Announcer');

export const FieldsButton = later(fields, 'FieldsButton');
export const FieldsPanel = later(fields, 'FieldsPanel');

export const PreChat = later(() => import('./pre-chat/pre-chat.tsx'), 'PreChat');
export const Ended = later(() => import('./ending/ended.tsx'), 'Ended');
export const MenuItems = later(() => import('./menu-items.tsx'), 'MenuItems');
