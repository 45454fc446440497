import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ModelAnswer, ModelServerCommand, ModelServerMessage, ModelServerOptions } from './model-protocol.ts';

export interface ModelServer {
  /** Ends in `/v1`. */
  baseUrl: string;
  /** Every answer given since the last call. */
  takeAnswers(): Promise<ModelAnswer[]>;
  stop(): Promise<void>;
}

/** Starts an OpenAI-compatible server in a process of its own on a free loopback port. */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const child = fork(join(import.meta.dirname, 'model-main.ts'), [JSON.stringify(options)], { serialization: 'advanced' });
  const listening = await messageOf(child, 'listening');
  return {
    baseUrl: `${listening.url}/v1`,
    takeAnswers: async () => {
      const answers = messageOf(child, 'answers');
      child.send({ kind: 'hand-over-answers' } satisfies ModelServerCommand);
      return (await answers).answers;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

type MessageOf<Kind> = Extract<ModelServerMessage, { kind: Kind }>;

function messageOf<Kind extends ModelServerMessage['kind']>(child: ChildProcess, kind: Kind): Promise<MessageOf<Kind>> {
  const { promise, resolve, reject } = Promise.withResolvers<MessageOf<Kind>>();
  const onMessage = (message: ModelServerMessage) => {
    if (message.kind === kind) resolve(message as MessageOf<Kind>);
  };
  const onExit = (code: number | null) => reject(new Error(`The model server ended with ${code}.`));
  child.on('message', onMessage);
  child.once('exit', onExit);
  return promise.finally(() => {
    child.off('message', onMessage);
    child.off('exit', onExit);
  });
}
