import pg from 'pg';
import { saying, scriptedModels } from '../../scripted-models.ts';
import { arrive, chat } from './chats.ts';

interface Counted {
  perMessage: number;
  /** The most frequent statements, with how often each runs per message. */
  statements: { text: string; perMessage: number }[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Statements per message, counted where they leave for the wire, in a product that runs in this process with nobody else in it. The
 * messages come one after the other, so what would be shared under load (numbering, subscribers) is counted in full.
 */
export async function countQueries(url: string, messages: number): Promise<Counted> {
  const counts = new Map<string, number>();
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  const [visitor] = await arrive(url, 1, 60_000);
  if (!visitor) throw new Error('Nobody arrived.');
  await chat([visitor], 3, 'warm');
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const key = textOf(args[0]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return original.apply(this, args);
  };
  try {
    await chat([visitor], messages, 'counted');
  } finally {
    prototype.query = original;
  }
  visitor.close();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const statements = [...counts]
    .map(([text, count]) => ({ text, perMessage: count / messages }))
    .sort((a, b) => b.perMessage - a.perMessage);
  return { perMessage: total / messages, statements };
}

export const countedModels = () =>
  scriptedModels(() => saying('We are open on Saturdays from nine to noon, and no appointment is needed.'));

/** A statement without its values: the verb and the table are what a reader looks for. */
function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : ((query as { text?: string }).text ?? '');
  return text
    .replaceAll(/'[0-9a-f-]{36}'/g, '?')
    .replaceAll(/\s+/g, ' ')
    .replace(/^select .*? from /i, 'select … from ')
    .replace(/^(insert into "\w+").*$/i, '$1 …')
    .replace(/^(update "\w+").*$/i, '$1 …')
    .slice(0, 90);
}
