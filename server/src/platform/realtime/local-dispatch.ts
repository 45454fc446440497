import type { Logger } from '../telemetry/logger.ts';
import { createListeners, type Listeners } from './listeners.ts';
import type { LiveListener, LiveMessage } from './live-hub.ts';

/** The listeners of this node, by channel. */
export interface LocalDispatch {
  deliver(channel: string, message: LiveMessage): void;
  /** @returns how to stop listening; it says whether that was the channel's last listener */
  listen(channel: string, listener: LiveListener): () => 'last' | 'others-remain' | 'already-gone';
  has(channel: string): boolean;
  channels(): string[];
  clear(): void;
}

export function createLocalDispatch(logger: Logger): LocalDispatch {
  const byChannel = new Map<string, Listeners<LiveMessage>>();
  const waiting: Array<{ channel: string; message: LiveMessage }> = [];
  let delivering = false;

  return {
    deliver(channel, message) {
      waiting.push({ channel, message });
      // A listener that publishes would otherwise have its message overtake the one being delivered, for the listeners after it.
      if (delivering) return;
      delivering = true;
      for (let next = waiting.shift(); next; next = waiting.shift()) byChannel.get(next.channel)?.tell(next.message);
      delivering = false;
    },

    listen(channel, listener) {
      const listeners = byChannel.get(channel) ?? createListeners<LiveMessage>(channel.split(':', 1)[0] ?? '', logger);
      byChannel.set(channel, listeners);
      const remove = listeners.add(listener);
      let listening = true;
      return () => {
        if (!listening) return 'already-gone';
        listening = false;
        remove();
        if (!listeners.isEmpty() || byChannel.get(channel) !== listeners) return 'others-remain';
        byChannel.delete(channel);
        return 'last';
      };
    },

    has: (channel) => byChannel.has(channel),
    channels: () => [...byChannel.keys()],
    clear: () => byChannel.clear(),
  };
}
