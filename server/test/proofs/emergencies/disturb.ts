import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from '#test/chaos/installation.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Unit } from '#test/chaos/unit.ts';
import { until } from '#test/processes/process-tree.ts';
import { type Emergency, persist, type } from './emergency.ts';
import type { HangingModel } from './hanging-model.ts';
import { endDatabase, haltDatabase } from './harm-database.ts';
import type { Disturbance } from './plan.ts';
import { countMails } from './stored.ts';

export interface Scene {
  installation: Installation;
  model: HangingModel;
  random: Random;
  /** Of this disturbance, connected to the first place. */
  emergencies: readonly Emergency[];
  /** Resolves when everybody was told of every emergency of this disturbance. */
  untilTold(): Promise<void>;
  /** How many mails there are about them. */
  mailsSoFar(): Promise<number>;
  problems: string[];
}

/** So long around the moment of a kill messages are typed, in milliseconds: a message takes some ten to be stored. */
const KILL_WINDOW_MS = 40;
/** From an acknowledgement: in this time people are told. */
const TELLING_MS = 150;
const TELLING_PATIENCE_MS = 30_000;
/** Not how fast it is, but whether it waits for the database. */
const SHOWING_PATIENCE_MS = 15_000;
/** PostgreSQL is back after a quarter of a second on a quiet machine. */
const AWAY_MS = 300;

/** Lets all of them type their emergency while something is wrong, and resolves when each is acknowledged and nothing is wrong any more. */
export async function disturb(kind: Disturbance, scene: Scene): Promise<void> {
  const { installation, random, emergencies } = scene;
  const persistAll = () => Promise.all(emergencies.map((emergency) => persist(emergency, installation.urls, random)));
  switch (kind) {
    case 'model hangs':
      return whileModelHangs(scene, persistAll);
    case 'queue stopped':
      return whileQueueIsStopped(scene, persistAll);
    case 'database hangs':
      return whileDatabaseHangs(scene, persistAll);
    case 'database restarts': {
      const back = endDatabase(installation.database(), random.chance(0.5) ? 'SIGKILL' : 'SIGINT');
      await Promise.all(emergencies.map((emergency) => sleep(random.between(0, AWAY_MS)).then(() => type(emergency))));
      await Promise.all([back(), persistAll()]);
      return;
    }
    case 'killed after typing': {
      // One of them has no time at all to be read.
      const typing = emergencies.map((emergency, index) =>
        sleep(index === 0 ? KILL_WINDOW_MS : random.between(0, KILL_WINDOW_MS)).then(() => type(emergency)),
      );
      await Promise.all(typing);
      return killAndPersist(scene, serving(installation), persistAll);
    }
    case 'killed after acknowledgement': {
      for (const emergency of emergencies) type(emergency);
      const [first] = emergencies;
      if (first) await persist(first, installation.urls, random);
      await sleep(random.between(0, TELLING_MS));
      return killAndPersist(scene, serving(installation), persistAll);
    }
    case 'killed while telling': {
      const before = countMails(installation.outboxDirectory);
      for (const emergency of emergencies) type(emergency);
      await untilMoreMails(installation.outboxDirectory, before);
      return killAndPersist(scene, telling(installation), persistAll);
    }
  }
}

/** Looks as often as it can: what is to be caught is the moment between a mail and the note that it was sent. */
async function untilMoreMails(directory: string, before: number): Promise<void> {
  const deadlineMs = performance.now() + TELLING_PATIENCE_MS;
  while (countMails(directory) <= before) {
    if (performance.now() > deadlineMs) throw new Error(`No mail came within ${TELLING_PATIENCE_MS} ms.`);
    await sleep(1);
  }
}

async function killAndPersist({ emergencies }: Scene, unit: Unit, persistAll: () => Promise<unknown>): Promise<void> {
  const killing = unit.end('SIGKILL');
  for (const emergency of emergencies) emergency.wasAcknowledged = emergency.acknowledgedAfterMs !== undefined;
  await Promise.all([killing, persistAll()]);
}

/** Every visitor was being answered when the model stopped; the team hears of it while it still hangs. */
async function whileModelHangs({ model, emergencies, untilTold, problems }: Scene, persistAll: () => Promise<unknown>): Promise<void> {
  await until('the model to hold every answer', () => model.held >= emergencies.length);
  for (const emergency of emergencies) type(emergency);
  await persistAll();
  await untilTold();
  const going = emergencies.filter(({ desk }) => desk.behaviour === 'continue').length;
  if (model.held < going) problems.push(`the model held ${model.held} answers at the end, and was to hold ${going}`);
  model.letGo();
}

/** It goes on only when everybody was shown the text, or nobody believes any more that they will be. */
async function whileDatabaseHangs({ installation, emergencies, problems }: Scene, persistAll: () => Promise<unknown>): Promise<void> {
  const goOn = haltDatabase(installation.database());
  try {
    for (const emergency of emergencies) type(emergency);
    for (const { visitor, shown, key, acknowledgedAfterMs } of emergencies) {
      if (!(await visitor.until(() => shown.length > 0, SHOWING_PATIENCE_MS)))
        problems.push(`${key} was not shown the text while the database hung`);
      if (acknowledgedAfterMs !== undefined) problems.push(`${key} was acknowledged while the database was to hang`);
    }
  } finally {
    goOn();
  }
  await persistAll();
}

async function whileQueueIsStopped(
  { installation, random, emergencies, mailsSoFar, problems }: Scene,
  persistAll: () => Promise<unknown>,
): Promise<void> {
  const bringBack = await telling(installation).takeDown(random.chance(0.5) ? 'SIGKILL' : 'SIGTERM');
  try {
    for (const emergency of emergencies) type(emergency);
    await persistAll();
    const mails = await mailsSoFar();
    if (mails > 0) problems.push(`${mails} mails came while the queue was to be stopped`);
  } finally {
    bringBack();
  }
}

/** The process that holds the visitors' sockets. */
const serving = ({ webs }: Installation): Unit => one(webs);
/** The process that runs jobs: in one process with everything else, that one. */
const telling = ({ webs, workers }: Installation): Unit => one(workers.length > 0 ? workers : webs);

function one([unit]: readonly Unit[]): Unit {
  if (!unit) throw new Error('There is no such process.');
  return unit;
}
