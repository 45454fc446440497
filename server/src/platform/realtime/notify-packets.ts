import { encodePacket } from './hub-packet.ts';
import type { LiveMessage } from './live-hub.ts';

export interface NotifyPackets {
  packets: string[];
  /** Messages whose ids alone exceed what a notification holds; they were left out. */
  tooLarge: number;
}

/** Packs `[channel, message without its body]` in order into as few notifications as their size limit allows. */
export function packNotifications(node: string, batch: ReadonlyArray<{ channel: string; message: LiveMessage }>): NotifyPackets {
  const packets: string[] = [];
  let entries: string[] = [];
  let bytes = 0;
  let tooLarge = 0;

  const finish = () => {
    if (entries.length > 0) packets.push(encodePacket(node, entries));
    entries = [];
    bytes = 0;
  };

  for (const { channel, message } of batch) {
    const entry = JSON.stringify([channel, { type: message.type, durable: true, ids: message.ids }]);
    const entryBytes = Buffer.byteLength(entry, 'utf8') + 1;
    const available = MAXIMUM_BYTES - node.length - '\n[]'.length;
    if (entryBytes > available) {
      tooLarge += 1;
      continue;
    }
    if (bytes + entryBytes > available) finish();
    entries.push(entry);
    bytes += entryBytes;
  }
  finish();
  return { packets, tooLarge };
}

/** PostgreSQL takes payloads shorter than 8000 bytes. */
const MAXIMUM_BYTES = 7_999;
