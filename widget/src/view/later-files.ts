import { later } from './later.tsx';

const files = () => import('./files.tsx');

export const Attachments = later(files, 'Attachments');
export const UploadChips = later(files, 'UploadChips');
