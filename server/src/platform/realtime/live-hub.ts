/**
 * Something to show at once to whoever is listening. It must survive `JSON.stringify`.
 *
 * A durable message can be read again from the database by its `ids`, which is why `ids` is all that every hub promises to carry between
 * nodes: a receiver that finds no `body` fetches it. Anything else (tokens, typing) is for the moment and may be lost.
 */
export interface LiveMessage {
  readonly type: string;
  readonly durable: boolean;
  readonly ids: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
}

export type LiveListener = (message: LiveMessage) => void;

/**
 * `local`: there is one node, nothing can be lost. `connected`: other nodes are heard from now on; since messages may have been missed
 * before, whoever shows durable things reads them again each time it is told. `disconnected`: only this node's own messages arrive.
 */
export type HubStatus = 'local' | 'connected' | 'disconnected';

/** Ends a subscription; calling it again does nothing. */
export interface Unsubscribe {
  (): void;
  /**
   * Resolves once other nodes' messages arrive, so that what is read from the database afterwards leaves no gap. While disconnected it
   * resolves at once, and the status says when to read again.
   */
  readonly ready: Promise<void>;
}

/** Live fan-out after a commit, on this node and between nodes. Nothing here throws into the caller, whatever happens to the network. */
export interface LiveHub {
  /** Listeners on this node are called before it returns (or, when called from a listener, right after that one), in order per channel. */
  publish(channel: string, message: LiveMessage): void;
  subscribe(channel: string, listener: LiveListener): Unsubscribe;
  status(): HubStatus;
  onStatus(listener: (status: HubStatus) => void): () => void;
  close(): Promise<void>;
}
