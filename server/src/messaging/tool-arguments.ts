import { z } from 'zod';
import type { Tool } from './tool.ts';
import type { CheckedArguments } from './tool-parameters.ts';

/** UTF-16 units. Far above what a conversation needs, and small enough to store with every step. */
export const MAX_ARGUMENTS_LENGTH = 32_000;
const MAX_DEPTH = 32;
const MAX_PROBLEMS_SHOWN = 5;

/** `error` is written for the model: it names the wrong property, so that the next attempt can be right. */
export type ParsedArguments<A = unknown> = { ok: true; value: A } | { ok: false; error: string };

/** Reads what a model wrote as arguments. An empty text counts as no arguments, because models write that for tools without any. */
export function parseArguments(tool: Pick<Tool, 'name' | 'parameters'>, argumentsText: string): ParsedArguments {
  if (argumentsText.length > MAX_ARGUMENTS_LENGTH) return refuse(tool, `they are longer than ${MAX_ARGUMENTS_LENGTH} characters.`);
  const read = readJson(argumentsText.trim() === '' ? '{}' : argumentsText);
  if (!read.ok) return refuse(tool, read.reason);

  const checked = check(tool, read.value);
  if (checked.ok) return checked;
  const shown = checked.problems
    .slice(0, MAX_PROBLEMS_SHOWN)
    .map(({ path, message }) => (path === '' ? message : `\`${path}\`: ${message}`));
  return refuse(tool, `${shown.join('; ')}.`);
}

function refuse(tool: { name: string }, reason: string): { ok: false; error: string } {
  return { ok: false, error: `The arguments for ${tool.name} cannot be used: ${reason} Correct them and call the tool again.` };
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'they are not valid JSON.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, reason: 'they are not a JSON object.' };
  if (!isShallow(value, MAX_DEPTH)) return { ok: false, reason: `they are nested more than ${MAX_DEPTH} levels deep.` };
  return { ok: true, value: storable(value) };
}

function check(tool: Pick<Tool, 'parameters'>, value: unknown): CheckedArguments {
  if (!(tool.parameters instanceof z.ZodType)) return tool.parameters.check(value);
  const parsed = tool.parameters.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })) };
}

function isShallow(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levelsLeft > 0 && Object.values(value).every((child) => isShallow(child, levelsLeft - 1));
}

/** PostgreSQL refuses NUL and lone surrogates, which JSON escapes can spell. `__proto__` is dropped: no tool has such a parameter. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, child]) => [storable(key), storable(child)]));
}
