import { conflict, notFound } from '#platform/errors.ts';

export const agentNotFound = () => notFound('AGENT_NOT_FOUND', 'There is no such agent.');
export const agentToolNotFound = () => notFound('AGENT_TOOL_NOT_FOUND', 'This agent has no such tool.');
export const agentToolNameTaken = (name: string) =>
  conflict('AGENT_TOOL_NAME_TAKEN', `Another tool of this agent is already called “${name}”.`);
export const agentToolNameReserved = (name: string) =>
  conflict('AGENT_TOOL_NAME_RESERVED', `“${name}” is the name of a tool that every agent has already.`);
export const tooManyAgentTools = (limit: number) => conflict('TOO_MANY_AGENT_TOOLS', `An agent has at most ${limit} tools of its own.`);
