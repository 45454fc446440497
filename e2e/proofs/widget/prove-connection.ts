import { holdTormentedVisit } from '../../tormented-visit.ts';
import { LOST_NETWORK } from '../../watch.ts';
import { arrive } from '../../widget-page.ts';
import type { Stage } from './stage.ts';

/** Visits whose connection is lost again and again, in every way, at desktop and phone size. */
export async function proveConnection(stage: Stage, { visits, drops }: { visits: number; drops: number }): Promise<void> {
  const { browser, desk, answers, random, report } = stage;
  const totals = new Map<string, number>();
  let messages = 0;
  for (let number = 0; number < visits; number += 1) {
    const clinic = await desk.clinic();
    const visitor = await arrive(browser, desk, clinic, { size: number % 2 === 0 ? 'desktop' : 'phone' });
    visitor.watch.forgive(LOST_NETWORK);
    await visitor.open();
    const visit = await holdTormentedVisit({
      desk,
      clinic,
      answers,
      visitor,
      random: random.fork(`visit ${number}`),
      drops,
      reopen: () => visitor.open(),
    });
    for (const violation of [...visit.violations, ...visitor.watch.problems]) report.violate(`visit ${number}: ${violation}`);
    for (const [harm, count] of visit.harms) totals.set(harm, (totals.get(harm) ?? 0) + count);
    messages += visit.messages;
    await visitor.close();
  }
  const lost = [...totals].map(([harm, count]) => `${count} × ${harm}`).join(', ');
  report.say(`connection: ${visits} visits, ${messages} messages on record and on the screen alike; lost: ${lost}`);
}
