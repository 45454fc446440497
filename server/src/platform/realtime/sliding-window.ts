/** Uses counted in the window before and in the current one, which began `elapsedMs` ago. */
export interface WindowState {
  previous: number;
  current: number;
  elapsedMs: number;
  windowMs: number;
}

/** Uses in the last `windowMs`, taking those of the window before as spread evenly. */
export function slidingCount({ previous, current, elapsedMs, windowMs }: WindowState): number {
  return previous * (1 - elapsedMs / windowMs) + current;
}

/** How long until one more use fits into the limit, if nobody else uses it. */
export function retryAfterMs({ previous, current, elapsedMs, windowMs }: WindowState, limit: number): number {
  const room = limit - 1 - current;
  if (room >= 0) return untilFaded(previous, room, windowMs) - elapsedMs;
  return windowMs - elapsedMs + untilFaded(current, limit - 1, windowMs);
}

/** How far into a window the uses of the one before weigh at most `room`. */
function untilFaded(uses: number, room: number, windowMs: number): number {
  return uses <= room ? 0 : windowMs * (1 - Math.max(room, 0) / uses);
}
