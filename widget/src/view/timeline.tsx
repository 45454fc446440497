import { useRef } from 'preact/hooks';
import { arrange, type Row } from './arrange.ts';
import { eventText } from './event-text.ts';
import { SCROLLABLE } from './focus.ts';
import { Icon } from './icon.tsx';
import { Message } from './message.tsx';
import { Dots } from './prose.tsx';
import { useStayAtEnd } from './stay-at-end.ts';
import { useView } from './view.ts';
import { Welcome } from './welcome.tsx';

/** Messages and what happened between them. Silent by itself: the announcer says each finished message once. */
export function Timeline() {
  const { chat, words, formats } = useView();
  const scroller = useRef<HTMLDivElement>(null);
  const entries = chat.timeline.value;
  const say = words.value;
  const own = entries.findLast((entry) => entry.kind === 'message' && entry.role === 'user');
  const others = entries.filter((entry) => entry.kind === 'message' && entry.role !== 'user').length;
  const { isAtEnd, unseen, toEnd } = useStayAtEnd(scroller, own?.key, others);
  return (
    <div class="timeline-place">
      <div ref={scroller} class="timeline" role="log" aria-live="off" aria-label={say('messages')} {...SCROLLABLE}>
        <div class="rows">
          <Welcome />
          {arrange(entries, (at) => new Date(at).toDateString()).map((row) => (
            <TimelineRow key={row.key} row={row} />
          ))}
          <Typing />
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" />
          <span class={unseen > 0 ? '' : 'unseen'}>
            {unseen > 0 ? say(unseen === 1 ? 'newMessage' : 'newMessages', { count: formats.value.number(unseen) }) : say('toEnd')}
          </span>
        </button>
      )}
    </div>
  );
}

function TimelineRow({ row }: { row: Row }) {
  const { words, formats } = useView();
  if (row.kind === 'message') return <Message message={row.message} isFirst={row.isFirst} isLast={row.isLast} />;
  if (row.kind === 'day') {
    return (
      <p class="day">
        <time dateTime={new Date(row.at).toISOString()}>{formats.value.day(row.at, Date.now())}</time>
      </p>
    );
  }
  return (
    <p class={`event ${row.event.kind}`} dir="auto">
      {eventText(row.event, words.value)}
    </p>
  );
}

function Typing() {
  const { chat, words } = useView();
  const role = chat.typing.value?.role;
  if (!role || chat.streaming.value) return null;
  return (
    <div class={`message first last ${role}`}>
      <div class="bubble">
        <Dots label={words.value(role === 'agent' ? 'agentTyping' : 'assistantTyping')} />
      </div>
    </div>
  );
}
