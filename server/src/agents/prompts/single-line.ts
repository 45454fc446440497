/** Enough for anybody's name. */
const MAX_NAME_LENGTH = 200;

/** Without line breaks nothing in a value can look like a rule of its own. */
export function singleLine(value: string, maxLength = MAX_NAME_LENGTH): string {
  const line = value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength).toWellFormed()}…`;
}
