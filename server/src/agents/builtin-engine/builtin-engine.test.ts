import { describe, expect, test } from 'vitest';
import { chatModelContract, collect, textOf } from '../models/chat-model.contract.ts';
import type { ChatMessage, ChatRequest, ModelEvent } from '../models/chat-model.ts';
import { createBuiltinEngine } from './builtin-engine.ts';

const engine = createBuiltinEngine();
chatModelContract('the built-in engine', async () => ({ model: engine }));

const transferTool = {
  name: 'transfer_to_person',
  description: 'Hands over.',
  parameters: { type: 'object', properties: { reason: { type: 'string' } } },
};
const asked: ChatMessage[] = [{ role: 'user', content: 'I want to talk to a person' }];

async function ask(request: Partial<ChatRequest>): Promise<ModelEvent[]> {
  const whole: ChatRequest = { messages: [{ role: 'user', content: 'When do you open?' }], tools: [], settings: {}, ...request };
  return collect(engine, whole);
}

describe('the built-in engine', () => {
  test('says what it is, and what it can do', async () => {
    const events = await ask({ language: 'en-GB' });

    expect(textOf(events)).toContain('I am the automatic assistant: not a person, and no language model.');
    expect(textOf(events)).toContain('I do not know the answer to that');
    expect(events.length).toBeGreaterThan(10);
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'stop', by: 'builtin' });
  });

  test('as the last resort says that the assistant is away, and that this is no answer of it', async () => {
    const events = await collect(createBuiltinEngine('last-resort'), {
      messages: [{ role: 'user', content: '¿Cuándo?' }],
      tools: [],
      settings: {},
      language: 'es',
    });

    expect(textOf(events)).toContain('El asistente que suele responder aquí no está disponible');
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'degraded', by: 'builtin' });
  });

  test('says it in Spanish to Spanish speakers', async () => {
    expect(textOf(await ask({ language: 'es-MX' }))).toContain('Soy el asistente automático');
  });

  test('says of files that it cannot open them, in both languages', async () => {
    const messages: ChatMessage[] = [{ role: 'user', content: '[Attachment: rash.png, 12 kB. You cannot see what is in it]' }];
    expect(textOf(await ask({ messages }))).toContain('I cannot open files');
    expect(textOf(await ask({ messages, language: 'es' }))).toContain('No puedo abrir archivos');
    expect(textOf(await ask({}))).not.toContain('files');
  });

  test('always answers alike', async () => {
    expect(await ask({})).toEqual(await ask({}));
  });

  test('offers a person only where a hand-over is possible', async () => {
    expect(textOf(await ask({ tools: [transferTool] }))).toContain('pass you to a person');
    expect(textOf(await ask({ tools: [] }))).not.toContain('pass you to a person');
  });

  test('hands over when the visitor asks for a person', async () => {
    expect(await ask({ messages: asked, tools: [transferTool] })).toEqual([
      {
        type: 'tool-call',
        ordinal: 0,
        providerCallId: 'builtin_transfer_to_person',
        name: 'transfer_to_person',
        argumentsText: '{"reason":"The visitor asked for a person."}',
      },
      { type: 'finish', reason: 'tool-calls', by: 'builtin' },
    ]);
  });

  test('notices the wish in any message since its last answer, and not in earlier ones', async () => {
    const twoInARow: ChatMessage[] = [...asked, { role: 'user', content: 'hello?' }];
    const answeredSince: ChatMessage[] = [...asked, { role: 'assistant', content: 'Passed on.' }, { role: 'user', content: 'thanks' }];

    expect(await ask({ messages: twoInARow, tools: [transferTool] })).toContainEqual(expect.objectContaining({ type: 'tool-call' }));
    expect(await ask({ messages: answeredSince, tools: [transferTool] })).not.toContainEqual(
      expect.objectContaining({ type: 'tool-call' }),
    );
  });

  test('gives a tool no argument that it does not take', async () => {
    const tools = [{ ...transferTool, parameters: { type: 'object', properties: {} } }];
    expect(await ask({ messages: asked, tools })).toContainEqual(expect.objectContaining({ argumentsText: '{}' }));
  });

  test.each([
    [false, 'the team has our conversation now'],
    [true, 'could not pass on'],
  ])('tells how the hand-over went (failed: %s) and does not ask again', async (failed, words) => {
    const call = { providerCallId: 'builtin_transfer', name: 'transfer_to_person', argumentsText: '{}' };
    const messages: ChatMessage[] = [
      ...asked,
      { role: 'assistant', content: '', toolCalls: [call] },
      { role: 'tool', toolCallId: 'builtin_transfer', name: 'transfer_to_person', content: 'whatever', failed },
    ];

    const events = await ask({ messages, tools: [transferTool] });

    expect(textOf(events)).toContain(words);
    expect(events.at(-1)).toEqual({ type: 'finish', reason: 'stop', by: 'builtin' });
  });
});
