/** A part of a document that can be read by itself, before it is stored. */
export interface Passage {
  /** The headings above it from the outermost on, or the question that it answers; empty where there are none. */
  headings: readonly string[];
  text: string;
}

/** The least that cannot be divided without harm: a paragraph, a list, a table. */
export interface Block {
  kind: 'paragraph' | 'list' | 'table' | 'code';
  /** As it stands in the document. */
  text: string;
}

/** What stands under one heading. */
export interface Section {
  headings: readonly string[];
  blocks: readonly Block[];
}
