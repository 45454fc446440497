/** Ways to reach people of a team. */
export type NoticeChannel = 'email';

/** Something that a person of the team has to know at once; it says where to look, and nothing of what visitors wrote. */
export interface Notice {
  /** The same key is the same notice: one that is sent again after a lost answer can be recognised. */
  key: string;
  to: { address: string; name?: string };
  subject: string;
  text: string;
  html?: string;
}

/** Reaches people, whoever sends: an escalation, a reminder. */
export interface Notifier {
  /**
   * Outside any transaction.
   * @throws {NoticeRefused} when trying again is pointless; anything else is worth another try
   */
  send(channel: NoticeChannel, notice: Notice): Promise<void>;
}

/** The recipient cannot be reached in this way. The message holds no address. */
export class NoticeRefused extends Error {
  override name = 'NoticeRefused';
}

export type NoticeSenders = Record<NoticeChannel, (notice: Notice) => Promise<void>>;

export const createNotifier = (senders: NoticeSenders): Notifier => ({ send: (channel, notice) => senders[channel](notice) });
