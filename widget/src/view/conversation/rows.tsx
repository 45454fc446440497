import styles from '../styles/messages.css?inline';
import { useView } from '../view.ts';
import { arrange, type Row } from './arrange.ts';
import { eventText } from './event-text.ts';
import { Message } from './message.tsx';
import { Dots } from './prose.tsx';

export { styles };

/** What was said, what happened in between, and who is writing. */
export function Rows() {
  const { chat } = useView();
  return (
    <>
      {arrange(chat.timeline.value, (at) => new Date(at).toDateString()).map((row) => (
        <TimelineRow key={row.key} row={row} />
      ))}
      <Typing />
    </>
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
