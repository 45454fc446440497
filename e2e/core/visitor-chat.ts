import { signal } from '@preact/signals';
import type { ChatMessage } from '../../widget/src/chat/chat.ts';
import { type ChatControl, createChat } from '../../widget/src/chat/create-chat.ts';
import type { Device, Tab } from './device.ts';

/** The widget's conversation without its view, on a device of its own. */
export interface VisitorChat extends ChatControl {
  readonly tab: Tab;
  /** Messages as they are shown, in their order. */
  messages(): ChatMessage[];
  /** Roles and texts of what is stored. */
  shown(): { role: string; content: string; messageId: string | undefined }[];
  /** The page is closed in the middle of whatever it does. */
  close(): void;
}

export interface VisitorChatOptions {
  form?: { type?: string; schema: Record<string, unknown> };
  init?: Record<string, unknown>;
}

export function openVisitorChat(
  device: Device,
  server: string,
  projectId: string,
  { form, init = {} }: VisitorChatOptions = {},
): VisitorChat {
  const tab = device.tab();
  const control = createChat({
    server,
    environment: tab.environment,
    init: (answers) => ({
      projectId,
      widgetInstanceId: 'core',
      ...init,
      metadata: { ...(form && { formSchema: form.schema }), ...(answers && { preChat: answers }) },
    }),
    user: () => undefined,
    mend: async () => false,
    mayBegin: () => true,
    form: signal(form),
  });
  const messages = () => control.chat.timeline.value.filter((entry) => entry.kind === 'message');
  return {
    ...control,
    tab,
    messages,
    shown: () => messages().map(({ role, content, messageId }) => ({ role, content, messageId })),
    close: () => {
      control.stop();
      tab.kill();
    },
  };
}
