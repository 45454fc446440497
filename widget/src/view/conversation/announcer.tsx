import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatMessage } from '../../chat/chat.ts';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { useView, useWords } from '../view.ts';
import { authorOf } from './author.ts';

const MAX_SPOKEN_CHARACTERS = 1_500;

/** Says aloud what has come: each finished message once, politely. The log itself is silent, or every token would be read out. */
export function Announcer() {
  const { chat, settings } = useView();
  const [announcement, announce] = useState('');
  const spoken = useRef(new Set<string>());
  const finished = chat.timeline.value.filter(
    (entry): entry is ChatMessage => entry.kind === 'message' && !entry.isStreaming && entry.role !== 'user',
  );
  const isLive = chat.connection.value === 'online' && (settings.isOpen.value || settings.isInline);
  const say = useWords(CONVERSATION_TEXTS);

  useEffect(() => {
    const fresh = finished.filter((message) => !spoken.current.has(message.key));
    for (const message of fresh) spoken.current.add(message.key);
    const [message] = fresh;
    if (!isLive || !message) return;
    announce(
      fresh.length > 1
        ? say('newMessages', { count: fresh.length })
        : say('said', { name: authorOf(message, say), text: spokenText(message.content) }),
    );
  });
  return (
    <p class="unseen" role="status">
      {announcement}
    </p>
  );
}

const spokenText = (markdown: string) => markdown.slice(0, MAX_SPOKEN_CHARACTERS).replace(/[*_`#>|~]+/g, '');
