/** An answer as far as it has been written. */
export interface DraftAnswer {
  readonly messageId: string;
  readonly text: string;
}

/**
 * The draft after a piece of it. What is repeated is cut off; undefined when something is missing before it, so that it has to be asked
 * for again.
 * @param offset in UTF-16 units, as strings here count
 */
export function afterToken(
  draft: DraftAnswer | undefined,
  { messageId, delta, offset }: { messageId: string; delta: string; offset: number },
): DraftAnswer | undefined {
  const text = draft?.messageId === messageId ? draft.text : '';
  if (offset > text.length) return undefined;
  // Another process may show an answer from its beginning that has not come as far as this one.
  if (text.startsWith(delta, offset)) return { messageId, text };
  return { messageId, text: text.slice(0, offset) + delta };
}
