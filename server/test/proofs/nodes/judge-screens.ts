import type { Chatter } from './chatter.ts';
import { numberIn, type PacedAnswer } from './paced-model.ts';
import type { Screen, ShownAnswer } from './screen.ts';
import type { StoredAttempt } from './stored.ts';

/** A while during which Redis was away: from its death until both servers said that they have it again. */
export interface Outage {
  fromMs: number;
  untilMs: number;
}

/** One part of the proof, with everything that was shown in it. */
export interface PhaseEvidence {
  chatters: readonly Chatter[];
  fromMs: number;
  untilMs: number;
  hasRedis: boolean;
  outages: readonly Outage[];
  attempts: ReadonlyMap<string, StoredAttempt>;
  /** The node of each process that has ever held a turn. */
  nodes: ReadonlyMap<string, number>;
  modelAnswers: readonly PacedAnswer[];
}

/** How completely an answer's tokens were seen on one screen. */
export type Completeness = 'whole' | 'cut short' | 'none';

export interface JudgedAnswer {
  screen: Screen;
  shown: ShownAnswer;
  /** Where it was written. */
  home: number;
  /** The screen had this connection before the first word, and still had it at the end. */
  stood: boolean;
  completeness: Completeness;
  committedAtMs: number;
}

/**
 * From outside: what each screen was shown of each answer, beside what the model wrote. Gaps, contradictions and the order of frames
 * were checked by the visitors themselves, frame by frame.
 */
export function judgeScreens(evidence: PhaseEvidence): { judged: JudgedAnswer[]; problems: string[] } {
  const problems: string[] = [];
  const judged: JudgedAnswer[] = [];
  const { chatters, fromMs, untilMs, attempts, nodes } = evidence;
  for (const screen of chatters.flatMap(({ screens }) => screens)) {
    for (const shown of screen.answers.filter(({ atMs }) => atMs >= fromMs && atMs <= untilMs)) {
      const attempt = attempts.get(shown.messageId);
      const written = evidence.modelAnswers.find(({ number }) => number === numberIn(shown.content));
      const problem = (what: string) => problems.push(`screen ${screen.name}, answer ${shown.messageId}: ${what}`);
      if (!attempt || attempt.content !== shown.content) problem('another text is stored');
      if (!written || written.pieces.join('') !== shown.content) problem('it is not what the model wrote');
      const home = nodes.get(attempt?.owner ?? '');
      if (!attempt || !written || home === undefined) continue;

      const completeness = shown.draft === shown.content ? 'whole' : shown.draft === '' ? 'none' : 'cut short';
      const answer = {
        screen,
        shown,
        home,
        completeness,
        stood: stood(shown, written),
        committedAtMs: attempt.committedAtMs ?? 0,
      } as const;
      judged.push(answer);
      if (waitedForRedis(answer, evidence)) problem('it was finished while Redis was away, and shown only when Redis was back');
      const expected = mustBeWhole(answer, written, evidence);
      if (expected !== undefined && completeness !== 'whole') {
        problem(`${expected}, and ${shown.draft.length} of ${shown.content.length} units came as tokens`);
      }
    }
    if (!evidence.hasRedis) problems.push(...tokensFromElsewhere(screen, evidence));
  }
  return { judged, problems };
}

const stood = ({ stay }: ShownAnswer, { writtenAtMs }: PacedAnswer): boolean => stay.readyAtMs < (writtenAtMs[0] ?? 0);

/** What is durable does not need Redis. Of those that were finished shortly before it came back, nothing can be said. */
function waitedForRedis({ shown, committedAtMs }: JudgedAnswer, { outages }: PhaseEvidence): boolean {
  if (shown.stay.readyAtMs > committedAtMs) return false;
  return outages.some(({ fromMs, untilMs }) => fromMs < committedAtMs && committedAtMs < (fromMs + untilMs) / 2 && shown.atMs > untilMs);
}

/** Within so many words, whoever lacks a beginning has asked for it and got it. */
const WORDS_TO_CATCH_UP = 12;

/** Why every token of an answer had to be seen; undefined where the protocol lets the whole text come instead of the rest. */
function mustBeWhole(answer: JudgedAnswer, { writtenAtMs }: PacedAnswer, { hasRedis, outages }: PhaseEvidence): string | undefined {
  const { screen, shown, home, committedAtMs } = answer;
  // The whole text came as part of a resume.
  if (shown.atMs <= shown.stay.readyAtMs) return undefined;
  const isAtHome = shown.stay.node === home;
  if (!isAtHome && !hasRedis) return undefined;
  const [first = 0] = writtenAtMs;
  const overlapping = outages.filter(({ fromMs, untilMs }) => untilMs > first && fromMs < committedAtMs);
  if (isAtHome || overlapping.length === 0) {
    if (answer.stood) return 'the screen stood there from the first word to the last';
    const sawTokens = screen.tokens.some(({ messageId, stay }) => messageId === shown.messageId && stay === shown.stay);
    return sawTokens ? 'the screen was shown tokens of it where it was' : undefined;
  }
  const lastBackMs = Math.max(...overlapping.map(({ untilMs }) => untilMs), shown.stay.readyAtMs);
  const wordsAfter = writtenAtMs.filter((atMs) => atMs > lastBackMs).length;
  return wordsAfter >= WORDS_TO_CATCH_UP ? `${wordsAfter} words were written when Redis was back` : undefined;
}

/** Without Redis nothing that was written on one node may be shown as tokens by the other. */
function tokensFromElsewhere(screen: Screen, { attempts, nodes, fromMs }: PhaseEvidence): string[] {
  const strangers = screen.tokens.filter(({ messageId, node, atMs }) => {
    const home = nodes.get(attempts.get(messageId)?.owner ?? '');
    return atMs >= fromMs && home !== undefined && home !== node;
  });
  return strangers.map(({ messageId, offset, length, node }) => {
    const { outcome, epoch } = attempts.get(messageId) ?? {};
    return `screen ${screen.name}: node ${node} showed ${length} units at ${offset} of ${messageId} (${outcome}, claim ${epoch}), which the other node wrote`;
  });
}

/** Which node each process is, by where the messages went in whose turns it made; whoever seems to be on both is a problem. */
export function locateProcesses(
  chatters: readonly Chatter[],
  attempts: readonly StoredAttempt[],
): { nodes: Map<string, number>; problems: string[] } {
  const nodes = new Map<string, number>();
  const problems: string[] = [];
  const firstClaims = new Map(
    attempts.filter(({ epoch }) => epoch === 1).map(({ sessionId, toSeq, owner }) => [`${sessionId} ${toSeq}`, owner]),
  );
  for (const { screens, messages } of chatters) {
    for (const { key, seq, node, timesSent } of messages) {
      const owner = firstClaims.get(`${screens[0]?.visitor.session.sessionId} ${seq}`);
      // Of a message that was sent twice, either may have been the one that arrived.
      if (owner === undefined || timesSent > 1) continue;
      const known = nodes.get(owner);
      if (known !== undefined && known !== node)
        problems.push(`${key} went to node ${node}, and its turn was made by a process on node ${known}`);
      nodes.set(owner, known ?? node);
    }
  }
  return { nodes, problems };
}
