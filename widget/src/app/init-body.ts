import type { BootOptions } from '../loader/bridge.ts';

/** The page as the server is told of it. */
export interface Page {
  readonly url: string;
  readonly referrer: string;
  readonly origin: string;
  readonly userAgent: string;
}

const MAX_URL_LENGTH = 4_000;
const MAX_USER_AGENT_LENGTH = 1_000;

/** The body of `POST /widget/session/init`. @param answers to the questions before the chat */
export function initBody(
  projectId: string,
  locale: string,
  { userToken, externalUserId, form, metadata, attributes }: BootOptions,
  page: Page,
  answers: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, unknown>> {
  return {
    projectId,
    widgetInstanceId: 'widget',
    ...(userToken !== undefined && { userToken }),
    ...(externalUserId !== undefined && { externalUserId }),
    ...(page.url.length <= MAX_URL_LENGTH && { pageUrl: page.url }),
    referrer: page.referrer.slice(0, MAX_URL_LENGTH),
    hostOrigin: page.origin,
    userAgent: page.userAgent.slice(0, MAX_USER_AGENT_LENGTH),
    locale,
    metadata: {
      ...metadata,
      ...(form && { formSchema: form.schema, ...(form.type !== undefined && { formType: form.type }) }),
      ...(attributes && { attributes }),
      ...(answers && { preChat: answers }),
    },
  };
}
