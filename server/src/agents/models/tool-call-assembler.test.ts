import { describe, expect, test } from 'vitest';
import { assembleToolCalls, type ToolCallPiece } from './tool-call-assembler.ts';

const assemble = (pieces: ToolCallPiece[]) => {
  const assembler = assembleToolCalls();
  for (const piece of pieces) assembler.push(piece);
  return assembler.finish();
};
const piece = (index: number | undefined, id: string | undefined, name: string | undefined, args: string): ToolCallPiece => ({
  ...(index !== undefined && { index }),
  ...(id !== undefined && { id }),
  function: { ...(name !== undefined && { name }), arguments: args },
});

describe('tool calls that come in pieces', () => {
  test('are put together by index, also when they alternate', () => {
    const calls = assemble([
      piece(0, 'a', 'one', ''),
      piece(1, 'b', 'two', ''),
      piece(0, undefined, undefined, '{"x":'),
      piece(1, undefined, undefined, '{}'),
      piece(0, undefined, undefined, '1}'),
    ]);
    expect(calls).toEqual([
      { providerCallId: 'a', name: 'one', argumentsText: '{"x":1}' },
      { providerCallId: 'b', name: 'two', argumentsText: '{}' },
    ]);
  });

  test('are told apart by id where every index is 0', () => {
    expect(assemble([piece(0, 'a', 'one', '{}'), piece(0, 'b', 'one', '{}')]).map((call) => call.providerCallId)).toEqual(['a', 'b']);
  });

  test('are not doubled by a server that repeats id and name', () => {
    const calls = assemble([piece(0, 'a', 'one', '{'), piece(0, 'a', 'one', '}')]);
    expect(calls).toEqual([{ providerCallId: 'a', name: 'one', argumentsText: '{}' }]);
  });

  test('get an id of their own where the server gives none, and no two share it', () => {
    const calls = assemble([piece(0, undefined, 'one', '{}'), piece(1, undefined, 'two', '{}')]);
    expect(calls.map((call) => call.name)).toEqual(['one', 'two']);
    expect(new Set(calls.map((call) => call.providerCallId)).size).toBe(2);
    for (const call of calls) expect(call.providerCallId).toMatch(/^call_/);
  });

  test('begin with their name where the server numbers nothing', () => {
    const calls = assemble([
      piece(undefined, undefined, 'one', '{'),
      piece(undefined, undefined, undefined, '}'),
      piece(undefined, undefined, 'two', '{}'),
    ]);
    expect(calls.map(({ name, argumentsText }) => [name, argumentsText])).toEqual([
      ['one', '{}'],
      ['two', '{}'],
    ]);
  });

  test('can be stored whatever is in them', () => {
    expect(assemble([piece(0, 'a', 'one', '"\ud83d'), piece(0, undefined, undefined, '\ude00\0"')])[0]?.argumentsText).toBe('"😀\uFFFD"');
  });

  test('without a function are kept, so that the model can be told', () => {
    expect(assemble([{ index: 0, id: 'a', function: null }])).toEqual([{ providerCallId: 'a', name: '', argumentsText: '' }]);
  });
});
