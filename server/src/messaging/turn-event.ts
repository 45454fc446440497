import type { NewStep } from './turns/turn-steps.repository.ts';

/** What a turn does, as it happens. Widget and voice show it live; SMS and e-mail wait for the answer. */
export type TurnEvent =
  | { type: 'text-delta'; delta: string /** In UTF-16 units from the start of the answer. */; offset: number }
  | { type: 'tool-call'; step: number; ordinal: number; name: string }
  | { type: 'tool-result'; step: number; ordinal: number; name: string; outcome: 'succeeded' | 'refused' | 'outcome_unknown' }
  | { type: 'answer'; answer: TurnAnswer };

/** The end of a turn: the whole text, and its last step, which is recorded in the transaction that delivers it. */
export interface TurnAnswer {
  text: string;
  finishReason: string;
  lastStep: NewStep;
}

/** Somebody else has the turn now, or a later message came first. Whoever is told so stops, and writes nothing. */
export class TurnLost extends Error {
  override name = 'TurnLost';
  constructor() {
    super('The turn is no longer ours.');
  }
}
