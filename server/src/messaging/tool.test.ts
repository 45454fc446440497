import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type DatabaseTool, type RemoteTool, type Tool, toToolDescription } from './tool.ts';
import { jsonSchemaParameters } from './tool-parameters.ts';

const bookTool: DatabaseTool<{ day: string; note?: string | undefined }> = {
  kind: 'database',
  name: 'book',
  description: 'Books a visit.',
  parameters: z.strictObject({ day: z.string().describe('ISO date'), note: z.string().optional() }),
  run: async () => ({ ok: true, content: 'Booked.' }),
};
const askTool: RemoteTool<Record<string, unknown>> = {
  kind: 'remote',
  name: 'ask',
  description: 'Asks elsewhere.',
  parameters: jsonSchemaParameters({ type: 'object', properties: { q: { type: 'string' } } }),
  call: async () => ({ ok: true, content: 'Yes.' }),
};

describe('a tool as a model sees it', () => {
  test('tools of both kinds go into one list', () => {
    const tools: Tool[] = [bookTool, askTool];
    expect(tools.map((tool) => toToolDescription(tool).name)).toEqual(['book', 'ask']);
  });

  test('has JSON Schema, whichever way its parameters were written', () => {
    expect(toToolDescription(bookTool).parameters).toEqual({
      type: 'object',
      properties: { day: { type: 'string', description: 'ISO date' }, note: { type: 'string' } },
      required: ['day'],
      additionalProperties: false,
    });
    expect(toToolDescription(askTool).parameters).toEqual({ type: 'object', properties: { q: { type: 'string' } } });
  });

  test("is described in the app's words where there are some, for that tool only", () => {
    const words = new Map([['book', 'Books a table.']]);
    expect(toToolDescription(bookTool, words).description).toBe('Books a table.');
    expect(toToolDescription(askTool, words).description).toBe('Asks elsewhere.');
  });
});
