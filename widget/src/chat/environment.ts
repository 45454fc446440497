/** What the conversation needs of the browser around it. Tests run it without one. */
export interface Environment {
  /** In milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  /** @returns keeps it from being called */
  after(delayMs: number, run: () => void): () => void;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  openSocket(url: string): WebSocket;
  /** The browser's own way where it is left out. @returns breaks it off */
  upload?(request: UploadRequest): () => void;
  /** What is kept on this device. */
  store: Store;
  /** One of this device's tabs at a time. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Whether the device believes that it has a network; it may be wrong either way. */
  isOnline(): boolean;
  listen(listener: (happening: Happening) => void): () => void;
}

export type Happening =
  | 'online'
  | 'offline'
  /** Somebody looks at the page again. */
  | 'shown'
  /** The page is put aside, perhaps to be taken out again. */
  | 'put-aside'
  | 'taken-out';

/** Texts by name, shared by all tabs of this browser, or this tab's own where pages may keep nothing. */
export interface Store {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  remove(name: string): void;
  names(): string[];
  /** Tells what other tabs have changed. */
  onChange(listener: (name: string) => void): () => void;
}

export interface UploadRequest {
  readonly url: string;
  readonly token: string;
  readonly file: File;
  /** @param share from 0 to 1 */
  onProgress(share: number): void;
  /** `status` is 0 where nobody answered. */
  onDone(status: number, answer: unknown): void;
}
