import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Installation, startInstallation } from '#test/chaos/installation.ts';
import { createRandom, type Random } from '#test/chaos/random.ts';
import { errorsIn } from '#test/chaos/run-chaos.ts';
import { type Desk, setUpDesks } from './desks.ts';
import { disturb } from './disturb.ts';
import { arrive, type Emergency, isBack } from './emergency.ts';
import { type HangingModel, startHangingModel } from './hanging-model.ts';
import { judgeEmergency } from './judge-emergency.ts';
import type { Disturbance, EmergencyPlan } from './plan.ts';
import { type Mail, readMails, readStored, type Stored } from './stored.ts';
import { UTTERANCES } from './utterances.ts';

export interface EmergencyReport {
  emergencies: Emergency[];
  /** From typing to the last mail about it, by the key of the emergency. */
  toldAfterMs: Map<string, number>;
  problems: string[];
  /** Lines of the server's log at the levels error and fatal, by text. */
  errorsLogged: Map<string, number>;
}

const SETTLE_PATIENCE_MS = 60_000;
const SHOWING_PATIENCE_MS = 20_000;

/** Disturbs one installation in every way of the plan while visitors type emergencies, and judges each when all is over. */
export async function runEmergencies(plan: EmergencyPlan): Promise<EmergencyReport> {
  const random = createRandom(plan.seed).fork(plan.topology);
  const model = await startHangingModel(random.fork('model'));
  const installation = await startInstallation({ topology: plan.topology, directory: plan.directory, modelUrl: model.url });
  const emergencies: Emergency[] = [];
  const problems: string[] = [];
  try {
    await installation.untilHealthy();
    const desks = await setUpDesks(installation.urls[0] ?? '');
    const left = [...plan.disturbances];
    const sinceMs = Date.now();
    while (left.length > 0) {
      const [kind] = left.splice(random.whole(0, left.length - 1), 1);
      if (!kind) break;
      const round = await holdRound({ plan, installation, model, random, desks, kind, since: emergencies.length });
      emergencies.push(...round.emergencies);
      problems.push(...round.problems);
      if (round.problems.length > 0) {
        problems.push(`${left.length} of ${plan.disturbances.length} disturbances were left out after that`);
        break;
      }
      const done = plan.disturbances.length - left.length;
      if (done % 10 === 0)
        plan.say(`  ${done} of ${plan.disturbances.length} disturbances, ${((Date.now() - sinceMs) / 1000).toFixed(0)} s`);
    }
    const { found, toldAfterMs } = await judgeAll(installation, emergencies);
    problems.push(...found, ...installation.units.flatMap((unit) => unit.problems));
    return { emergencies, toldAfterMs, problems, errorsLogged: errorsIn(installation.logFile) };
  } catch (error) {
    problems.push(`it could not go on: ${error instanceof Error ? error.message : error}`);
    return { emergencies, toldAfterMs: new Map(), problems, errorsLogged: errorsIn(installation.logFile) };
  } finally {
    for (const { visitor } of emergencies) visitor.cut();
    await installation.stop();
    await model.close();
    if (problems.length > 0) plan.say(`  The data and the log are kept: ${installation.logFile}`);
    else installation.remove();
  }
}

interface Round {
  plan: EmergencyPlan;
  installation: Installation;
  model: HangingModel;
  random: Random;
  desks: readonly Desk[];
  kind: Disturbance;
  since: number;
}

/** One disturbance: its visitors arrive, type, persist, and see how it ends. */
async function holdRound(round: Round): Promise<{ emergencies: Emergency[]; problems: string[] }> {
  const { plan, installation, model, random, desks, kind, since } = round;
  appendFileSync(installation.logFile, `--- ${new Date().toISOString()} ${kind}\n`);
  if (kind === 'model hangs') model.hang();
  const emergencies = await Promise.all(
    Array.from({ length: plan.visitors }, (_, index) =>
      arrive({
        key: `${plan.topology}-${since + index}`,
        desk: desks[(since + index) % desks.length] ?? random.pick(desks),
        disturbance: kind,
        utterance: random.pick(UTTERANCES),
        url: installation.urls[0] ?? '',
        isBeingAnswered: kind === 'model hangs' || random.chance(0.5),
      }),
    ),
  );
  const problems: string[] = [];
  const look = () => lookAt(installation, emergencies);
  await disturb(kind, {
    installation,
    model,
    random,
    emergencies,
    problems,
    untilTold: async () => void problems.push(...(await untilSettled(look, emergencies, 'told'))),
    mailsSoFar: async () => (await look()).flatMap(({ mails }) => mails).length,
  });
  await installation.untilHealthy();
  problems.push(...(await untilSettled(look, emergencies, 'over')).map((what) => `${kind}: ${what}`));
  await Promise.all(
    emergencies.map(async (emergency) => {
      const { visitor, key } = emergency;
      if (!(await isBack(emergency, installation.urls[0] ?? ''))) problems.push(`${key} cannot come back`);
      await visitor.until(() => isShownWhatFollows(visitor.durable.values(), visitor.acknowledged.get(key)?.seq), SHOWING_PATIENCE_MS);
    }),
  );
  return { emergencies, problems };
}

function isShownWhatFollows(frames: Iterable<{ type: string; seq: number; role?: string }>, ownSeq = 0): boolean {
  return [...frames].some(({ type, seq, role }) => type === 'message' && role !== 'user' && seq > ownSeq);
}

interface Look {
  emergency: Emergency;
  stored: Stored[];
  mails: Mail[];
}

async function lookAt(installation: Installation, emergencies: readonly Emergency[]): Promise<Look[]> {
  const found = await readStored(
    installation,
    emergencies.map(({ key }) => key),
  );
  const mails = readMails(installation.outboxDirectory);
  return emergencies.map((emergency) => {
    const stored = found.get(emergency.key) ?? [];
    return { emergency, stored, mails: mails.filter(({ text }) => stored.some(({ conversationId }) => text.includes(conversationId))) };
  });
}

/** Waits until everybody was told; or until nothing is left to be done at all. @returns what was still missing when patience was over */
async function untilSettled(look: () => Promise<Look[]>, emergencies: readonly Emergency[], end: 'told' | 'over'): Promise<string[]> {
  const deadlineMs = Date.now() + SETTLE_PATIENCE_MS;
  for (;;) {
    const untold = (await look()).filter(({ emergency, stored: [stored], mails }) => {
      if (!stored || mails.length < emergency.desk.recipients.length) return true;
      if (end === 'told') return false;
      return stored.unfinished > 0 || stored.turns.some(({ status }) => status === 'waiting' || status === 'running');
    });
    if (untold.length === 0) return [];
    if (Date.now() > deadlineMs) return [`${untold.length} of ${emergencies.length} are not ${end} after ${SETTLE_PATIENCE_MS / 1000} s`];
    await sleep(100);
  }
}

async function judgeAll(
  installation: Installation,
  emergencies: readonly Emergency[],
): Promise<{ found: string[]; toldAfterMs: Map<string, number> }> {
  const looks = await lookAt(installation, emergencies);
  const found = looks.flatMap(({ emergency, stored, mails }) => judgeEmergency(emergency, stored, mails));
  const toldAfterMs = new Map(
    looks.flatMap(({ emergency: { key, typedAtMs }, mails }): [string, number][] =>
      mails.length === 0 ? [] : [[key, Math.max(...mails.map(({ keptAtMs }) => keptAtMs)) - typedAtMs]],
    ),
  );
  return { found, toldAfterMs };
}
