import type { RefObject } from 'preact';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { Icon } from '../icon.tsx';
import { DOWN } from '../more-icons.ts';
import { useFormats } from '../use-formats.ts';
import { useView, useWords } from '../view.ts';
import { useStayAtEnd } from './stay-at-end.ts';

/** Leads back to the end, and says how much has come since the visitor scrolled up. */
export function ToEnd({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const { chat } = useView();
  const formats = useFormats();
  const say = useWords(CONVERSATION_TEXTS);
  const entries = chat.timeline.value;
  const own = entries.findLast((entry) => entry.kind === 'message' && entry.role === 'user');
  const others = entries.filter((entry) => entry.kind === 'message' && entry.role !== 'user').length;
  const { isAtEnd, unseen, toEnd } = useStayAtEnd(scroller, own?.key, others);
  if (isAtEnd) return null;
  return (
    <div class="to-end">
      <button type="button" onClick={toEnd}>
        <Icon path={DOWN} />
        <span class={unseen > 0 ? '' : 'unseen'}>
          {unseen > 0 ? say(unseen === 1 ? 'newMessage' : 'newMessages', { count: formats.number(unseen) }) : say('toEnd')}
        </span>
      </button>
    </div>
  );
}
