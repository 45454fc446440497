/** Whether an event of this type tells of a change to what `identity/apps/app-set-up.ts` and `agents/definitions/agent-set-up.ts` keep. */
export const changesSetUp = (eventType: string): boolean =>
  /^(?:tenant|feature|app|app-config|prompt|agent|agent-tool|red-flag-rule|knowledge-document)\./.test(eventType);
