import { isDeepStrictEqual } from 'node:util';
import type { Emergency } from './emergency.ts';
import { keepsConnection } from './plan.ts';
import type { Mail, Stored } from './stored.ts';

/** What is wrong about one emergency: nothing, or each of it in words. */
export function judgeEmergency(emergency: Emergency, stored: readonly Stored[], mails: readonly Mail[]): string[] {
  const [found] = stored;
  const problems = [...judgeShown(emergency), ...judgeScreen(emergency)];
  if (!found || stored.length > 1) problems.push(`it is stored in ${stored.length} conversations`);
  else problems.push(...judgeMessage(emergency, found), ...judgeEscalation(emergency, found), ...judgeTold(emergency, found, mails));
  return problems.map((problem) => `${emergency.key} (${emergency.disturbance}, ${emergency.desk.behaviour}): ${problem}`);
}

/** For the first sending; where the connection broke, on the next one on which it was sent. Once on each. */
function judgeShown({ shown, sentOn, disturbance, desk, utterance, acknowledgedAfterMs }: Emergency): string[] {
  const [first] = shown;
  if (!first) return ['no emergency text was shown'];
  const problems: string[] = [];
  if (keepsConnection(disturbance) && first.timesSent > 1)
    problems.push(`the text came when it was sent for the ${first.timesSent}th time`);
  if (!sentOn.slice(0, 2).includes(first.connection)) {
    problems.push(`the text came on connection ${first.connection}; it was sent on ${sentOn.join(', ')}`);
  }
  if (acknowledgedAfterMs !== undefined && acknowledgedAfterMs < first.afterMs)
    problems.push('it was acknowledged before the text was shown');
  if (new Set(shown.map(({ connection }) => connection)).size < shown.length) problems.push('the text was shown twice on one connection');
  const expected = desk.texts[utterance.language];
  for (const { text } of shown) if (!text.startsWith(expected)) problems.push(`the text was “${text}”, not “${expected}…”`);
  return problems;
}

/** What the visitor can read at the end: the escalation once, and what follows by the policy once. */
function judgeScreen({ visitor, key, desk }: Emergency): string[] {
  const seq = visitor.acknowledged.get(key)?.seq;
  if (seq === undefined) return [...visitor.problems, 'it was not acknowledged'];
  const frames = [...visitor.durable.values()];
  const stops = desk.behaviour !== 'continue';
  const count = (matches: (frame: (typeof frames)[number]) => boolean): number => frames.filter(matches).length;
  const problems = [...visitor.problems];
  const expect = (what: string, found: number, wanted: number) => {
    if (found !== wanted) problems.push(`the visitor was shown ${found} × ${what}`);
  };
  expect(
    'escalation',
    count(({ type }) => type === 'escalation'),
    1,
  );
  expect(
    'hand-over',
    count((frame) => frame.type === 'status' && frame.status === 'handoff_requested'),
    stops ? 1 : 0,
  );
  expect(
    'what follows',
    count((frame) => frame.type === 'message' && frame.role !== 'user' && frame.seq > seq),
    1,
  );
  if (visitor.drafts.size > 0) problems.push('a half-written answer stayed on the screen');
  return problems;
}

/** Stored once to the letter, marked, and covered as the policy says: by one answer, or by nobody until the team has read it. */
function judgeMessage({ key, utterance, desk, visitor }: Emergency, stored: Stored): string[] {
  const [message] = stored.messages;
  if (!message || stored.messages.length > 1) return [`it is stored ${stored.messages.length} times`];
  const stops = desk.behaviour !== 'continue';
  const covering = stored.turns.filter(({ status, fromSeq, toSeq }) => status === 'done' && fromSeq <= message.seq && toSeq >= message.seq);
  const open = stored.turns.filter(({ status }) => status === 'waiting' || status === 'running');
  return differences([
    ['messages with its words', stored.copies, 1],
    ['its content', message.content, utterance.text],
    ['its mark', message.urgency, 'emergency'],
    ['its seq', message.seq, visitor.acknowledged.get(key)?.seq],
    ['its id', message.id, visitor.acknowledged.get(key)?.messageId],
    ['the urgency of the conversation', stored.urgency, 'emergency'],
    ['who has the conversation', stored.holder, stops ? 'nobody' : 'agent'],
    ['answers that cover it', covering.length, stops ? 0 : 1],
    ['turns without an end', open.length, 0],
    ['what was said after it', stored.saidAfter, [stops ? 'system' : 'assistant']],
    ['stored hand-overs', stored.updates.handoff_requested ?? 0, stops ? 1 : 0],
    ['stored escalation frames', stored.updates.escalation ?? 0, 1],
  ]);
}

function judgeEscalation({ desk }: Emergency, { escalations, evidence, messages, events }: Stored): string[] {
  const [escalation] = escalations;
  if (!escalation || escalations.length > 1) return [`it has ${escalations.length} escalations`];
  const { id: _id, ...facts } = escalation;
  const called = { trigger: 'emergency-words', urgency: 'emergency' };
  return differences([
    ['the escalation', facts, { ...called, status: 'open', run: 1, behaviour: desk.behaviour }],
    ['its evidence', evidence, [{ messageId: messages[0]?.id, trigger: called.trigger }]],
    ['events of red flags', events['safety.flagged'] ?? 0, 1],
    ['events of its opening', events['escalation.opened'] ?? 0, 1],
    ['events of what was added', (events['escalation.evidence-added'] ?? 0) + (events['escalation.raised'] ?? 0), 0],
    ['events of hand-overs', events['handoff.requested'] ?? 0, desk.behaviour === 'continue' ? 0 : 1],
  ]);
}

/** One mail for each recipient of the policy, and not a second one about the same conversation under another name. */
function judgeTold({ desk }: Emergency, { conversationId, escalations, notifications, events }: Stored, mails: readonly Mail[]): string[] {
  const wanted = [...desk.recipients].sort();
  const about = (id: string) => mails.filter(({ text }) => text.includes(id)).map(({ to }) => to);
  return differences([
    ['mails about the escalation', about(escalations[0]?.id ?? 'none').sort(), wanted],
    ['mails about the conversation', about(conversationId).sort(), wanted],
    ['how notifications ended', notifications.map(({ status }) => status), wanted.map(() => 'sent')],
    ['recipients written down', new Set(notifications.map(({ recipient }) => recipient)).size, wanted.length],
    ['events of notifications', events['escalation.notified'] ?? 0, wanted.length],
  ]);
}

const differences = (facts: readonly (readonly [what: string, found: unknown, wanted: unknown])[]): string[] =>
  facts
    .filter(([, found, wanted]) => !isDeepStrictEqual(found, wanted))
    .map(([what, found, wanted]) => `${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
