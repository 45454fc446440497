import type { LiveMessage } from './live-hub.ts';

/*
 * What one node tells the others in one go: `<node>\n<JSON list>`, or `<node>\n` alone when it lost messages on their way out. The node
 * stands in front in plain sight, so that a node skips its own packets without parsing them.
 */
export function encodePacket(node: string, entriesAsJson: readonly string[]): string {
  return `${node}\n[${entriesAsJson.join(',')}]`;
}

export const encodeGap = (node: string): string => `${node}\n`;

export const isFrom = (node: string, packet: string): boolean => packet.startsWith(`${node}\n`);

/** @throws {Error} when another program writes to our channel */
export function decodePacket(packet: string): unknown[] | 'gap' {
  const lineEnd = packet.indexOf('\n');
  if (lineEnd < 0) throw new Error('Not a packet of a live hub.');
  if (lineEnd === packet.length - 1) return 'gap';
  const entries: unknown = JSON.parse(packet.slice(lineEnd + 1));
  if (!Array.isArray(entries)) throw new Error('Not a packet of a live hub.');
  return entries;
}

export function isLiveMessage(value: unknown): value is LiveMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { type, durable, ids } = value as Partial<Record<keyof LiveMessage, unknown>>;
  return typeof type === 'string' && typeof durable === 'boolean' && typeof ids === 'object' && ids !== null;
}
