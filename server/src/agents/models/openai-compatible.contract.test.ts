import { createFakeClock } from '#platform/clock.testing.ts';
import { type Behaviour, chatModelContract, type RemoteHarness, remoteChatModelContract } from './chat-model.contract.ts';
import { createOpenAiCompatibleModel } from './openai-compatible.ts';
import { beginStream, chunk, DONE, event, type Handler, startWireServer, streamOf } from './openai-wire.testing.ts';

const finish = (reason: string, usage?: object) => chunk({}, { finish_reason: reason, ...(usage && { usage }) });

function handlerFor(behaviour: Behaviour): Handler {
  switch (behaviour.does) {
    case 'answer': {
      const { inputTokens, outputTokens } = behaviour.usage ?? { inputTokens: 1, outputTokens: 1 };
      const counts = event({ id: 'chatcmpl-1', choices: [], usage: { prompt_tokens: inputTokens, completion_tokens: outputTokens } });
      const pieces = behaviour.pieces.map((content) => chunk({ content }));
      return streamOf(
        chunk({ role: 'assistant', content: '' }),
        ...pieces,
        finish(behaviour.cutByLength ? 'length' : 'stop'),
        counts,
        DONE,
      );
    }
    case 'call-tools': {
      const pieces = behaviour.calls.flatMap(({ id, name, argumentPieces }, index) => [
        chunk({ tool_calls: [{ index, id, type: 'function', function: { name, arguments: '' } }] }),
        ...argumentPieces.map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
      ]);
      return streamOf(...pieces, finish('tool_calls'), DONE);
    }
    case 'fail':
      return (response, body) => {
        const headers = behaviour.retryAfterMs === undefined ? {} : { 'retry-after': String(behaviour.retryAfterMs / 1000) };
        const quoted = { error: { message: `Refused: ${JSON.stringify(body.messages)}`, type: 'invalid_request_error' } };
        const html = '<html><body><h1>Bad Gateway</h1></body></html>';
        response.writeHead(behaviour.status, { 'content-type': behaviour.html ? 'text/html' : 'application/json', ...headers });
        response.end(behaviour.html ? html : JSON.stringify(quoted));
      };
    case 'say-nothing':
      return () => {};
    case 'send-only-headers':
      return (response) => beginStream(response, chunk({ role: 'assistant', content: '' }));
    case 'stall-after-a-piece':
      return (response) => beginStream(response, chunk({ content: 'At ' }));
    case 'cut':
      return (response) => {
        beginStream(response);
        response.write(chunk({ content: 'At ' }), () => response.destroy());
      };
    case 'end-early':
      return streamOf(chunk({ content: 'At ' }));
    case 'send-an-error':
      return streamOf(chunk({ content: 'At ' }), event({ error: { message: 'No GPU left.', type: 'server_error' } }));
  }
}

async function start(): Promise<RemoteHarness> {
  const server = await startWireServer(handlerFor({ does: 'answer', pieces: ['At ', 'eight.'] }));
  const clock = createFakeClock();
  return {
    model: createOpenAiCompatibleModel({ apiKey: 'key', baseUrl: server.baseUrl, model: 'a-model', clock }),
    clock,
    behave: (behaviour) => server.handle(handlerFor(behaviour)),
    requested: server.requested,
    hungUp: server.hungUp,
    close: server.close,
  };
}

chatModelContract('the OpenAI-compatible adapter', start);
remoteChatModelContract('the OpenAI-compatible adapter', start);
