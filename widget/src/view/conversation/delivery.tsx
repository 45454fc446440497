import type { ChatMessage } from '../../chat/chat.ts';
import { sayError } from '../../texts/words.ts';
import { Icon, type IconName } from '../icon.tsx';
import { useView } from '../view.ts';

const ICONS = { sending: 'clock', waiting: 'clock', sent: 'check', read: 'checks', failed: 'alert' } satisfies Record<string, IconName>;

/** How far one of the visitor's own messages has come, and what to do where it could not. */
export function Delivery({ message }: { message: ChatMessage }) {
  const { chat, words } = useView();
  const { delivery, key } = message;
  const say = words.value;
  if (!delivery) return null;
  return (
    <>
      <span class={`delivery ${delivery}`}>
        <Icon name={ICONS[delivery]} />
        {say(delivery)}
        {delivery === 'failed' && message.failure && `. ${sayError(say, message.failure)}`}
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
