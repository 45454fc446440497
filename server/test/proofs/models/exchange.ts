import type { ServerResponse } from 'node:http';
import type { Wire } from './wires.ts';

/** One request, and what can be done to it. */
export interface Exchange {
  wire: Wire;
  /** Of the visitor's message. */
  key: string;
  /** Which request for this message on this wire it is, from 1. */
  request: number;
  /** The results of tools are among what was sent. */
  isAfterTools: boolean;
  response: ServerResponse;
  /** An address that nobody may be sent to. */
  decoyUrl: string;
  begin(): void;
  stream(...frames: string[]): ServerResponse;
  /** Waits for the reader; throws once it has left. */
  write(data: string | Buffer): Promise<void>;
  pause(durationMs: number): Promise<void>;
  say(text: string): void;
  refuse(status: number, headers?: Record<string, string>): void;
  /** Resolves when the reader has left. */
  gone: Promise<void>;
}
