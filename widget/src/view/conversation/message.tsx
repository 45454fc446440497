import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChatMessage } from '../../chat/chat.ts';
import { plainText } from '../../markdown/inline.ts';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { Attachments } from '../later-files.ts';
import { useFormats } from '../use-formats.ts';
import { useView, useWords } from '../view.ts';
import { authorOf } from './author.ts';
import { Delivery } from './delivery.tsx';
import { Prose } from './prose.tsx';
import { Sources } from './sources.tsx';

interface MessageProps {
  message: ChatMessage;
  /** The first and the last of several that one person wrote in a row. */
  isFirst: boolean;
  isLast: boolean;
}

export function Message({ message, isFirst, isLast }: MessageProps) {
  const { marked } = useView();
  const formats = useFormats();
  const say = useWords(CONVERSATION_TEXTS);
  const bubble = useRef<HTMLDivElement>(null);
  const { role, messageId, delivery } = message;
  const quote = messageId && marked.value?.messageId === messageId ? marked.value.quote : undefined;
  const author = authorOf(message, say);
  const time = formats.time(message.at);

  useEffect(() => {
    if (quote === undefined || !bubble.current) return;
    moveIntoSight(bubble.current);
    bubble.current.focus({ preventScroll: true });
  }, [quote, marked.value]);

  return (
    <article
      class={`message ${role} ${isFirst ? 'first' : ''} ${isLast ? 'last' : ''} ${quote === undefined ? '' : 'marked'}`}
      aria-label={`${author}, ${time}`}
      data-message-id={messageId}
      data-key={message.key}
      data-role={role}
      data-delivery={delivery}
    >
      {isFirst && role === 'agent' && (
        <p class="author" dir="auto">
          {author}
        </p>
      )}
      <div class="bubble" ref={bubble} tabIndex={-1}>
        <Content message={message} quote={quote} />
        {message.attachments.length > 0 && <Attachments files={message.attachments} />}
        <Sources sources={message.sources} />
      </div>
      <p class="meta" hidden={message.isStreaming}>
        <time dateTime={new Date(message.at).toISOString()}>{time}</time>
        <Delivery message={message} />
      </p>
    </article>
  );
}

/** Only the timeline moves: the page around the widget, or what is cut off in it, stays where it is. */
function moveIntoSight(bubble: HTMLElement): void {
  const timeline = bubble.closest('.timeline');
  if (!timeline) return;
  const [inner, outer] = [bubble.getBoundingClientRect(), timeline.getBoundingClientRect()];
  timeline.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 2);
}

function Content({ message, quote }: { message: ChatMessage; quote: string | undefined }) {
  const { chat } = useView();
  const { role, content, key, isStreaming } = message;
  if (role === 'assistant' || role === 'system') {
    const streaming = isStreaming ? chat.streaming.value : undefined;
    return <Prose content={content} growing={streaming?.key === key ? streaming.text : undefined} />;
  }
  if (!content) return null;
  return (
    <p class="plain" data-part="content" dir="auto">
      {withQuote(content, quote)}
    </p>
  );
}

function withQuote(content: string, quote: string | undefined): ComponentChildren {
  const at = quote ? content.indexOf(quote) : -1;
  if (at < 0 || !quote) return plainText(content);
  return [...plainText(content.slice(0, at)), <mark key="quote">{quote}</mark>, ...plainText(content.slice(at + quote.length))];
}
