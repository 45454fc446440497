import type { RefObject } from 'preact';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { useFormats } from '../use-formats.ts';
import { useView, useWords } from '../view.ts';
import { arrange, type Row } from './arrange.ts';
import { eventText } from './event-text.ts';
import { Message } from './message.tsx';
import { Dots } from './prose.tsx';
import { ToEnd } from './to-end.tsx';

/** What was said, what happened in between, and who is writing. @param scroller in which they stand */
export function Rows({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const { chat } = useView();
  const entries = chat.timeline.value;
  return (
    <>
      {arrange(entries, (at) => new Date(at).toDateString()).map((row) => (
        <TimelineRow key={row.key} row={row} />
      ))}
      <Typing />
      <ToEnd scroller={scroller} />
    </>
  );
}

function TimelineRow({ row }: { row: Row }) {
  const formats = useFormats();
  const say = useWords(CONVERSATION_TEXTS);
  if (row.kind === 'message') return <Message message={row.message} isFirst={row.isFirst} isLast={row.isLast} />;
  if (row.kind === 'day') {
    return (
      <p class="day">
        <time dateTime={new Date(row.at).toISOString()}>{formats.day(row.at, Date.now())}</time>
      </p>
    );
  }
  return (
    <p class={`event ${row.event.kind}`} dir="auto">
      {eventText(row.event, say)}
    </p>
  );
}

function Typing() {
  const { chat } = useView();
  const say = useWords(CONVERSATION_TEXTS);
  const role = chat.typing.value?.role;
  if (!role || chat.streaming.value) return null;
  return (
    <div class={`message first last ${role}`}>
      <div class="bubble">
        <Dots label={say(role === 'agent' ? 'agentTyping' : 'assistantTyping')} />
      </div>
    </div>
  );
}
