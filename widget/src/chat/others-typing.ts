import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { signal } from '@preact/signals';
import type { Chat } from './chat.ts';
import type { Environment } from './environment.ts';

/** Whoever writes on the other side, until they are done, or have been heard of too long ago. */
export interface OthersTyping {
  readonly typing: Chat['typing'];
  show(frame: Extract<ServerFrame, { type: 'typing' }>): void;
  /** @param role left out: nobody writes */
  hide(role?: string): void;
}

const SHOWN_MS = 60_000;

export function createOthersTyping(environment: Environment): OthersTyping {
  const typing = signal<Chat['typing']['value']>(undefined);
  let cancel = () => {};
  const hide = (role = typing.value?.role) => {
    if (role !== typing.value?.role) return;
    cancel();
    typing.value = undefined;
  };
  return {
    typing,
    show: ({ state, role }) => {
      if (role !== 'assistant' && role !== 'agent') return;
      cancel();
      typing.value = state ? { role } : undefined;
      if (state) cancel = environment.after(SHOWN_MS, hide);
    },
    hide,
  };
}
