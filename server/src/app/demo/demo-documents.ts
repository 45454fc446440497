import { readdir, readFile } from 'node:fs/promises';
import type { KnowledgeDocumentUpdate } from '@foyer/contracts/knowledge.ts';

const FOLDER = new URL('./knowledge/', import.meta.url);

/** What the demo clinic knows: Markdown in English and Spanish, each with its title in the first line. */
export async function readDemoDocuments(): Promise<KnowledgeDocumentUpdate[]> {
  const documents = await Promise.all((['en', 'es'] as const).map(readLanguage));
  return documents.flat();
}

async function readLanguage(language: 'en' | 'es'): Promise<KnowledgeDocumentUpdate[]> {
  const folder = new URL(`${language}/`, FOLDER);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      const [, title, content] = /^# (.+)\n+([\s\S]+)$/.exec(text) ?? [];
      if (title === undefined || content === undefined) throw new Error(`The demo’s document ${language}/${name} has no title.`);
      return { title, content, language, contentType: 'text/markdown' };
    }),
  );
}
