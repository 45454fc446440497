/** PostgreSQL stores neither NUL nor half of a surrogate pair, and models write both. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** Does the same for a text that comes in pieces, where a pair may be split between two of them. */
export interface StorableTextStream {
  /** What can be passed on now; empty when nothing can. */
  push(piece: string): string;
  /** What was held back and has no second half any more. */
  end(): string;
}

export function storableTextStream(): StorableTextStream {
  let heldBack = '';
  return {
    push: (piece) => {
      const text = heldBack + piece;
      heldBack = endsInHighSurrogate(text) ? text.slice(-1) : '';
      return storableText(heldBack === '' ? text : text.slice(0, -1));
    },
    end: () => {
      const rest = storableText(heldBack);
      heldBack = '';
      return rest;
    },
  };
}

function endsInHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
