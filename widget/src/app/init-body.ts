import type { BootOptions } from '../loader/bridge.ts';

const MAX_URL_LENGTH = 4_000;
const MAX_USER_AGENT_LENGTH = 1_000;

/** The body of `POST /widget/session/init`. @param answers to the questions before the chat */
export function initBody(
  projectId: string,
  locale: string,
  { userToken, externalUserId, form, metadata, attributes }: BootOptions,
  answers: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, unknown>> {
  const { href, origin } = location;
  return {
    projectId,
    widgetInstanceId: 'widget',
    ...(userToken !== undefined && { userToken }),
    ...(externalUserId !== undefined && { externalUserId }),
    ...(href.length <= MAX_URL_LENGTH && { pageUrl: href }),
    referrer: document.referrer.slice(0, MAX_URL_LENGTH),
    hostOrigin: origin,
    userAgent: navigator.userAgent.slice(0, MAX_USER_AGENT_LENGTH),
    locale,
    metadata: {
      ...metadata,
      ...(form && { formSchema: form.schema, ...(form.type !== undefined && { formType: form.type }) }),
      ...(attributes && { attributes }),
      ...(answers && { preChat: answers }),
    },
  };
}
