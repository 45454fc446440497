import { useRef } from 'preact/hooks';
import { useStayAtEnd } from './conversation/stay-at-end.ts';
import { SCROLLABLE } from './focus.ts';
import { Icon } from './icon.tsx';
import { Rows } from './later-parts.tsx';
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
          <Rows />
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
