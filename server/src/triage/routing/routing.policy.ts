/** Who answers what a visitor wrote. */
export type Route = { to: 'agent' } | { to: 'nobody'; because: 'held-by-person' | 'held-by-workflow' | 'handed-over' };

/** The rules of who answers, from what the conversation's row says. */
export function routeMessage(conversation: { holder: 'agent' | 'person' | 'workflow' | 'nobody' }): Route {
  switch (conversation.holder) {
    case 'agent':
      return { to: 'agent' };
    case 'person':
      return { to: 'nobody', because: 'held-by-person' };
    case 'workflow':
      return { to: 'nobody', because: 'held-by-workflow' };
    case 'nobody':
      return { to: 'nobody', because: 'handed-over' };
  }
}
