import type { TenantTransaction } from '#platform/db/unit-of-work.ts';

/** Whose data it is about: a contact, with conversations of theirs. */
export interface DataSubject {
  readonly contactId: string;
  readonly conversationIds: readonly string[];
}

/** What one module keeps about people: each defines its own, `app/erasers.ts` lists them in the order in which they erase. */
export interface PersonalDataStore {
  /** Its part of an export, as a file of that name. */
  readonly name: string;
  /** `contact`: about the person whatever they talked about; it stays when a single conversation goes. */
  readonly belongsTo: 'contact' | 'conversation';
  /** Everything that is kept, as the person may read it; no secrets and no internals. */
  collect(tx: TenantTransaction, subject: DataSubject): Promise<readonly object[]>;
  /** Removes it. What goes with the rows that it belongs to need not be removed here. @returns how many things went */
  erase(tx: TenantTransaction, subject: DataSubject): Promise<number>;
}
