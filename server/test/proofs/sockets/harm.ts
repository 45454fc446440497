import type { Balancer } from '#test/balancer.ts';
import type { Random } from '#test/chaos/random.ts';

/** What is done to connections: reset on both sides, or left half-open, so that neither side hears of it. */
export type Harm = 'cut' | 'frozen';

/** The server notices a half-open connection by pings; until then it counts as one of its session's. */
const FROZEN_SHARE = 0.25;

export interface HarmOptions {
  /** From the one to the next. */
  pauseMs: readonly [least: number, most: number];
  /** After so many it lets everybody be. */
  most?: number;
}

/** Picks a chat connection every moment and does something to it, until it is stopped. Clients cut their own besides. */
export function harmLinks(
  balancer: Balancer,
  random: Random,
  { pauseMs, most = Number.POSITIVE_INFINITY }: HarmOptions,
): { stop(): Record<Harm, number> } {
  const counts: Record<Harm, number> = { cut: 0, frozen: 0 };
  let timer = setTimeout(strike, random.between(...pauseMs));

  function strike(): void {
    const links = balancer.links().filter(({ kind, isFrozen }) => kind !== 'other' && !isFrozen);
    if (links.length > 0) {
      const link = random.pick(links);
      if (random.chance(FROZEN_SHARE)) {
        link.freeze();
        counts.frozen += 1;
      } else {
        link.cut();
        counts.cut += 1;
      }
    }
    if (counts.cut + counts.frozen < most) timer = setTimeout(strike, random.between(...pauseMs));
  }

  return {
    stop: () => {
      clearTimeout(timer);
      return counts;
    },
  };
}
