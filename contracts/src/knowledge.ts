import { z } from 'zod';
import { Created, ListQuery, Search } from './lists.ts';
import { Id, line, Moment, text } from './text.ts';

/** Texts in other languages are found by their words as they are written. */
export const KNOWLEDGE_LANGUAGES = ['en', 'es', 'other'] as const;
export const KnowledgeLanguage = z.enum(KNOWLEDGE_LANGUAGES);
export type KnowledgeLanguage = z.output<typeof KnowledgeLanguage>;

export const KNOWLEDGE_CONTENT_TYPES = ['text/markdown', 'text/plain', 'application/vnd.foyer.qa+json'] as const;
export const KnowledgeContentType = z.enum(KNOWLEDGE_CONTENT_TYPES);
export type KnowledgeContentType = z.output<typeof KnowledgeContentType>;

/** Of a document's content, in UTF-16 units. */
export const MAX_KNOWLEDGE_CONTENT = 2_000_000;

const title = line({ max: 200 }).meta({ examples: ['Parking at the clinic'] });
const content = text({ min: 1, max: MAX_KNOWLEDGE_CONTENT }).refine((value) => value.trim() !== '', 'Must not be blank');
const filled = ({ max }: { max: number }) => text({ min: 1, max }).refine((value) => value.trim() !== '', 'Must not be blank');

/** A question as people ask it, and its answer. */
export const QuestionAndAnswer = z.strictObject({ question: filled({ max: 1_000 }), answer: filled({ max: 20_000 }) });
export type QuestionAndAnswer = z.output<typeof QuestionAndAnswer>;

const items = z.array(QuestionAndAnswer).min(1, 'Must have at least one question').max(2_000, 'Must have at most 2000 questions');

/** What `content` holds for the content type of questions and answers, as JSON text. */
export const QuestionsAndAnswers = z.strictObject({ items });

/** A document is `content` of a content type, or `items`: questions with their answers. */
const body = {
  title,
  content: content.optional(),
  items: items.optional(),
  /** Of `content`; Markdown when left out. With `items` it may be left out or be `application/vnd.foyer.qa+json`. */
  contentType: KnowledgeContentType.optional(),
  /** Found out from the text when left out. */
  language: KnowledgeLanguage.optional(),
};
const hasOneContent = (document: { content?: unknown; items?: unknown }) =>
  (document.content === undefined) !== (document.items === undefined);
const ONE_CONTENT = { message: 'Must have either content or items', path: ['content'] };
const fitsItems = (document: { items?: unknown; contentType?: string | undefined }) =>
  document.items === undefined || document.contentType === undefined || document.contentType === 'application/vnd.foyer.qa+json';
const EXAMPLE = {
  title: 'Parking at the clinic',
  content: '## Prices\n\nThe first half hour is free.',
  contentType: 'text/markdown',
  language: 'en',
};
const FITS_ITEMS = { message: 'Must be application/vnd.foyer.qa+json where there are items', path: ['contentType'] };

export const NewKnowledgeDocument = z
  .strictObject({
    ...body,
    /** Only conversations of this app use it; all of the tenant's when left out. */ appId: Id.nullable().optional(),
  })
  .refine(hasOneContent, ONE_CONTENT)
  .refine(fitsItems, FITS_ITEMS)
  .meta({ examples: [EXAMPLE] });
export type NewKnowledgeDocument = z.output<typeof NewKnowledgeDocument>;

/** Takes the place of title and content; whose document it is stays. */
export const KnowledgeDocumentUpdate = z
  .strictObject(body)
  .refine(hasOneContent, ONE_CONTENT)
  .refine(fitsItems, FITS_ITEMS)
  .meta({ examples: [EXAMPLE] });
export type KnowledgeDocumentUpdate = z.output<typeof KnowledgeDocumentUpdate>;

/** A document of one agent's own. */
export const NewAgentDocument = KnowledgeDocumentUpdate;

export const KNOWLEDGE_STATUSES = ['processing', 'ready', 'failed'] as const;
/** `processing`: not to be found yet, or still as it was before; `failed`: it could not be read. */
export const KnowledgeStatus = z.enum(KNOWLEDGE_STATUSES);

export const KnowledgeDocumentSummary = z.object({
  id: Id,
  title: z.string(),
  contentType: KnowledgeContentType,
  language: KnowledgeLanguage,
  status: KnowledgeStatus,
  /** Whose conversations use it; both null: all of the tenant's. */
  appId: Id.nullable(),
  agentId: Id.nullable(),
  /** Into so many passages it was taken apart. */
  chunkCount: z.number().int(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type KnowledgeDocumentSummary = z.output<typeof KnowledgeDocumentSummary>;

export const KnowledgeDocument = KnowledgeDocumentSummary.extend({ content: z.string() });
export type KnowledgeDocument = z.output<typeof KnowledgeDocument>;

export const KnowledgeDocumentListQuery = z.strictObject({
  ...ListQuery.shape,
  appId: Id.optional(),
  agentId: Id.optional(),
  language: KnowledgeLanguage.optional(),
  status: KnowledgeStatus.optional(),
  /** A part of the title. */
  q: Search.optional(),
  ...Created,
});
export type KnowledgeDocumentListQuery = z.output<typeof KnowledgeDocumentListQuery>;

export const KnowledgeSearchRequest = z.strictObject({
  query: text({ min: 1, max: 2_000 }).meta({ examples: ['Where can I leave my car?'] }),
  limit: z.number().int('Must be a whole number').min(1, 'Must be at least 1').max(20, 'Must be at most 20').default(5),
  /** Only documents in this language; all when left out. */
  language: KnowledgeLanguage.optional(),
  /** What a conversation of this app would find; documents of the whole tenant alone when left out. */
  appId: Id.optional(),
});
export type KnowledgeSearchRequest = z.output<typeof KnowledgeSearchRequest>;

export const KnowledgePassage = z.object({
  documentId: Id,
  documentTitle: z.string(),
  chunkId: Id,
  text: z.string(),
  /** From 0 to 1: how sure it is that the passage is about what was asked. */
  score: z.number(),
  /** The headings above it, or the question that it answers. */
  heading: z.string().optional(),
  page: z.number().int().optional(),
});
export type KnowledgePassage = z.output<typeof KnowledgePassage>;

export const KnowledgeSearchAnswer = z.object({ items: z.array(KnowledgePassage) });
