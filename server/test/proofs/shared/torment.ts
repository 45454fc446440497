import { systemClock } from '#platform/clock.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Child } from './child.ts';

/** A place that is always filled again after its process was killed. */
export interface Post {
  role: string;
  start(): Promise<Child>;
  /** Undefined while it is being filled again. */
  child: Child | undefined;
}

export async function fillPost(role: string, start: () => Promise<Child>): Promise<Post> {
  return { role, start, child: await start() };
}

export interface Torment {
  /** How often each thing was done: `node killed`, `writer paused` … */
  readonly counts: ReadonlyMap<string, number>;
  /** Ends it and waits until every post is filled and running. */
  stop(): Promise<void>;
}

export interface TormentOptions {
  posts: readonly Post[];
  random: Random;
  /** Between two strikes, in milliseconds. */
  calmMs: readonly [low: number, high: number];
  /** How long a paused process stands still. */
  pauseMs: readonly [low: number, high: number];
  pauseProbability: number;
  /** After that many strikes it leaves them alone. */
  strikesAtMost?: number | undefined;
}

/** Kills (and replaces) or pauses one process after the other at random. */
export function startTorment({
  posts,
  random,
  calmMs,
  pauseMs,
  pauseProbability,
  strikesAtMost = Number.POSITIVE_INFINITY,
}: TormentOptions): Torment {
  const counts = new Map<string, number>();
  const stopping = new AbortController();
  const pending = new Set<Promise<void>>();
  const wait = (range: readonly [number, number]) => systemClock.sleep(random.between(...range), stopping.signal).catch(() => {});

  async function strike(post: Post, child: Child, paused: boolean): Promise<void> {
    const what = `${post.role} ${paused ? 'paused' : 'killed'}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (paused) {
      child.stand();
      await wait(pauseMs);
      child.go();
    } else {
      await child.kill();
      child = await post.start();
    }
    post.child = child;
  }

  const running = (async () => {
    for (let strikes = 0; strikes < strikesAtMost && !stopping.signal.aborted; ) {
      await wait(calmMs);
      const free = posts.filter((post) => post.child !== undefined);
      if (free.length === 0 || stopping.signal.aborted) continue;
      const post = random.pick(free);
      const { child } = post;
      if (!child) continue;
      post.child = undefined;
      strikes += 1;
      const paused = random.chance(pauseProbability);
      const struck = strike(post, child, paused);
      pending.add(struck);
      void struck.finally(() => pending.delete(struck)).catch(() => {});
      // One at a time is away, however slowly the machine starts another; paused ones beside it.
      if (!paused) await struck;
    }
    await Promise.all(pending);
  })();

  return {
    counts,
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

export const describeCounts = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ') || 'nothing';
