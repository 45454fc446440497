import type { TimelineEntry } from '../../chat/chat.ts';
import type { ConversationKey } from '../../texts/conversation.ts';
import type { Formats } from '../../texts/formats.ts';
import type { Words } from '../../texts/words.ts';
import { authorOf } from '../conversation/author.ts';
import { eventText } from '../conversation/event-text.ts';

/** The conversation as a text to keep: who said what, and when. Messages that never left are not part of it. */
export function transcriptOf(entries: readonly TimelineEntry[], name: string, words: Words<ConversationKey>, formats: Formats): string {
  const parts = entries.flatMap((entry) => {
    if (entry.kind !== 'message') return [`[${formats.moment(entry.at)}] ${eventText(entry, words)}`];
    if (entry.delivery === 'failed' || entry.isStreaming) return [];
    const files = entry.attachments.map((file) => words('file', { name: file.name, size: formats.size(file.size) }));
    const sources = entry.sources.map((source) => `– ${source.title}${source.url ? ` (${source.url})` : ''}`);
    if (sources.length > 0) sources.unshift(words('sources', { count: sources.length }));
    const lines = [`[${formats.moment(entry.at)}] ${authorOf(entry, words)}:`, entry.content, ...files, ...sources];
    return [lines.filter((line) => line !== '').join('\n')];
  });
  return `${[words('transcriptTitle', { name }), ...parts].join('\n\n')}\n`;
}
