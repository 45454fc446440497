/** A kind of file that people may send. */
export interface FileType {
  contentType: string;
  /** The first is given to a file that is called otherwise. */
  extensions: readonly [string, ...string[]];
  /** Browsers show it themselves, and nothing in it can act. */
  isSafeInline?: boolean;
  /** How language models take it. */
  modelKind?: 'image' | 'document';
}

const officeType = (name: string) => `application/vnd.openxmlformats-officedocument.${name}`;
const openDocument = (name: string) => `application/vnd.oasis.opendocument.${name}`;

/** What visitors of a business have reason to send, by what their content says. No pages, no programs, no archives, no macros. */
export const FILE_TYPES: readonly FileType[] = [
  { contentType: 'image/png', extensions: ['png'], isSafeInline: true, modelKind: 'image' },
  { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], isSafeInline: true, modelKind: 'image' },
  { contentType: 'image/webp', extensions: ['webp'], isSafeInline: true, modelKind: 'image' },
  { contentType: 'image/gif', extensions: ['gif'], isSafeInline: true, modelKind: 'image' },
  { contentType: 'image/heic', extensions: ['heic', 'heif'] },
  { contentType: 'image/heif', extensions: ['heif', 'heic'] },
  { contentType: 'application/pdf', extensions: ['pdf'], isSafeInline: true, modelKind: 'document' },
  { contentType: officeType('wordprocessingml.document'), extensions: ['docx'] },
  { contentType: officeType('spreadsheetml.sheet'), extensions: ['xlsx'] },
  { contentType: openDocument('text'), extensions: ['odt'] },
  { contentType: openDocument('spreadsheet'), extensions: ['ods'] },
  { contentType: 'audio/mpeg', extensions: ['mp3', 'mpga'] },
  { contentType: 'audio/mp4', extensions: ['m4a', 'mp4'] },
  { contentType: 'audio/x-m4a', extensions: ['m4a', 'mp4'] },
  { contentType: 'audio/aac', extensions: ['aac'] },
  { contentType: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'] },
  { contentType: 'audio/wav', extensions: ['wav'] },
  { contentType: 'audio/flac', extensions: ['flac'] },
  { contentType: 'audio/amr', extensions: ['amr'] },
  { contentType: 'video/mp4', extensions: ['mp4', 'm4v'] },
  { contentType: 'video/x-m4v', extensions: ['m4v', 'mp4'] },
  { contentType: 'video/quicktime', extensions: ['mov', 'qt'] },
  { contentType: 'video/webm', extensions: ['webm', 'weba'] },
  { contentType: 'video/3gpp', extensions: ['3gp'] },
];

/** Text has no content to know it by, so its name says which text it is. */
export const TEXT_TYPES: readonly FileType[] = [
  { contentType: 'text/plain', extensions: ['txt', 'text', 'log'] },
  { contentType: 'text/csv', extensions: ['csv'] },
  { contentType: 'text/markdown', extensions: ['md', 'markdown'] },
];

const byContentType = new Map([...FILE_TYPES, ...TEXT_TYPES].map((type) => [type.contentType, type]));

export const typeOf = (contentType: string): FileType | undefined => byContentType.get(contentType);

/** Text under any other ending (a script, a page) is not what it claims to be; without one it is a note. */
export const textTypeFor = (extension: string): FileType | undefined =>
  TEXT_TYPES.find(({ extensions }) => extensions.includes(extension)) ?? (extension === '' ? TEXT_TYPES[0] : undefined);
