import type { ServerResponse } from 'node:http';

/** An event of a streamed message as it stands on the wire. */
export const anthropicEvent = (type: string, data: object = {}): string => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;

export const messageStart = (inputTokens = 1): string =>
  anthropicEvent('message_start', {
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude',
      content: [],
      stop_reason: null,
      usage: { input_tokens: inputTokens, output_tokens: 1 },
    },
  });

export const textStart = (index = 0): string => anthropicEvent('content_block_start', { index, content_block: { type: 'text', text: '' } });
export const textDelta = (text: string, index = 0): string =>
  anthropicEvent('content_block_delta', { index, delta: { type: 'text_delta', text } });
export const blockStop = (index = 0): string => anthropicEvent('content_block_stop', { index });

export const toolUse = (index: number, id: string, name: string, argumentPieces: readonly string[]): string =>
  [
    anthropicEvent('content_block_start', { index, content_block: { type: 'tool_use', id, name, input: {} } }),
    ...argumentPieces.map((partial_json) =>
      anthropicEvent('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json } }),
    ),
    blockStop(index),
  ].join('');

export const messageEnd = (stopReason: string, outputTokens = 1): string =>
  anthropicEvent('message_delta', { delta: { stop_reason: stopReason, stop_sequence: null }, usage: { output_tokens: outputTokens } }) +
  anthropicEvent('message_stop');

/** A whole message of these words. */
export const wholeMessage = (...pieces: string[]): string =>
  [messageStart(), textStart(), ...pieces.map((piece) => textDelta(piece)), blockStop(), messageEnd('end_turn')].join('');

export const anthropicError = (type: string, message = 'No.'): string => anthropicEvent('error', { error: { type, message } });

export const refuse = (response: ServerResponse, status: number, type: string, message: string, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ type: 'error', error: { type, message } }));
};
