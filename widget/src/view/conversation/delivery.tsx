import type { ChatMessage } from '../../chat/chat.ts';
import { CONVERSATION_TEXTS } from '../../texts/conversation.ts';
import { ERROR_TEXTS, sayError } from '../../texts/errors.ts';
import { Icon } from '../icon.tsx';
import { ALERT, CLOCK } from '../icons.ts';
import { CHECK, CHECKS } from '../more-icons.ts';
import { useView, useWords } from '../view.ts';

const ICONS = { sending: CLOCK, waiting: CLOCK, sent: CHECK, read: CHECKS, failed: ALERT };

/** How far one of the visitor's own messages has come, and what to do where it could not. */
export function Delivery({ message }: { message: ChatMessage }) {
  const { chat } = useView();
  const { delivery, key } = message;
  const say = useWords(CONVERSATION_TEXTS);
  const errors = useWords(ERROR_TEXTS);
  if (!delivery) return null;
  return (
    <>
      <span class={`delivery ${delivery}`}>
        <Icon path={ICONS[delivery]} />
        {say(delivery)}
        {delivery === 'failed' && message.failure && `. ${sayError(errors, message.failure)}`}
      </span>
      {delivery === 'failed' && (
        <span class="remedies">
          <button type="button" class="text-button" onClick={() => chat.retry(key)}>
            {say('retry')}
          </button>
          <button type="button" class="text-button" onClick={() => chat.discard(key)}>
            {say('discard')}
          </button>
        </span>
      )}
    </>
  );
}
