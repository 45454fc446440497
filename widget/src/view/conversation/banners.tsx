import { useEffect, useState } from 'preact/hooks';
import type { ConnectionState } from '../../chat/chat.ts';
import { CONVERSATION_TEXTS, type ConversationKey } from '../../texts/conversation.ts';
import { ERROR_TEXTS, sayError } from '../../texts/errors.ts';
import { Icon, IconButton } from '../icon.tsx';
import { ALERT, CLOCK, CLOSE } from '../icons.ts';
import { useView, useWords } from '../view.ts';

const CONNECTION_TEXTS: Readonly<Record<string, ConversationKey>> = {
  connecting: 'connecting',
  reconnecting: 'reconnecting',
  offline: 'offline',
};

/** What the visitor should know before writing: how the connection is, and what has gone wrong. */
export function Banners() {
  const { chat } = useView();
  const say = useWords(CONVERSATION_TEXTS);
  const errors = useWords(ERROR_TEXTS);
  const connection = CONNECTION_TEXTS[useLasting(chat.connection.value)];
  const notice = chat.notice.value;
  return (
    <div class="banners">
      <div role="status">
        {connection && <Banner icon={CLOCK} text={say(connection)} kind={connection} />}
        {chat.isDegraded.value && !chat.hasEnded.value && <Banner icon={ALERT} text={say('degraded')} kind="degraded" />}
      </div>
      {notice && (
        <div class="banner notice" role="alert">
          <Icon path={ALERT} />
          <p>{sayError(errors, notice.code)}</p>
          <IconButton icon={CLOSE} label={say('dismiss')} onClick={chat.dismissNotice} />
        </div>
      )}
    </div>
  );
}

/** A connection that is there again in a moment is not worth a word, nor a window whose content jumps. */
const WORTH_TELLING_MS = 1_500;

/** How the connection is, where it has been so for a while or will be. */
function useLasting(connection: ConnectionState): ConnectionState {
  const [lasting, setLasting] = useState<ConnectionState>();
  const isFleeting = connection === 'connecting' || connection === 'reconnecting';
  useEffect(() => {
    const timer = isFleeting ? setTimeout(() => setLasting(connection), WORTH_TELLING_MS) : undefined;
    return () => {
      clearTimeout(timer);
      setLasting(undefined);
    };
  }, [connection]);
  return isFleeting ? (lasting ?? 'online') : connection;
}

function Banner({ icon, text, kind }: { icon: string; text: string; kind: string }) {
  return (
    <div class={`banner ${kind}`}>
      <Icon path={icon} />
      <p>{text}</p>
    </div>
  );
}

/** The server does not want this page or this app: nothing can be written. */
export function Refused() {
  const { chat } = useView();
  const say = useWords(CONVERSATION_TEXTS);
  const errors = useWords(ERROR_TEXTS);
  const code = chat.notice.value?.code;
  return (
    <div class="refused" role="alert">
      <Icon path={ALERT} />
      <p class="title">{say('refusedTitle')}</p>
      {code && <p>{sayError(errors, code)}</p>}
    </div>
  );
}
