import { ModelError } from '#agents/models/model-error.ts';
import { attentive, type ExtractionDesk, FORM, openExtractionDesk } from '#conversations/extracting/extraction.testing.ts';
import { lastUserText, saying } from '#test/scripted-models.ts';
import { createTestDatabase } from '#test/test-database.ts';
import { startTestCluster } from '../tools/test-cluster.ts';

/** What happens to readings while the answers are measured. */
export const MODES = ['no form', 'reading at once', 'reading for 30 s', 'reading that fails'] as const;
export type Mode = (typeof MODES)[number];

export interface DelayFigures {
  mode: Mode;
  /** From sending a message to the whole answer. */
  answersMs: number[];
}

/** Measures answers beside each kind of reading, in turns, so that the machine treats all alike. */
export async function measureAnswers({ rounds, visitors }: { rounds: number; visitors: number }): Promise<DelayFigures[]> {
  const { cluster, stop } = await startTestCluster();
  const database = await createTestDatabase({ cluster });
  const world = await openExtractionDesk({ sharedDatabase: database });
  try {
    const figures = MODES.map((mode): DelayFigures => ({ mode, answersMs: [] }));
    for (let round = 0; round < rounds; round += 1) {
      for (const figure of figures) figure.answersMs.push(...(await measure(world, figure.mode, visitors)));
    }
    return figures;
  } finally {
    await world.desk.close();
    await database.close();
    await stop();
  }
}

async function measure(world: ExtractionDesk, mode: Mode, count: number): Promise<number[]> {
  const waiting = new Set<() => void>();
  world.model(async function* (request, signal) {
    if (!request.toolChoice) return yield* saying(`You said: ${lastUserText(request)}`);
    if (mode === 'reading that fails') throw new ModelError('overloaded');
    if (mode === 'reading for 30 s') {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 30_000);
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    yield* attentive(request, signal);
  });
  const metadata = mode === 'no form' ? {} : { formSchema: FORM, formType: 'intake' };
  const visitors = await Promise.all(Array.from({ length: count }, () => arrive(world, metadata)));
  const answersMs = await Promise.all(
    visitors.map(async (visitor, index) => {
      const startedAt = performance.now();
      const { seq } = await visitor.say(`I am Visitor${index}. I weigh 80 kg`, '1');
      await visitor.answer(seq);
      return performance.now() - startedAt;
    }),
  );
  for (const wake of waiting) wake();
  for (const visitor of visitors) visitor.close();
  return answersMs;
}

const WAIT_FOR_ROOM_MS = 5_000;

/** All visitors share one address here, and the server limits how many sessions an address may start. */
async function arrive(world: ExtractionDesk, metadata: Record<string, unknown>): Promise<Awaited<ReturnType<ExtractionDesk['visitor']>>> {
  for (;;) {
    try {
      return await world.visitor(metadata);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('RATE_LIMITED')) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_FOR_ROOM_MS));
    }
  }
}
