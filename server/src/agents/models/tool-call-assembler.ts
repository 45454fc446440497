import { newId } from '#platform/ids.ts';
import type { RequestedToolCall } from './chat-model.ts';
import { ModelError } from './model-error.ts';
import { storableText } from './storable-text.ts';

/** A piece of a tool call as chat completions stream it. Compatible servers leave out what they like. */
export interface ToolCallPiece {
  index?: number | null;
  id?: string | null;
  function?: { name?: string | null; arguments?: string | null } | null;
}

export interface ToolCallAssembler {
  /** @throws {ModelError} `oversized`, for calls without end */
  push(piece: ToolCallPiece): void;
  /** Every call in the order in which it began. */
  finish(): RequestedToolCall[];
}

interface Draft {
  index: number | undefined;
  id: string;
  name: string;
  argumentsText: string;
}

/** Far above what one round of a conversation needs: who sends more does not stop at all. */
const MAX_CALLS = 128;
/** Of all calls together, in UTF-16 units. */
const MAX_LENGTH = 1_000_000;

export function assembleToolCalls(): ToolCallAssembler {
  const drafts: Draft[] = [];
  let length = 0;

  const add = (index: number | undefined): Draft => {
    const draft = { index, id: '', name: '', argumentsText: '' };
    drafts.push(draft);
    return draft;
  };

  return {
    push: (piece) => {
      const draft = draftFor(piece, drafts) ?? add(piece.index ?? undefined);
      length += (piece.function?.name?.length ?? 0) + (piece.function?.arguments?.length ?? 0);
      if (drafts.length > MAX_CALLS || length > MAX_LENGTH) throw new ModelError('oversized');
      draft.id ||= piece.id ?? '';
      draft.name ||= piece.function?.name ?? '';
      draft.argumentsText += piece.function?.arguments ?? '';
    },
    finish: () =>
      drafts.map(({ id, name, argumentsText }) => ({
        // The result of a call refers to its id, so a call without one gets its own.
        providerCallId: storableText(id) || `call_${newId()}`,
        name: storableText(name),
        argumentsText: storableText(argumentsText),
      })),
  };
}

/**
 * Which call a piece continues; none when it begins a new one. An id decides first: some servers number all calls 0,
 * others repeat the id in every piece. Then the index, and without either a piece with a name begins a call.
 */
function draftFor(piece: ToolCallPiece, drafts: readonly Draft[]): Draft | undefined {
  const { id, index } = piece;
  const sameIndex = drafts.findLast((draft) => draft.index === index);
  if (id) {
    const sameId = drafts.find((draft) => draft.id === id);
    if (sameId) return sameId;
    return index !== undefined && sameIndex?.id === '' ? sameIndex : undefined;
  }
  if (typeof index === 'number') return sameIndex;
  return piece.function?.name ? undefined : drafts.at(-1);
}
