import pg from 'pg';

/** An id under which an answer was streamed. */
export interface StoredAttempt {
  messageId: string;
  sessionId: string;
  /** The process that wrote it. */
  owner: string;
  outcome: string;
  epoch: number;
  /** The message that its turn was made for. */
  toSeq: number;
  /** When the final text was committed; null when there is none. */
  committedAtMs: number | null;
  /** The final text. */
  content: string | null;
}

/** All attempts at answers, as the database holds them. */
export async function readAttempts(database: pg.ClientConfig): Promise<StoredAttempt[]> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    const { rows } = await client.query<StoredAttempt>(
      `select a.message_id as "messageId", s.id as "sessionId", a.owner, a.outcome, a.epoch, t.to_seq as "toSeq", m.content,
              extract(epoch from pg_xact_commit_timestamp(m.xmin))::float8 * 1000 as "committedAtMs"
         from turn_attempts a
         join turns t on t.id = a.turn_id
         join widget_sessions s on s.conversation_id = a.conversation_id
         left join messages m on m.id = a.message_id`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
