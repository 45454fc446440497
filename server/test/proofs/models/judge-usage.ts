import type { FaultDesk } from './fault-desk.ts';
import { FAULTS, faultName } from './faults.ts';
import { readOrder } from './orders.ts';
import { USAGE, type WireName } from './wires.ts';

export interface UsageFound {
  answers: number;
  failed: number;
  problems: string[];
}

/** Every recorded round of a turn has been paid for exactly once, and the report adds up to the rows. */
export async function judgeUsage(desk: FaultDesk): Promise<UsageFound> {
  const problems: string[] = [];
  // Faults that spoil the figures themselves are told apart by the message.
  const rows = await desk.app.database.asSuperuser<{ turn_id: string; content: string; steps: number; answered: number }>(
    `select t.id as turn_id, m.content,
            (select count(*)::int from turn_steps s where s.turn_id = t.id) as steps,
            (select count(*)::int from model_usage u where u.turn_id = t.id and u.outcome = 'answered') as answered
       from turns t join messages m on m.conversation_id = t.conversation_id and m.seq = t.to_seq
      where t.status = 'done'`,
  );
  const isUnusual = (content: string) => FAULTS[faultName(readOrder(content).fault) ?? '']?.hasUnusualUsage === true;
  for (const { content, steps, answered } of rows) {
    if (!isUnusual(content) && steps !== answered) problems.push(`${content}: ${steps} rounds, and ${answered} answers were written down`);
  }
  const wrong = await desk.app.database.asSuperuser<{ model: string }>(
    `select distinct model from model_usage where outcome = 'answered' and (input_tokens, output_tokens) is distinct from ($1::int, $2::int)
       and output_tokens <> 1`,
    [USAGE.inputTokens, USAGE.outputTokens],
  );
  if (wrong.length > 0) problems.push(`answers of ${JSON.stringify(wrong)} have other figures than the provider told`);

  const found = { answers: 0, failed: 0 };
  for (const tenant of ['openai', 'anthropic'] satisfies WireName[]) {
    const totals = await desk.usage(tenant);
    found.answers += totals.answers;
    found.failed += totals.failedAnswers;
  }
  const [stored] = await desk.app.database.asSuperuser<{ rows: number; tokens: number }>(
    `select count(*)::int as rows, coalesce(sum(input_tokens), 0)::int as tokens from model_usage`,
  );
  if (stored?.rows !== found.answers) problems.push(`the report counts ${found.answers} answers, the record ${stored?.rows}`);
  return { ...found, problems };
}
