import { KNOWLEDGE_CONTENT_TYPES, KNOWLEDGE_LANGUAGES, KNOWLEDGE_STATUSES } from '@foyer/contracts/knowledge.ts';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { apps } from '#identity/apps/apps.tables.ts';
import { tenantTable } from '#platform/db/tables.ts';

/** What agents answer from, as it was given. */
export const knowledgeDocuments = tenantTable(
  'knowledge_documents',
  {
    /** Whose conversations use it; both null: all of the tenant's. */
    appId: uuid(),
    /** Agents lie above this feature, so there is no foreign key. */
    agentId: uuid(),
    title: text().notNull(),
    content: text().notNull(),
    contentType: text({ enum: KNOWLEDGE_CONTENT_TYPES }).notNull(),
    language: text({ enum: KNOWLEDGE_LANGUAGES }).notNull(),
    /** `processing`: its passages are still those of before, or none. */
    status: text({ enum: KNOWLEDGE_STATUSES }).notNull(),
    /** Of everything that its passages and their index are made from. */
    contentHash: text().notNull(),
    chunkCount: integer().notNull().default(0),
    /** Its words in `knowledge_words`. */
    words: text().array().notNull().default([]),
  },
  (table) => [
    foreignKey({
      name: 'knowledge_documents_app',
      columns: [table.tenantId, table.appId],
      foreignColumns: [apps.tenantId, apps.id],
    }).onDelete('cascade'),
    // What refers to a document refers to it within its tenant.
    unique('knowledge_documents_within_tenant').on(table.tenantId, table.id),
    check('knowledge_documents_one_owner', sql`num_nonnulls(app_id, agent_id) <= 1`),
    // Tells how many passages a tenant has without reading the documents.
    index('knowledge_documents_size').on(table.tenantId, table.chunkCount),
  ],
);

/** A passage of a document. Its id stays while its text does, so that what cites it stays true. */
export const knowledgeChunks = tenantTable(
  'knowledge_chunks',
  {
    documentId: uuid().notNull(),
    /** From 0, in the order of the document. */
    ordinal: integer().notNull(),
    /** The headings above it, or the question that it answers. */
    heading: text(),
    text: text().notNull(),
    /** Of documents with pages. */
    page: integer(),
  },
  (table) => [
    foreignKey({
      name: 'knowledge_chunks_document',
      columns: [table.tenantId, table.documentId],
      foreignColumns: [knowledgeDocuments.tenantId, knowledgeDocuments.id],
    }).onDelete('cascade'),
    uniqueIndex('knowledge_chunks_place').on(table.documentId, table.ordinal),
  ],
);

/**
 * The index of all texts: in which passages of a document a term stands, and how much it says about each.
 *
 * It is a table of its own rather than a `tsvector` with a GIN index: under row-level security PostgreSQL uses an index only for
 * operators that are leakproof, which equality is and `@@` is not, so that every search would read all passages of the tenant.
 */
export const knowledgeTerms = tenantTable(
  'knowledge_terms',
  {
    documentId: uuid().notNull(),
    term: text().notNull(),
    ordinals: smallint().array().notNull(),
    /** In the order of `ordinals`. */
    impacts: smallint().array().notNull(),
    /** How many ordinals there are. */
    places: smallint().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'knowledge_terms_document',
      columns: [table.tenantId, table.documentId],
      foreignColumns: [knowledgeDocuments.tenantId, knowledgeDocuments.id],
    }).onDelete('cascade'),
    // It includes `places` (the migration says so), so that terms are counted without reading their rows.
    uniqueIndex('knowledge_terms_term').on(table.tenantId, table.term, table.documentId),
    index('knowledge_terms_document_id').on(table.documentId),
  ],
);

/** The words of a tenant's documents as they are written: what a misspelt question may have meant. */
export const knowledgeWords = tenantTable(
  'knowledge_words',
  {
    word: text().notNull(),
    /** The sound with which it begins, and its length: where to look for words like it. */
    initial: text().notNull(),
    length: smallint().notNull(),
    /** Under which texts with it are found; while there are any, it stays. */
    term: text().notNull(),
  },
  (table) => [
    uniqueIndex('knowledge_words_word').on(table.tenantId, table.word),
    index('knowledge_words_like').on(table.tenantId, table.initial, table.length),
  ],
);
