import type { ModelEvent } from '#agents/models/chat-model.ts';
import { lastUserText, type Script, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

export interface TurnRow {
  id: string;
  status: string;
  epoch: number;
  failures: number;
  lease_owner: string | null;
  error_code: string | null;
  /** By the database's clock. */
  lease_seconds_left: number | null;
  claimable_in_seconds: number;
}

/** A desk whose model does as the test says, and a look at its turns behind its back. */
export interface AnsweringDesk {
  desk: TestApp;
  /** What the model does from now on. */
  model(script: Script): void;
  /** A model that has begun to answer and waits; `asked` resolves when it is at that point. */
  hold(): { asked: Promise<void>; goOn: () => void; stopped: Promise<unknown> };
  visitor(): Promise<{ visitor: Visitor; conversationId: string }>;
  turns(conversationId: string): Promise<TurnRow[]>;
  turn(conversationId: string): Promise<TurnRow>;
  messages(conversationId: string): Promise<{ role: string; content: string }[]>;
  change(sql: string, ...values: unknown[]): Promise<void>;
}

export async function openAnsweringDesk(options: TestAppOptions = {}): Promise<AnsweringDesk> {
  const echo: Script = (request) => saying(`You said: ${lastUserText(request)}`);
  let script = echo;
  const desk = await startTestApp({ models: scriptedModels((request, signal) => script(request, signal)), ...options });
  const { asSuperuser } = desk.database;
  const turns = (conversationId: string) =>
    asSuperuser<TurnRow>(
      `select id, status, epoch, failures, lease_owner, error_code,
              extract(epoch from lease_until - now())::float as lease_seconds_left,
              extract(epoch from claimable_at - now())::float as claimable_in_seconds
         from turns where conversation_id = $1 order by to_seq, id`,
      [conversationId],
    );
  return {
    desk,
    model: (next) => {
      script = next;
    },
    hold: () => {
      const [asked, isAsked] = promise<void>();
      const [released, goOn] = promise<void>();
      const [stopped, stop] = promise<unknown>();
      script = async function* (request, signal): AsyncGenerator<ModelEvent> {
        script = echo;
        signal.addEventListener('abort', () => stop(signal.reason));
        yield { type: 'text-delta', delta: 'Let me see. ' };
        isAsked();
        await Promise.race([released, stopped]);
        signal.throwIfAborted();
        yield* echo(request, signal);
      };
      return { asked, goOn, stopped };
    },
    visitor: async () => {
      const visitor = await desk.visitor();
      await visitor.connect();
      const [row] = await asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
        visitor.session.sessionId,
      ]);
      return { visitor, conversationId: row?.id ?? '' };
    },
    turns,
    turn: async (conversationId) => {
      const turn = (await turns(conversationId)).at(-1);
      if (!turn) throw new Error('There is no turn.');
      return turn;
    },
    messages: (conversationId) =>
      asSuperuser('select role, content from messages where conversation_id = $1 order by seq', [conversationId]),
    change: async (sql, ...values) => void (await asSuperuser(sql, values)),
  };
}

function promise<T>(): [Promise<T>, (value: T) => void] {
  let settle: (value: T) => void = () => {};
  const promised = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return [promised, settle];
}
