/** How a vendor's stream is put together, frame by frame. */
export interface Wire {
  name: WireName;
  /** Before anything of the answer. */
  start(): string;
  /** One piece of the answer's text, in block 0. */
  text(delta: string): string;
  /** Opens the block of text, where the wire has blocks. */
  openText(): string;
  /** Whole calls; the arguments come in these pieces. */
  calls(calls: readonly WireCall[]): string;
  /** Why it ended, and what it took. */
  finish(reason: 'stop' | 'tools', options?: { withoutUsage?: boolean }): string;
  /** What follows the finish. */
  trailer(): string;
  /** An error inside the stream. */
  error(): string;
  /** The body of a refusal. */
  refusal(status: number): string;
  /** What a server may put between frames. */
  noise: string;
}

export type WireName = 'openai' | 'anthropic';

export interface WireCall {
  id: string;
  name: string;
  argumentPieces: readonly string[];
}

/** What every finished answer is said to have taken. */
export const USAGE = { inputTokens: 40, outputTokens: 7 };

const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const chunk = (delta: object, finishReason: string | null = null): string =>
  data({ id: 'chatcmpl-1', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finishReason }] });

const openai: Wire = {
  name: 'openai',
  start: () => chunk({ role: 'assistant', content: '' }),
  openText: () => '',
  text: (content) => chunk({ content }),
  calls: (calls) =>
    calls
      .flatMap(({ id, name, argumentPieces }, index) => [
        chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
        ...argumentPieces.map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
      ])
      .join(''),
  finish: (reason, { withoutUsage = false } = {}) =>
    chunk({}, reason === 'stop' ? 'stop' : 'tool_calls') +
    (withoutUsage
      ? ''
      : data({
          id: 'chatcmpl-1',
          object: 'chat.completion.chunk',
          choices: [],
          usage: { prompt_tokens: USAGE.inputTokens, completion_tokens: USAGE.outputTokens, total_tokens: 47 },
        })),
  trailer: () => 'data: [DONE]\n\n',
  error: () => data({ error: { message: 'The server had an error.', type: 'server_error', code: null } }),
  refusal: (status) => JSON.stringify({ error: { message: `Refused with ${status}.`, type: 'server_error' } }),
  noise: ': keep-alive\n\n',
};

const event = (type: string, rest: object = {}): string => `event: ${type}\n${data({ type, ...rest })}`;

const anthropic: Wire = {
  name: 'anthropic',
  start: () =>
    event('message_start', {
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'claude',
        content: [],
        stop_reason: null,
        usage: { input_tokens: USAGE.inputTokens, output_tokens: 1 },
      },
    }),
  openText: () => event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
  text: (text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  calls: (calls) =>
    calls
      .flatMap(({ id, name, argumentPieces }, index) => [
        event('content_block_start', { index, content_block: { type: 'tool_use', id, name, input: {} } }),
        ...argumentPieces.map((partial) =>
          event('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json: partial } }),
        ),
        event('content_block_stop', { index }),
      ])
      .join(''),
  finish: (reason, { withoutUsage = false } = {}) =>
    event('message_delta', {
      delta: { stop_reason: reason === 'stop' ? 'end_turn' : 'tool_use', stop_sequence: null },
      ...(!withoutUsage && { usage: { output_tokens: USAGE.outputTokens } }),
    }),
  trailer: () => event('message_stop'),
  error: () => event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
  refusal: (status) => JSON.stringify({ type: 'error', error: { type: 'api_error', message: `Refused with ${status}.` } }),
  noise: event('ping'),
};

export const WIRES: Readonly<Record<WireName, Wire>> = { openai, anthropic };
