/** What the server's log has told about: how often about whom. */
export interface Notices {
  tell(name: string): void;
  count(name: string): number;
}

export function createNotices(): Notices {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.get(name) ?? 0;
  return { tell: (name) => void counts.set(name, count(name) + 1), count };
}
