import type { Browser } from 'playwright-core';
import type { Random } from '../../../server/test/chaos/random.ts';
import type { Report } from '../../../server/test/proofs/shared/report.ts';
import type { FrontDesk } from '../../front-desk.ts';
import type { ScriptedAnswers } from '../../scripted-answers.ts';

/** What every part of the proof works with. */
export interface Stage {
  browser: Browser;
  desk: FrontDesk;
  answers: ScriptedAnswers;
  random: Random;
  report: Report;
}
