import type { Dialogue } from './dialogue-source.ts';
import type { HeldDialogue, HeldLine } from './hold-dialogue.ts';
import { answerNumber, answerText, type ModelAnswer } from './model-protocol.ts';
import type { StoredConversation } from './stored.ts';

export interface Evidence {
  dialogues: readonly Dialogue[];
  held: readonly HeldDialogue[];
  stored: readonly StoredConversation[];
  answers: readonly ModelAnswer[];
}

/** Everything that is not as it should be: what visitors were told, what is stored, what the model was asked. Empty is good. */
export function judge({ dialogues, held, stored, answers }: Evidence): string[] {
  const conversations = Map.groupBy(stored, ({ sessionId }) => sessionId);
  const answerOf = new Map(answers.map((answer) => [answer.number, answer]));
  const lines = dialogues.reduce((sum, dialogue) => sum + dialogue.lines.length, 0);
  const usedNumbers = held.flatMap((dialogue) => dialogue.lines.map(({ answer }) => answerNumber(answer.content)));
  return [
    ...differing('conversations', stored.length, dialogues.length),
    ...differing(
      'stored messages',
      sum(stored, ({ messages }) => messages.length),
      2 * lines,
    ),
    ...differing(
      'turns',
      sum(stored, ({ turns }) => turns.length),
      lines,
    ),
    ...differing('requests to the model', answers.length, lines),
    ...differing('different answers', new Set(usedNumbers).size, lines),
    ...dialogues.flatMap((dialogue, index) => {
      const told = held[index];
      if (told?.id !== dialogue.id) return [`dialogue ${dialogue.id}: it was not held`];
      const problems = [
        ...told.problems,
        ...dialogue.lines.flatMap((text, at) => judgeLine(text, told.lines[at], answerOf).map((problem) => `line ${at + 1}: ${problem}`)),
        ...judgeStored(told, conversations.get(told.sessionId) ?? []),
      ];
      return problems.map((problem) => `dialogue ${dialogue.id}: ${problem}`);
    }),
  ];
}

/** From outside: what the visitor was shown, beside what the model wrote. */
function judgeLine(text: string, line: HeldLine | undefined, answerOf: Map<number, ModelAnswer>): string[] {
  if (!line) return ['it was not answered'];
  const number = answerNumber(line.answer.content);
  const given = number === undefined ? undefined : answerOf.get(number);
  const problems: string[] = [];
  if (line.text !== text) problems.push('another text was sent');
  if (!given) problems.push('the answer is not from the model');
  else if (given.question !== text) problems.push('the model was asked something else');
  else if (given.content !== answerText(given.number, text) || given.content !== line.answer.content)
    problems.push('the answer is not what the model wrote');
  if (line.tokens.map(({ delta }) => delta).join('') !== line.answer.content || !line.tokensMatch)
    problems.push('its tokens are not its text');
  if (line.answer.seq !== line.acknowledged.seq + 1) problems.push('the answer does not follow its line');
  return problems;
}

/** From inside: the conversation as it is stored, beside what the visitor was told. */
function judgeStored(told: HeldDialogue, [conversation, ...others]: StoredConversation[]): string[] {
  if (!conversation || others.length > 0) return ['it has not exactly one conversation'];
  const { messages, turns } = conversation;
  const problems: string[] = [
    ...differing('stored messages', messages.length, 2 * told.lines.length),
    ...differing('turns', turns.length, told.lines.length),
  ];
  for (const [index, { text, clientMessageId, acknowledged, answer }] of told.lines.entries()) {
    const [line, reply, turn] = [messages[2 * index], messages[2 * index + 1], turns[index]];
    const problem = (what: string) => problems.push(`line ${index + 1}: ${what}`);
    if (line?.role !== 'user' || line.id !== acknowledged.messageId || line.seq !== 2 * index + 1)
      problem('it is not stored where it was acknowledged');
    if (line?.content !== text) problem('another text is stored');
    if (line?.externalId !== clientMessageId) problem('its client id is not stored');
    if (reply?.role !== 'assistant' || reply.id !== answer.messageId || reply.seq !== answer.seq)
      problem('its answer is not stored where it was shown');
    if (reply?.content !== answer.content) problem('another answer is stored');
    if (reply?.turnId !== turn?.id || turn?.fromSeq !== line?.seq || turn?.toSeq !== line?.seq) problem('its answer is not of its turn');
    if (turn?.status !== 'done' || turn.failures !== 0) problem(`its turn is ${turn?.status} with ${turn?.failures} failures`);
    if (turn?.attempts.join() !== 'answered') problem(`its turn had the attempts ${turn?.attempts.join(', ') || '(none)'}`);
  }
  return problems;
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number => items.reduce((total, item) => total + of(item), 0);

const differing = (what: string, found: number, expected: number): string[] =>
  found === expected ? [] : [`there are ${found} ${what} instead of ${expected}`];
