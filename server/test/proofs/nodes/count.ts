import type { JudgedAnswer, PhaseEvidence } from './judge-screens.ts';
import { numberIn, type PacedAnswer } from './paced-model.ts';

export interface PhaseCounts {
  streams: number;
  answers: number;
  screens: number;
  /** Connections after the first, those that led to the other node, and those that came while an answer was half written there. */
  reconnects: number;
  moves: number;
  movesInMidAnswer: number;
  tokens: number;
  tokensFromOtherNode: number;
  /** Frames that brought more than one word at once, because somebody joined or had missed something: on the answer's node, and on the other. */
  beginningsHere: number;
  beginningsAcross: number;
  resets: number;
  whole: number;
  cutShort: number;
  none: number;
  gaps: number;
  /** From each final commit to the last of the screens that were connected then, in milliseconds. */
  lastWatcherMs: number[];
  /** Of them, those that were committed while Redis was away. */
  lastWatcherWithoutRedisMs: number[];
}

export function countPhase(evidence: PhaseEvidence, judged: readonly JudgedAnswer[], gaps: number): PhaseCounts {
  const { chatters, fromMs, untilMs, attempts, nodes } = evidence;
  const within = (atMs: number) => atMs >= fromMs && atMs <= untilMs;
  const screens = chatters.flatMap((chatter) => chatter.screens);
  const tokens = screens.flatMap((screen) => screen.tokens.filter(({ atMs }) => within(atMs)));
  const homeOf = (messageId: string) => nodes.get(attempts.get(messageId)?.owner ?? '');
  const pieces = pieceEnds(evidence);
  const beginnings = tokens.filter(({ messageId, offset, length }) => {
    const ends = pieces.get(messageId);
    return ends !== undefined && ends.filter((end) => end > offset && end <= offset + length).length > 1;
  });
  const changes = screens.flatMap(({ stays }) =>
    stays.flatMap((stay, index) => (index > 0 && within(stay.readyAtMs) ? [[stays[index - 1], stay] as const] : [])),
  );
  const moves = changes.filter(([before, after]) => before?.node !== after.node);
  const writing = [...attempts.values()].flatMap(({ messageId, content, committedAtMs }) => {
    const [startedMs] = modelAnswerOf(evidence, content)?.writtenAtMs ?? [];
    return startedMs === undefined ? [] : [{ messageId, startedMs, committedAtMs: committedAtMs ?? 0 }];
  });
  const midAnswer = moves.filter(([, after]) => {
    const screen = screens.find(({ stays }) => stays.includes(after));
    return writing.some(
      ({ messageId, startedMs, committedAtMs }) =>
        startedMs < after.readyAtMs && after.readyAtMs < committedAtMs && screen?.answers.some((answer) => answer.messageId === messageId),
    );
  });
  const isAway = (atMs: number) => evidence.outages.some((outage) => outage.fromMs < atMs && atMs < outage.untilMs);
  const lastWatcherMs = (seen: readonly JudgedAnswer[]) => Math.max(...seen.map(({ shown, committedAtMs }) => shown.atMs - committedAtMs));
  const perAnswer = Map.groupBy(
    judged.filter(({ shown, committedAtMs }) => shown.stay.readyAtMs < committedAtMs),
    ({ shown }) => shown.messageId,
  );
  return {
    streams: chatters.length,
    answers: new Set(judged.map(({ shown }) => shown.messageId)).size,
    screens: screens.length,
    reconnects: changes.length,
    moves: moves.length,
    movesInMidAnswer: midAnswer.length,
    tokens: tokens.length,
    tokensFromOtherNode: tokens.filter(({ messageId, node }) => (homeOf(messageId) ?? node) !== node).length,
    beginningsHere: beginnings.filter(({ messageId, node }) => homeOf(messageId) === node).length,
    beginningsAcross: beginnings.filter(({ messageId, node }) => homeOf(messageId) !== node).length,
    resets: 0,
    whole: judged.filter(({ completeness }) => completeness === 'whole').length,
    cutShort: judged.filter(({ completeness }) => completeness === 'cut short').length,
    none: judged.filter(({ completeness }) => completeness === 'none').length,
    gaps,
    lastWatcherMs: [...perAnswer.values()].map(lastWatcherMs),
    lastWatcherWithoutRedisMs: [...perAnswer.values()].filter(([first]) => first && isAway(first.committedAtMs)).map(lastWatcherMs),
  };
}

/** Where each word of each final answer ends. */
function pieceEnds(evidence: PhaseEvidence): Map<string, number[]> {
  return new Map(
    [...evidence.attempts.values()].flatMap(({ messageId, content }) => {
      let end = 0;
      const ends = modelAnswerOf(evidence, content)?.pieces.map((piece) => {
        end += piece.length;
        return end;
      });
      return ends ? [[messageId, ends] as const] : [];
    }),
  );
}

const modelAnswerOf = ({ modelAnswers }: PhaseEvidence, content: string | null): PacedAnswer | undefined => {
  const number = content === null ? undefined : numberIn(content);
  return number === undefined ? undefined : modelAnswers[number - 1];
};
