import { createFakeClock } from '#platform/clock.testing.ts';
import { createAnthropicModel } from './anthropic.ts';
import {
  anthropicError,
  blockStop,
  messageEnd,
  messageStart,
  refuse,
  textDelta,
  textStart,
  toolUse,
  wholeMessage,
} from './anthropic-wire.testing.ts';
import { type Behaviour, chatModelContract, type RemoteHarness, remoteChatModelContract } from './chat-model.contract.ts';
import { beginStream, type Handler, startWireServer, streamOf } from './openai-wire.testing.ts';

function handlerFor(behaviour: Behaviour): Handler {
  switch (behaviour.does) {
    case 'answer': {
      const { inputTokens, outputTokens } = behaviour.usage ?? { inputTokens: 1, outputTokens: 1 };
      const pieces = behaviour.pieces.map((piece) => textDelta(piece));
      const stopReason = behaviour.cutByLength ? 'max_tokens' : 'end_turn';
      return streamOf(messageStart(inputTokens), textStart(), ...pieces, blockStop(), messageEnd(stopReason, outputTokens));
    }
    case 'call-tools': {
      const calls = behaviour.calls.map(({ id, name, argumentPieces }, index) => toolUse(index, id, name, argumentPieces));
      return streamOf(messageStart(), ...calls, messageEnd('tool_use'));
    }
    case 'fail':
      return (response, body) => {
        const headers = behaviour.retryAfterMs === undefined ? {} : { 'retry-after': String(behaviour.retryAfterMs / 1000) };
        if (behaviour.html) return response.writeHead(behaviour.status, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
        return refuse(response, behaviour.status, 'invalid_request_error', `Refused: ${JSON.stringify(body.messages)}`, headers);
      };
    case 'say-nothing':
      return () => {};
    case 'send-only-headers':
      return (response) => beginStream(response, messageStart());
    case 'stall-after-a-piece':
      return (response) => beginStream(response, messageStart(), textStart(), textDelta('At '));
    case 'cut':
      return (response) => {
        beginStream(response, messageStart(), textStart());
        response.write(textDelta('At '), () => response.destroy());
      };
    case 'end-early':
      return streamOf(messageStart(), textStart(), textDelta('At '), blockStop());
    case 'send-an-error':
      return streamOf(messageStart(), textStart(), textDelta('At '), anthropicError('overloaded_error', 'Overloaded'));
  }
}

async function start(): Promise<RemoteHarness> {
  const server = await startWireServer(streamOf(wholeMessage('At ', 'eight.')));
  const clock = createFakeClock();
  return {
    model: createAnthropicModel({ apiKey: 'key', baseUrl: server.baseUrl, model: 'a-model', clock }),
    clock,
    behave: (behaviour) => server.handle(handlerFor(behaviour)),
    requested: server.requested,
    hungUp: server.hungUp,
    close: server.close,
  };
}

chatModelContract('the Anthropic adapter', start);
remoteChatModelContract('the Anthropic adapter', start);
