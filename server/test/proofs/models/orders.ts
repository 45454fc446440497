import type { WireName } from './wires.ts';

/** What a visitor's message asks the fault server for. */
export interface Order {
  key: string;
  /** By its number in the list; undefined asks for an answer as it should be. */
  fault: number | undefined;
  /** Only on this wire. */
  only: WireName | undefined;
}

/** An everyday question, so that nothing in the product has a reason to look at it twice; the rest are numbers. */
const QUESTION = 'Good morning, when do you open on Monday?';

export const orderText = ({ key, fault, only }: Order): string =>
  `${QUESTION} [${key}]${fault === undefined ? '' : ` #${fault}${only === undefined ? '' : `@${only}`}`}`;

export function readOrder(text: string): Order {
  const [, key = ''] = /\[(\w+)\]/.exec(text) ?? [];
  const [, fault, only] = /#(\d+)(?:@(openai|anthropic))?/.exec(text) ?? [];
  return { key, fault: fault === undefined ? undefined : Number(fault), only: only === undefined ? undefined : (only as WireName) };
}
