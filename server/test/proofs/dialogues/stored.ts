import pg from 'pg';
import type { Connection } from '#platform/db/embedded/database-server.ts';

export interface StoredMessage {
  id: string;
  seq: number;
  role: string;
  content: string;
  externalId: string | null;
  turnId: string | null;
}

export interface StoredTurn {
  id: string;
  status: string;
  fromSeq: number;
  toSeq: number;
  failures: number;
  attempts: string[];
}

export interface StoredConversation {
  sessionId: string;
  messages: StoredMessage[];
  turns: StoredTurn[];
}

/** Everything that the database holds of conversations, read behind the product's back. */
export async function readStored(database: Connection | string): Promise<StoredConversation[]> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const sessions = await client.query<{ id: string | null; conversation: string | null }>(
      `select s.id, c.id as conversation from widget_sessions s full join conversations c on c.id = s.conversation_id`,
    );
    const messages = await client.query<StoredMessage & { conversation: string }>(
      `select id, seq, role, content, external_id as "externalId", turn_id as "turnId", conversation_id as conversation
         from messages order by conversation_id, seq`,
    );
    const turns = await client.query<StoredTurn & { conversation: string }>(
      `select t.id, t.status, t.from_seq as "fromSeq", t.to_seq as "toSeq", t.failures, t.conversation_id as conversation,
              array(select a.outcome from turn_attempts a where a.turn_id = t.id order by a.epoch) as attempts
         from turns t order by t.conversation_id, t.to_seq`,
    );
    const messagesOf = Map.groupBy(messages.rows, ({ conversation }) => conversation);
    const turnsOf = Map.groupBy(turns.rows, ({ conversation }) => conversation);
    return sessions.rows.map(({ id, conversation }) => ({
      sessionId: id ?? '',
      messages: messagesOf.get(conversation ?? '') ?? [],
      turns: turnsOf.get(conversation ?? '') ?? [],
    }));
  } finally {
    await client.end();
  }
}
