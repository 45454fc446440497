import type { FileType } from './file-types.policy.ts';

/** In UTF-16 units; three bytes each at most, which the file systems of those who download it can hold. */
const MAXIMUM_LENGTH = 80;
const WITHOUT_NAME = 'file';

/** Lower case, without the dot; empty when there is none. */
export const extensionOf = (name: string): string => /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The name of a file as people may see it and save it: no folders, nothing invisible that turns a name around or breaks a line, nothing
 * that a file system takes for a command.
 */
export function cleanFileName(given: string): string {
  const [last = ''] = given.split(/[/\\]/).slice(-1);
  const harmless = last
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  return harmless === '' ? WITHOUT_NAME : shortened(harmless);
}

/** Whoever opens a file goes by its ending: one that its content belies gets the right one behind it. */
export function nameForType(name: string, { extensions }: FileType): string {
  return extensions.includes(extensionOf(name)) ? name : `${name}.${extensions[0]}`;
}

/** Controls, marks of writing direction, and what has no width; joiners stay, scripts and emoji need them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd]/g;

function shortened(name: string): string {
  if (name.length <= MAXIMUM_LENGTH) return name;
  const extension = extensionOf(name);
  const ending = extension === '' ? '' : `.${extension}`;
  const kept = name.slice(0, MAXIMUM_LENGTH - ending.length);
  // Not between the halves of a surrogate pair.
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept).trimEnd() + ending;
}
