import type { ChatMessage } from '../../chat/chat.ts';
import { safeAddress } from '../../markdown/inline.ts';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { useWords } from '../view.ts';

/** What an answer rests on. */
export function Sources({ sources }: Pick<ChatMessage, 'sources'>) {
  const say = useWords(CONVERSATION_TEXTS);
  if (sources.length === 0) return null;
  return (
    <details class="sources">
      <summary>{say('sources', { count: sources.length })}</summary>
      <ol>
        {sources.map(({ documentId, title, url }) => {
          const address = url && safeAddress(url);
          return (
            <li key={documentId} dir="auto">
              {address ? (
                <a href={address} target="_blank" rel="noopener noreferrer nofollow">
                  {title}
                </a>
              ) : (
                title
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
